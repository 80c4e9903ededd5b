use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, KateError)]
enum ReadError {
    #[status(404)]
    #[detail("Not found")]
    NotFound,

    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, KateError)]
enum WriteError {
    #[status(409)]
    #[detail("Busy")]
    Busy,

    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, KateError)]
enum RunError {
    #[kate(transparent)]
    Read(ReadError),

    #[kate(transparent)]
    Write(WriteError),
}

fn main() {}
