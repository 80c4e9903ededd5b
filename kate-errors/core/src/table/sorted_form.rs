//! What the proof reads of a table: its forms, sorted. All of it is `const`, with few calls, because the compiler's
//! interpreter takes about a microsecond for a call.

use super::Table;
use super::layout::{ERROR, Kind, LANGUAGE, SORTED, STATUS};
use crate::const_str::from_utf8;
use crate::proof::{Part, Pattern};

/// A form that is proved: one that is read, or one without placeholders that is only written.
#[derive(Clone, Copy, Debug)]
pub struct SortedForm {
    /// The entry.
    pub entry: usize,
    /// Its error's status.
    pub status: u32,
    /// Its leading literal, in the table's strings.
    pub before: Part,
}

impl Table {
    /// How many forms there are.
    #[must_use]
    pub const fn sorted_count(&self) -> usize {
        self.word(self.order) as usize
    }

    /// A form, by its position in the order of status and leading literal.
    #[must_use]
    pub const fn sorted_form(&self, index: usize) -> SortedForm {
        let at = self.order + 1 + index * SORTED;
        let start = self.word(at + 2) as usize;
        let end = start + self.word(at + 3) as usize;
        SortedForm {
            entry: self.word(at) as usize,
            status: self.word(at + 1),
            before: Part { start, end },
        }
    }

    /// The form of an entry that has one.
    #[must_use]
    pub const fn sorted_form_of(&self, entry: usize) -> SortedForm {
        let status = self.word(self.entry_error(entry) * ERROR + 6) & STATUS;
        SortedForm {
            entry,
            status,
            before: self.part(self.entry_words(entry) + 2),
        }
    }

    /// The name of an entry's error.
    #[must_use]
    pub const fn entry_name(&self, entry: usize) -> &'static str {
        match self.string_bytes(self.entry_error(entry) * ERROR) {
            Some(name) => from_utf8(name),
            None => "",
        }
    }

    /// The automaton of a form, or `None` if it has more placeholders than the proof compares.
    #[must_use]
    pub const fn entry_pattern(&self, form: &SortedForm) -> Option<Pattern<'static>> {
        let mut pattern = Pattern::new(self.strings.as_bytes(), form.before);
        if !matches!(self.entry_kind(form.entry), Kind::Template) {
            return Some(pattern);
        }
        let (start, count) = self.list_head(self.entry_words(form.entry) + 4);
        let mut placeholder = 0;
        while placeholder < count {
            let at = start + 1 + placeholder * 3;
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

    /// The index of the language of an entry's first placeholder.
    #[must_use]
    pub const fn first_language(&self, entry: usize) -> Option<usize> {
        if !matches!(self.entry_kind(entry), Kind::Template) {
            return None;
        }
        let start = self.word(self.entry_words(entry) + 4) as usize;
        Some((self.word(start + 1) & LANGUAGE) as usize)
    }

    const fn part(&self, at: usize) -> Part {
        let start = self.word(at) as usize;
        Part {
            start,
            end: start + self.word(at + 1) as usize,
        }
    }
}
