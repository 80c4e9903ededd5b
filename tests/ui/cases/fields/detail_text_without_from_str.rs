use std::fmt;

use kate_errors::{Chars, DetailText, KateError};

#[derive(Debug)]
struct Id;

impl DetailText for Id {
    const CHARS: Chars = Chars::new("a-z");
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("id")
    }
}

#[derive(Debug, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run {id} not found")]
    NotFound { id: Id },
}

fn main() {}
