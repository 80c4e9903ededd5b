//! Everything that is known of a type's errors at compile time, as two literals: their texts in a entry,
//! and the numbers that say which text is what. A type of a thousand errors then costs the
//! compiler little more than one of ten.
//!
//! The macro fills a [`Builder`]; the runtime reads a [`Table`]. An *error* is what the catalog
//! lists; a *entry* is one way to be read or written: a form of an error, a nested type, or the type's `other`.

mod builder;
mod entry;
mod index;
mod sorted_form;
mod ways;

pub use builder::{Builder, Error, Form, Literals};
pub use entry::{Candidates, Entry};
pub use index::{Lookup, Roots};
pub use sorted_form::SortedForm;
pub(crate) use sorted_form::utf8;

use crate::Language;

/// A type's errors.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The type's name.
    pub name: &'static str,
    /// The first paragraph of the type's documentation.
    pub title: &'static str,
    /// The rest of it.
    pub text: &'static str,
    /// The JSON member that carries the text.
    pub member: &'static str,
    /// The texts, in a entry.
    pub strings: &'static str,
    /// The numbers: `u32`, little-endian.
    pub words: &'static [u8],
    /// The word where the list of entries stands that say something, ordered by status and leading literal.
    pub order: usize,
    /// Where the ways to its entries begin.
    pub roots: Roots,
    /// The languages that placeholders refer to.
    pub languages: &'static [Language],
    /// The tables of the nested types that are read back, in the order of their entries.
    pub nested: &'static [&'static Table],
    /// How many errors the catalog lists. One more may follow: that of `other`, for its headers.
    pub errors: usize,
    /// How many entries there are.
    pub entries: usize,
}

/// What a entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A form without placeholders.
    Constant,
    /// A form with placeholders.
    Template,
    /// A form that is written but never read.
    EmitOnly,
    /// The errors of a field's type.
    Nested,
    /// What no other entry takes.
    Other,
}

/// Which statuses an error is read from, beside its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accept {
    /// Those of a list, which may be empty.
    Only(Vec<u16>),
    /// All of them.
    Any,
}

/// The words of an error: three texts, its status, three lists.
const ERROR: usize = 10;
/// The words of a entry: what it is, its error, a text, and the body or the placeholders.
const ENTRY: usize = 6;
/// The start of a text that is not there, the place of a list that has everything.
const NONE: u32 = u32::MAX;
/// A status shares its word with a mark.
const STATUS: u32 = 0xFFFF;
const LOSSY: u32 = 1 << 16;

impl Kind {
    const ALL: [Self; 5] = [
        Self::Constant,
        Self::Template,
        Self::EmitOnly,
        Self::Nested,
        Self::Other,
    ];

    const fn of(word: u32) -> Self {
        let kind = (word & 7) as usize;
        if kind < Self::ALL.len() {
            Self::ALL[kind]
        } else {
            Self::EmitOnly
        }
    }
}

impl Table {
    /// The table of a type without errors.
    pub const EMPTY: Self = Self {
        name: "",
        title: "",
        text: "",
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

    const fn bytes(&self, at: usize) -> Option<&'static [u8]> {
        let (start, length) = (self.word(at), self.word(at + 1));
        if start == NONE || (start + length) as usize > self.strings.len() {
            return None;
        }
        let (_, from) = self.strings.as_bytes().split_at(start as usize);
        Some(from.split_at(length as usize).0)
    }

    fn text(&self, at: usize) -> Option<&'static str> {
        let (start, length) = (self.word(at), self.word(at + 1));
        if start == NONE {
            return None;
        }
        let end = start as usize + length as usize;
        self.strings.get(start as usize..end)
    }

    /// Where a list's length stands, and the length.
    const fn list_head(&self, at: usize) -> (usize, usize) {
        let place = self.word(at) as usize;
        (
            place,
            if place == NONE as usize {
                0
            } else {
                self.word(place) as usize
            },
        )
    }

    /// Where the items of a list stand whose items have so many words.
    fn list(self, at: usize, width: usize) -> impl Iterator<Item = usize> {
        let (place, length) = self.list_head(at);
        (0..length).map(move |item| place + 1 + item * width)
    }

    /// An error's name.
    #[must_use]
    pub fn error_name(&self, error: usize) -> &'static str {
        self.text(error * ERROR).unwrap_or_default()
    }

    /// An error's cause; empty where nothing says it.
    #[must_use]
    pub fn error_cause(&self, error: usize) -> &'static str {
        self.text(error * ERROR + 2).unwrap_or_default()
    }

    /// What the caller can do about an error.
    #[must_use]
    pub fn error_fix(&self, error: usize) -> Option<&'static str> {
        self.text(error * ERROR + 4)
    }

    /// An error's status.
    #[must_use]
    pub fn error_status(&self, error: usize) -> u16 {
        status(self.word(error * ERROR + 6) & STATUS)
    }

    /// Whether an error's text may be read as another's.
    #[must_use]
    pub const fn error_lossy(&self, error: usize) -> bool {
        self.word(error * ERROR + 6) & LOSSY != 0
    }

    /// Whether an error is read from every status.
    #[must_use]
    pub fn error_accepts_any(&self, error: usize) -> bool {
        self.word(error * ERROR + 7) == NONE
    }

    /// The statuses that an error is read from, beside its own.
    pub fn error_accepted(&self, error: usize) -> impl Iterator<Item = u16> + use<> {
        let table = *self;
        table
            .list(error * ERROR + 7, 1)
            .map(move |at| status(table.word(at)))
    }

    /// An error's headers: a name, and a value where it is constant.
    pub fn error_headers(
        &self,
        error: usize,
    ) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + use<> {
        let table = *self;
        let items = table.list(error * ERROR + 8, 4);
        items.map(move |at| (table.text(at).unwrap_or_default(), table.text(at + 2)))
    }

    /// An error's templates, as they were written.
    pub fn error_templates(&self, error: usize) -> impl Iterator<Item = &'static str> + use<> {
        let table = *self;
        table
            .list(error * ERROR + 9, 2)
            .map(move |at| table.text(at).unwrap_or_default())
    }

    /// The words of the entries stand behind those of the errors, the one of `other` included.
    const fn entry_words(&self, entry: usize) -> usize {
        (self.errors + 1) * ERROR + entry * ENTRY
    }

    /// What a entry is.
    #[must_use]
    pub const fn entry_kind(&self, entry: usize) -> Kind {
        Kind::of(self.word(self.entry_words(entry)))
    }

    /// The error that a entry is a form of.
    #[must_use]
    pub const fn entry_error(&self, entry: usize) -> usize {
        self.word(self.entry_words(entry) + 1) as usize
    }
}

/// A status is below 1,000.
fn status(word: u32) -> u16 {
    u16::try_from(word).unwrap_or_default()
}

#[cfg(test)]
mod tests;
