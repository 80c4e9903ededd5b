//! A table as the proof sees it: rows that say something, in order. All of it is `const`.

use std::str;

use super::{Kind, STATUS, Table};
use crate::Language;
use crate::matching::Slot;
use crate::proof::Pattern;

/// A row's placeholders, in memory of a fixed size.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    all: [Slot<'static>; Pattern::MOST_SLOTS],
    count: usize,
}

impl Slots {
    /// The placeholders.
    #[must_use]
    pub const fn get(&self) -> &[Slot<'static>] {
        self.all.split_at(self.count).0
    }
}

impl Table {
    /// How many rows say something: forms that are read, and texts of their own that are not.
    #[must_use]
    pub const fn said(&self) -> usize {
        self.list_head_at(self.order).1
    }

    /// Such a row, in the order of status and leading literal.
    #[must_use]
    pub const fn said_row(&self, index: usize) -> usize {
        self.word(self.order + 1 + index) as usize
    }

    /// The status of a row's error.
    #[must_use]
    pub const fn row_status(&self, row: usize) -> u32 {
        self.word(self.row_error(row) * super::ERROR + 6) & STATUS
    }

    /// A row's leading literal.
    #[must_use]
    pub const fn row_before(&self, row: usize) -> &'static [u8] {
        match self.bytes(self.row(row) + 2) {
            Some(text) => text,
            None => &[],
        }
    }

    /// The same as text.
    #[must_use]
    pub const fn row_text_const(&self, row: usize) -> &'static str {
        utf8(self.row_before(row))
    }

    /// Whether a row has placeholders.
    #[must_use]
    pub const fn row_is_template(&self, row: usize) -> bool {
        matches!(self.row_kind(row), Kind::Template)
    }

    /// A row's error, by name.
    #[must_use]
    pub const fn row_name(&self, row: usize) -> &'static str {
        match self.bytes(self.row_error(row) * super::ERROR) {
            Some(name) => utf8(name),
            None => "",
        }
    }

    /// A row's placeholders; none where there are more than the proof compares.
    #[must_use]
    pub const fn row_pattern(&self, row: usize) -> Option<Slots> {
        let empty = Slot {
            language: Language::Free,
            after: "",
        };
        let mut slots = Slots {
            all: [empty; Pattern::MOST_SLOTS],
            count: 0,
        };
        if !self.row_is_template(row) {
            return Some(slots);
        }
        let (place, count) = self.list_head(self.row(row) + 4);
        if count > slots.all.len() {
            return None;
        }
        while slots.count < count {
            let at = place + 1 + slots.count * 3;
            let language = self.languages[self.word(at) as usize];
            let after = match self.bytes(at + 1) {
                Some(text) => utf8(text),
                None => "",
            };
            slots.all[slots.count] = Slot { language, after };
            slots.count += 1;
        }
        Some(slots)
    }

    const fn list_head_at(&self, place: usize) -> (usize, usize) {
        (place, self.word(place) as usize)
    }
}

/// Texts of a table were strings when it was built.
pub(crate) const fn utf8(text: &[u8]) -> &str {
    match str::from_utf8(text) {
        Ok(text) => text,
        Err(_) => "",
    }
}
