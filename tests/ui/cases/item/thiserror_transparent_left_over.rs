use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(std::io::Error::other("full"))?
}
