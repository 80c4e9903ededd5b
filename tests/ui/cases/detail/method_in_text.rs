use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id.abs()} not found")]
    NotFound { id: i64 },
}

fn main() {}
