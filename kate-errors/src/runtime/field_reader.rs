//! Reads the value of a field from the part of the detail that the field printed.

use std::fmt::{self, Display, Write as _};
use std::str::FromStr;

use kate_errors_core::Language;

/// How the text of a field is read.
#[derive(Clone, Copy, Debug)]
pub enum FieldReader<T> {
    /// The function accepts exactly the texts that `Display` prints.
    Exact(fn(&str) -> Option<T>),
    /// `FromStr` may accept more texts than `Display` prints. So the text must be in this language, and the value must print as
    /// the text.
    Compared(Language),
}

impl<T: FromStr> FieldReader<T> {
    /// The value that prints as this text, if there is one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn read(self, text: &str, display: fn(&T) -> &dyn Display) -> Option<T> {
        match self {
            Self::Exact(read) => read(text),
            Self::Compared(language) => read_compared(text, &language, display),
        }
    }
}

/// The value that `FromStr` makes of a text, if the text is in the language and the value prints as the text.
fn read_compared<T: FromStr>(
    text: &str,
    language: &Language,
    display: fn(&T) -> &dyn Display,
) -> Option<T> {
    if !language.contains(text) {
        return None;
    }
    let value = text.parse().ok()?;
    prints_as(display(&value), text).then_some(value)
}

/// Whether a value prints exactly this text. Nothing is allocated: each part that is printed is compared with the text.
fn prints_as(value: &dyn Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// The part of a text that a value has not printed yet. Writing another text to it is an error.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, printed: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(printed).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Reads a type whose `FromStr` accepts exactly the texts that `Display` prints.
pub(super) fn from_str<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// Reads an integer. `FromStr` also accepts a plus sign, leading zeros and `-0`, which no integer prints.
pub(super) fn integer<T: FromStr>(text: &str) -> Option<T> {
    match text.as_bytes() {
        [b'+', ..] | [b'0', _, ..] | [b'-', b'0', ..] => None,
        _ => text.parse().ok(),
    }
}
