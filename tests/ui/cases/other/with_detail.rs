use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[detail("{detail}")]
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
