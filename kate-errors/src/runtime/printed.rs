//! From a text to the value that prints it.

use std::str::FromStr;

/// Of types whose `FromStr` takes what they print and no more.
pub(crate) fn text<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// Of integers: `FromStr` takes signs and zeros before them that no integer is printed with.
pub(crate) fn integer<T: FromStr>(text: &str) -> Option<T> {
    match text.as_bytes() {
        [b'+', ..] | [b'0', _, ..] | [b'-', b'0', ..] => None,
        _ => text.parse().ok(),
    }
}
