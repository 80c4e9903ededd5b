//! The beginning of a text from outside, for a message.

use std::fmt;

/// How many characters are printed.
const CHARS: usize = 200;

/// Prints at most 200 characters of a text, quoted and escaped, so that they stay on one line. Dots follow if there are more.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(CHARS) {
            Some((end, _)) => write!(f, "{:?}...", &self.0[..end]),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// [`Quoted`] for bytes. What is not UTF-8 is replaced.
pub(super) struct QuotedBytes<'a>(pub(super) &'a [u8]);

impl fmt::Display for QuotedBytes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // These are more characters than are printed: one has at most four bytes.
        let beginning = &self.0[..self.0.len().min(4 * (CHARS + 2))];
        Quoted(&String::from_utf8_lossy(beginning)).fmt(f)
    }
}
