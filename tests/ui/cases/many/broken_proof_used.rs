use std::error::Error;

use kate_errors::{Decode, Documented, KateError, ToResponse};

/// Two variants are ambiguous, and the type is used.
#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Not found")]
    Run,

    #[detail("Not found")]
    Span,
}

fn boxed() -> Result<(), Box<dyn Error>> {
    Err(RunError::Span)?
}

fn main() {
    let error = "Not found".parse::<RunError>().unwrap();
    println!("{error} {} {}", error.status(), RunError::CATALOG);
    let _ = RunError::from_response(&error.to_response::<Vec<u8>>());
    let _ = boxed();
}
