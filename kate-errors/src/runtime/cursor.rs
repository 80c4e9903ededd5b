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
        let (field, rest) = self.0.split_at_checked(find(self.0, literal)?)?;
        self.0 = rest.strip_prefix(literal)?;
        Some(field)
    }

    /// Reads the field after the last occurrence of this literal, and the literal.
    pub fn after(&mut self, literal: &str) -> Option<&'a str> {
        let (rest, field) = self.0.split_at_checked(find_last(self.0, literal)?)?;
        self.0 = rest;
        field.strip_prefix(literal)
    }

    /// The last field: what is left.
    #[must_use]
    pub fn rest(self) -> &'a str {
        self.0
    }
}

/// The start of the first occurrence of a literal. `str::find` prepares for long texts, which costs more than to search a detail.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find(text: &str, literal: &str) -> Option<usize> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    let first = *literal.first()?;
    let mut starts = (0..text.len()).filter(|&at| text[at] == first);
    starts.find(|&at| text[at..].starts_with(literal))
}

/// The start of the last occurrence of a literal.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find_last(text: &str, literal: &str) -> Option<usize> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    let last = *literal.last()?;
    let mut ends = (1..=text.len()).rev().filter(|&end| text[end - 1] == last);
    let end = ends.find(|&end| text[..end].ends_with(literal))?;
    Some(end - literal.len())
}

/// Something if a field has the same text in both places of its detail.
#[must_use]
pub fn same(first: &str, again: &str) -> Option<()> {
    (first == again).then_some(())
}
