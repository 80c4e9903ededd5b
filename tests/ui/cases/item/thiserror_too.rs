use kate_errors::KateError;
use thiserror::Error;

#[derive(Debug, Error, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    #[error("no run {0}")]
    NotFound(#[from] std::num::ParseIntError),

    #[status(409)]
    #[detail("Run is busy")]
    #[error("run is busy")]
    Busy,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::Busy)?
}
