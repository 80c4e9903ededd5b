use std::borrow::Cow;
use std::fmt;

use http::StatusCode;
use kate_errors::{Decode, KateError};

#[derive(Debug)]
struct RunError;

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Run not found")
    }
}

impl std::error::Error for RunError {}

impl KateError for RunError {
    fn status(&self) -> StatusCode {
        StatusCode::NOT_FOUND
    }

    fn detail(&self) -> Cow<'static, str> {
        Cow::Borrowed("Run not found")
    }
}

impl Decode for RunError {}

fn main() {}
