use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(StatusCode::CONFLICT)]
    #[detail("Run is busy")]
    Busy,
}

fn main() {}
