//! A table as the proof sees it: rows that say something, in order. All of it is `const`, and calls little: the compiler's
//! interpreter takes a microsecond for a call.

use std::str;

use super::row::LANGUAGE;
use super::{ERROR, Kind, STATUS, Table};
use crate::proof::{Part, Pattern};

/// A row that says something: a form that is read, or a text of its own that is not.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The row.
    pub row: usize,
    /// Its error's status.
    pub status: u32,
    /// Its leading literal, in the table's strings.
    pub before: Part,
}

impl Said {
    /// The words of an entry in the order.
    pub(super) const WORDS: usize = 4;
}

impl Table {
    /// How many rows say something.
    #[must_use]
    pub const fn said_count(&self) -> usize {
        self.word(self.order) as usize
    }

    /// Such a row, in the order of status and leading literal.
    #[must_use]
    pub const fn said(&self, index: usize) -> Said {
        let at = self.order + 1 + index * Said::WORDS;
        let start = self.word(at + 2) as usize;
        let end = start + self.word(at + 3) as usize;
        Said {
            row: self.word(at) as usize,
            status: self.word(at + 1),
            before: Part { start, end },
        }
    }

    /// What a row says, if it says something.
    #[must_use]
    pub const fn said_by(&self, row: usize) -> Said {
        let status = self.word(self.row_error(row) * ERROR + 6) & STATUS;
        Said {
            row,
            status,
            before: self.part(self.row_words(row) + 2),
        }
    }

    /// A row's error, by name.
    #[must_use]
    pub const fn row_name(&self, row: usize) -> &'static str {
        match self.bytes(self.row_error(row) * ERROR) {
            Some(name) => utf8(name),
            None => "",
        }
    }

    /// What a row says, as an automaton; none where it has more placeholders than are compared.
    #[must_use]
    pub const fn row_pattern(&self, said: &Said) -> Option<Pattern<'static>> {
        let mut pattern = Pattern::new(self.strings.as_bytes(), said.before);
        if !matches!(self.row_kind(said.row), Kind::Template) {
            return Some(pattern);
        }
        let (place, count) = self.list_head(self.row_words(said.row) + 4);
        let mut slot = 0;
        while slot < count {
            let at = place + 1 + slot * 3;
            match pattern.with(
                self.languages[(self.word(at) & LANGUAGE) as usize],
                self.part(at + 1),
            ) {
                Some(longer) => pattern = longer,
                None => return None,
            }
            slot += 1;
        }
        Some(pattern)
    }

    /// The language of a row's first placeholder, by its index.
    #[must_use]
    pub const fn first_language(&self, row: usize) -> Option<usize> {
        if !matches!(self.row_kind(row), Kind::Template) {
            return None;
        }
        let place = self.word(self.row_words(row) + 4) as usize;
        Some((self.word(place + 1) & LANGUAGE) as usize)
    }

    const fn part(&self, at: usize) -> Part {
        let start = self.word(at) as usize;
        Part {
            start,
            end: start + self.word(at + 1) as usize,
        }
    }
}

/// Texts of a table were strings when it was built.
pub(crate) const fn utf8(text: &[u8]) -> &str {
    match str::from_utf8(text) {
        Ok(text) => text,
        Err(_) => "",
    }
}
