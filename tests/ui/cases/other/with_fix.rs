use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[fix("Wait")]
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
