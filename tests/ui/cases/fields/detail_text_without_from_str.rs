use std::fmt;

use kate_errors::{DetailText, KateError, Language};

#[derive(Debug)]
struct Id;

impl DetailText for Id {
    const LANGUAGE: Language = Language::chars("a-z");
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
