use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[header("retry-after", "1")]
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
