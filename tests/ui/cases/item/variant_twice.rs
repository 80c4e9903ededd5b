use std::fmt;

use kate_errors::{Decode, KateError};

#[derive(KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: u64 },
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: u64, owner: u64 },
}

impl fmt::Debug for RunError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

fn main() {
    let error = RunError::from_detail(None, "Run 1 not found");
    println!("{error:?} {}", RunError::NotFound { id: 1 });
}
