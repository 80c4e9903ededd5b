//! A text, taken apart from its ends. The derive calls this where a template can be read in one way only; where it could
//! in several, [`matching`](kate_errors_core::matching) finds the right one.

/// What is left of a text.
#[derive(Debug)]
pub struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn between(text: &'a str, before: &str, after: &str) -> Option<Self> {
        let inner = before.len()..text.len().checked_sub(after.len())?;
        let bytes = text.as_bytes();
        let (start, end) = (bytes.get(..inner.start)?, bytes.get(inner.end..)?);
        if start != before.as_bytes() || end != after.as_bytes() {
            return None;
        }
        text.get(inner).map(Self)
    }

    /// The field before the next place where this literal stands.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn until(&mut self, literal: &str) -> Option<&'a str> {
        let (field, rest) = self.0.split_at_checked(find(self.0, literal)?)?;
        self.0 = rest.get(literal.len()..)?;
        Some(field)
    }

    /// The field behind the last place where this literal stands.
    pub fn behind(&mut self, literal: &str) -> Option<&'a str> {
        let (rest, field) = self.0.split_at_checked(find_last(self.0, literal)?)?;
        self.0 = rest;
        field.get(literal.len()..)
    }

    /// The field that is left.
    #[must_use]
    pub fn rest(self) -> &'a str {
        self.0
    }
}

/// `str::find` prepares for long needles; a text is short, and most of its bytes are not the literal's first.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find(text: &str, literal: &str) -> Option<usize> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    let first = *literal.first()?;
    let starts = text.iter().enumerate().filter(|(_, byte)| **byte == first);
    let mut starts = starts.map(|(at, _)| at);
    starts.find(|&at| text[at..].starts_with(literal))
}

/// The same from the end.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find_last(text: &str, literal: &str) -> Option<usize> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    let last = *literal.last()?;
    let ends = text
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, byte)| **byte == last);
    let mut ends = ends.map(|(at, _)| at + 1);
    let end = ends.find(|&end| text[..end].ends_with(literal))?;
    Some(end - literal.len())
}
