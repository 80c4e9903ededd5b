use std::fmt;

use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(404)]
#[detail]
struct RunError;

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Run not found")
    }
}

fn main() {}
