use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(500)]
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
