use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other { status: StatusCode, detail: String },

    #[kate(other)]
    Unknown { status: StatusCode, detail: String },
}

fn main() {}
