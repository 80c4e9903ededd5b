use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[error("Run not found")]
enum RunError {
    NotFound,
    Deleted,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::NotFound)?
}
