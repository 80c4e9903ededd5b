use std::fmt;

use kate_errors::KateError;

#[derive(Debug)]
struct Cause<T>(T);

impl<T> fmt::Display for Cause<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cause")
    }
}

impl<T: fmt::Debug> std::error::Error for Cause<T> {}

#[derive(Debug, KateError)]
#[kate(emit_only)]
enum RunError<'a> {
    #[status(500)]
    #[detail("Something went wrong")]
    Internal(#[from] Cause<&'a str>),
}

fn main() {}
