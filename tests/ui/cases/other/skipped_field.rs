use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other)]
    Other {
        status: StatusCode,
        #[kate(skip)]
        detail: String,
    },
}

fn main() {}
