//! Reads the fields of a detail from its ends. Derived code uses it if each field can end at one place only. Otherwise it uses
//! [`matching`](kate_errors_core::matching).

/// The part of a detail that has not been read.
#[derive(Debug)]
pub struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn between(text: &'a str, before: &str, after: &str) -> Option<Self> {
        text.strip_prefix(before)?.strip_suffix(after).map(Self)
    }

    /// Reads the field up to the first occurrence of this literal, and the literal.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn until(&mut self, literal: &str) -> Option<&'a str> {
        let (field, rest) = self.0.split_once(literal)?;
        self.0 = rest;
        Some(field)
    }

    /// Reads the field after the last occurrence of this literal, and the literal.
    pub fn after(&mut self, literal: &str) -> Option<&'a str> {
        let (rest, field) = self.0.rsplit_once(literal)?;
        self.0 = rest;
        Some(field)
    }

    /// The last field: what is left.
    #[must_use]
    pub fn rest(self) -> &'a str {
        self.0
    }
}
