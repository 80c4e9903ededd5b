use std::error::Error;

use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(500)]
#[detail("Run failed")]
struct RunError {
    source: dyn Error + Send + Sync,
}

fn main() {}
