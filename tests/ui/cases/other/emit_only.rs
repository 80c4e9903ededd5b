use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[kate(other, emit_only)]
    Other { status: StatusCode, detail: String },
}

fn main() {}
