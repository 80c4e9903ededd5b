use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(StatusCode::NOT_FOUND)]
    #[detail("Run not found")]
    NotFound,
}

fn main() {}
