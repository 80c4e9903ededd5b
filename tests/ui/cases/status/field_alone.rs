use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(received)]
    #[detail("Run is {received}")]
    Answered { received: u16 },
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::Answered { received: 404 })?
}
