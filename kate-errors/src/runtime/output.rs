//! What an error is written to.

use std::fmt::{self, Write};

/// What an error is written to.
pub enum Output<'a> {
    /// The detail alone.
    Detail(&'a mut dyn Write),
    /// A JSON body with the detail in it.
    Body(&'a mut Vec<u8>),
}

impl fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Detail(_) => "Detail",
            Self::Body(_) => "Body",
        })
    }
}
