//! A table as the proof sees it: entries that say something, in order. All of it is `const`, and calls little: the compiler's
//! interpreter takes a microsecond for a call.

use std::str;

use super::entry::LANGUAGE;
use super::{ERROR, Kind, STATUS, Table};
use crate::proof::{Part, Pattern};

/// A entry that says something: a form that is read, or a text of its own that is not.
#[derive(Clone, Copy, Debug)]
pub struct SortedForm {
    /// The entry.
    pub entry: usize,
    /// Its error's status.
    pub status: u32,
    /// Its leading literal, in the table's strings.
    pub before: Part,
}

impl SortedForm {
    /// The words of an entry in the order.
    pub(super) const WORDS: usize = 4;
}

impl Table {
    /// How many entries say something.
    #[must_use]
    pub const fn sorted_count(&self) -> usize {
        self.word(self.order) as usize
    }

    /// Such a entry, in the order of status and leading literal.
    #[must_use]
    pub const fn sorted_form(&self, index: usize) -> SortedForm {
        let at = self.order + 1 + index * SortedForm::WORDS;
        let start = self.word(at + 2) as usize;
        let end = start + self.word(at + 3) as usize;
        SortedForm {
            entry: self.word(at) as usize,
            status: self.word(at + 1),
            before: Part { start, end },
        }
    }

    /// What a entry says, if it says something.
    #[must_use]
    pub const fn sorted_form_of(&self, entry: usize) -> SortedForm {
        let status = self.word(self.entry_error(entry) * ERROR + 6) & STATUS;
        SortedForm {
            entry,
            status,
            before: self.part(self.entry_words(entry) + 2),
        }
    }

    /// A entry's error, by name.
    #[must_use]
    pub const fn entry_name(&self, entry: usize) -> &'static str {
        match self.bytes(self.entry_error(entry) * ERROR) {
            Some(name) => utf8(name),
            None => "",
        }
    }

    /// What a entry says, as an automaton; none where it has more placeholders than are compared.
    #[must_use]
    pub const fn entry_pattern(&self, said: &SortedForm) -> Option<Pattern<'static>> {
        let mut pattern = Pattern::new(self.strings.as_bytes(), said.before);
        if !matches!(self.entry_kind(said.entry), Kind::Template) {
            return Some(pattern);
        }
        let (place, count) = self.list_head(self.entry_words(said.entry) + 4);
        let mut placeholder = 0;
        while placeholder < count {
            let at = place + 1 + placeholder * 3;
            match pattern.with(
                self.languages[(self.word(at) & LANGUAGE) as usize],
                self.part(at + 1),
            ) {
                Some(longer) => pattern = longer,
                None => return None,
            }
            placeholder += 1;
        }
        Some(pattern)
    }

    /// The language of a entry's first placeholder, by its index.
    #[must_use]
    pub const fn first_language(&self, entry: usize) -> Option<usize> {
        if !matches!(self.entry_kind(entry), Kind::Template) {
            return None;
        }
        let place = self.word(self.entry_words(entry) + 4) as usize;
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
