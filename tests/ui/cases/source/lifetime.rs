use std::fmt;

use kate_errors::KateError;

#[derive(Debug)]
struct Cause<'a>(&'a str);

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Cause<'_> {}

#[derive(Debug, KateError)]
enum RunError<'a> {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal { source: Cause<'a> },
}

fn main() {}
