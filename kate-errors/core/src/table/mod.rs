//! The errors of a type, as far as they are known at compile time. The macro fills a [`Builder`], and the runtime reads
//! a [`Table`].
//!
//! A table has two literals: all strings, one after the other, and numbers that say where each of them is. So the compiler
//! needs little more time for a type of a thousand errors than for one of ten.
//!
//! An *error entry* is what the catalog lists. An *entry* is a form of an error, a nested type, or the type's `other`.

mod builder;
mod entry;
mod index;
mod layout;
mod lookup_plan;
mod sorted_form;

pub use builder::{Builder, Error, Form, Literals};
pub use entry::{Candidates, Entry};
pub use index::Lookup;
pub use layout::{Kind, Roots};
pub use sorted_form::SortedForm;

use crate::Language;
use layout::{ENTRY, ERROR, LOSSY, NONE, STATUS, status};

/// A type's errors.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The type's name.
    pub name: &'static str,
    /// The first paragraph of the type's documentation.
    pub title: &'static str,
    /// The rest of the documentation.
    pub description: &'static str,
    /// The JSON member that contains the detail.
    pub member: &'static str,
    /// All strings, one after the other.
    pub strings: &'static str,
    /// The numbers: `u32`, little-endian.
    pub words: &'static [u8],
    /// The word at which the list of [sorted forms](SortedForm) starts.
    pub order: usize,
    /// Where lookups start.
    pub roots: Roots,
    /// The languages that placeholders refer to.
    pub languages: &'static [Language],
    /// The tables of the nested types that are read back, in the order of their entries.
    pub nested: &'static [&'static Table],
    /// How many errors the catalog lists. The error of `other` may follow them, for its headers.
    pub errors: usize,
    /// How many entries there are.
    pub entries: usize,
}

/// The statuses that an error is read from, in addition to its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accept {
    /// The statuses of a list, which may be empty.
    Only(Vec<u16>),
    /// All statuses.
    Any,
}

impl Table {
    /// The table of a type without errors.
    pub const EMPTY: Self = Self {
        name: "",
        title: "",
        description: "",
        member: "detail",
        strings: "",
        words: &[],
        order: 0,
        roots: Roots::EMPTY,
        languages: &[],
        nested: &[],
        errors: 0,
        entries: 0,
    };

    const fn word(&self, at: usize) -> u32 {
        let (words, at) = (self.words, at * 4);
        if at + 3 >= words.len() {
            return 0;
        }
        words[at] as u32
            | (words[at + 1] as u32) << 8
            | (words[at + 2] as u32) << 16
            | (words[at + 3] as u32) << 24
    }

    const fn string_bytes(&self, at: usize) -> Option<&'static [u8]> {
        let (start, length) = (self.word(at), self.word(at + 1));
        if start == NONE || (start + length) as usize > self.strings.len() {
            return None;
        }
        let (_, from) = self.strings.as_bytes().split_at(start as usize);
        Some(from.split_at(length as usize).0)
    }

    fn string(&self, at: usize) -> Option<&'static str> {
        let (start, length) = (self.word(at), self.word(at + 1));
        if start == NONE {
            return None;
        }
        let end = start as usize + length as usize;
        self.strings.get(start as usize..end)
    }

    /// The position of a list, which is that of its length, and the length.
    const fn list_head(&self, at: usize) -> (usize, usize) {
        let start = self.word(at) as usize;
        (
            start,
            if start == NONE as usize {
                0
            } else {
                self.word(start) as usize
            },
        )
    }

    /// The positions of a list's items, of `width` words each.
    fn list(self, at: usize, width: usize) -> impl Iterator<Item = usize> {
        let (start, length) = self.list_head(at);
        (0..length).map(move |item| start + 1 + item * width)
    }

    /// An error's name.
    #[must_use]
    pub fn error_name(&self, error: usize) -> &'static str {
        self.string(error * ERROR).unwrap_or_default()
    }

    /// An error's cause, or an empty string.
    #[must_use]
    pub fn error_cause(&self, error: usize) -> &'static str {
        self.string(error * ERROR + 2).unwrap_or_default()
    }

    /// What the caller can do about an error.
    #[must_use]
    pub fn error_fix(&self, error: usize) -> Option<&'static str> {
        self.string(error * ERROR + 4)
    }

    /// An error's status.
    #[must_use]
    pub fn error_status(&self, error: usize) -> u16 {
        status(self.word(error * ERROR + 6) & STATUS)
    }

    /// Whether an error is marked `#[kate(lossy)]`.
    #[must_use]
    pub const fn error_lossy(&self, error: usize) -> bool {
        self.word(error * ERROR + 6) & LOSSY != 0
    }

    /// Whether an error is read from every status.
    #[must_use]
    pub fn error_accepts_any(&self, error: usize) -> bool {
        self.word(error * ERROR + 7) == NONE
    }

    /// The statuses that an error is read from, in addition to its own.
    pub fn error_accepted(&self, error: usize) -> impl Iterator<Item = u16> + use<> {
        let table = *self;
        table
            .list(error * ERROR + 7, 1)
            .map(move |at| status(table.word(at)))
    }

    /// The names of an error's headers, and the values of those that are constant.
    pub fn error_headers(
        &self,
        error: usize,
    ) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + use<> {
        let table = *self;
        let items = table.list(error * ERROR + 8, 4);
        items.map(move |at| (table.string(at).unwrap_or_default(), table.string(at + 2)))
    }

    /// An error's templates, as they were written.
    pub fn error_templates(&self, error: usize) -> impl Iterator<Item = &'static str> + use<> {
        let table = *self;
        table
            .list(error * ERROR + 9, 2)
            .map(move |at| table.string(at).unwrap_or_default())
    }

    /// The position of an entry's words. They come after those of the errors, including that of `other`.
    const fn entry_words(&self, entry: usize) -> usize {
        (self.errors + 1) * ERROR + entry * ENTRY
    }

    /// The kind of an entry.
    #[must_use]
    pub const fn entry_kind(&self, entry: usize) -> Kind {
        Kind::of(self.word(self.entry_words(entry)))
    }

    /// The error that an entry is a form of.
    #[must_use]
    pub const fn entry_error(&self, entry: usize) -> usize {
        self.word(self.entry_words(entry) + 1) as usize
    }
}

#[cfg(test)]
mod tests;
