use kate_errors::KateError;

#[derive(Debug, KateError)]
enum RunError {
    #[status(.code)]
    #[detail("Run is {code}")]
    Answered { code: u16 },
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Err(RunError::Answered { code: 404 })?
}
