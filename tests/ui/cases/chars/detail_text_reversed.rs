use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use kate_errors::{DetailText, KateError, Language};

#[derive(Debug)]
struct Id;

impl DetailText for Id {
    const LANGUAGE: Language = Language::chars("z-a");
}

impl FromStr for Id {
    type Err = Infallible;

    fn from_str(_: &str) -> Result<Self, Infallible> {
        Ok(Self)
    }
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
