use std::error::Error;

use kate_errors::{Decode, Documented, KateError, ToResponse};

/// Two variants are ambiguous, which only constants find, and the type is used.
#[derive(Debug, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound { id: Id },

    #[detail("Run 7 not found")]
    Seven,
}

type Id = u8;

fn boxed() -> Result<(), Box<dyn Error>> {
    Err(RunError::Seven)?
}

fn main() {
    let error = "Run 7 not found".parse::<RunError>().unwrap();
    println!("{error} {} {}", error.status(), RunError::CATALOG);
    let _ = RunError::from_response(&error.to_response::<Vec<u8>>());
    let _ = boxed();
}
