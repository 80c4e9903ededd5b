use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other, lossy)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
