use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use kate_errors::{DetailText, KateError, Language};

/// Words with the spaces between them: a text may hold the " to " too.
#[derive(Debug)]
struct Place(String);

impl DetailText for Place {
    const LANGUAGE: Language = Language::chars("a-z ");
}

impl FromStr for Place {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, KateError)]
#[status(400)]
enum MoveError {
    #[detail("{from} to {to}")]
    Refused { from: Place, to: Place },
}

fn main() {}
