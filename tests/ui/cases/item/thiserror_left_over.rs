use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[error("Run not found")]
    NotFound,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::NotFound)?
}
