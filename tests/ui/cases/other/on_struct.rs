use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
#[kate(other)]
struct RunError {
    status: StatusCode,
    detail: String,
}

fn main() {}
