use std::fmt;

use kate_errors::{Decode, KateError, ToResponse};

/// A type with a manual `Display` and one misuse, and the type is used.
#[derive(Debug, KateError)]
#[kate(no_display)]
enum RunError {
    #[status(404)]
    #[detail("Run {idd} not found")]
    NotFound { id: u64 },
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("run lost")
    }
}

impl std::error::Error for RunError {}

fn main() {
    let error = RunError::NotFound { id: 7 };
    println!("{error} {}", error.status());
    let _ = RunError::from_response(&error.to_response::<Vec<u8>>());
}
