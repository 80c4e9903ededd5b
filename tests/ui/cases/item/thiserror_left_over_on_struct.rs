use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[error("Run not found")]
struct NotFound;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(NotFound)?
}
