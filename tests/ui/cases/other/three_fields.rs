use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other {
        status: StatusCode,
        detail: String,
        id: u64,
    },
}

fn main() {}
