//! Everything that is known of a type's errors at compile time, as two literals: their texts in a row,
//! and the numbers that say which text is what. A type of a thousand errors then costs the
//! compiler little more than one of ten.
//!
//! The macro fills a [`Builder`]; the runtime reads a [`Table`]. An *error* is what the catalog
//! lists; a *row* is one way to be read or written: a form of an error, a nested type, or the type's `other`.

mod builder;

pub use builder::{Builder, Error, Form};

use crate::Language;
use crate::matching::Slot;

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
    /// The texts, in a row.
    pub strings: &'static str,
    /// The numbers: `u32`, little-endian.
    pub words: &'static [u8],
    /// The languages that placeholders refer to.
    pub languages: &'static [Language],
    /// How many errors the catalog lists. One more may follow: that of `other`, for its headers.
    pub errors: usize,
    /// How many rows there are.
    pub rows: usize,
}

/// What a row is.
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
    /// What no other row takes.
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
/// The words of a row: its kind, its error, a text, and the body or the slots.
const ROW: usize = 6;
/// The start of a text that is not there, the place of a list that has everything.
const NONE: u32 = u32::MAX;

impl Kind {
    const ALL: [Self; 5] = [
        Self::Constant,
        Self::Template,
        Self::EmitOnly,
        Self::Nested,
        Self::Other,
    ];
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
        languages: &[],
        errors: 0,
        rows: 0,
    };

    fn word(&self, at: usize) -> u32 {
        match self.words.get(at * 4..at * 4 + 4) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        }
    }

    fn text(&self, at: usize) -> Option<&'static str> {
        let (start, length) = (self.word(at), self.word(at + 1));
        if start == NONE {
            return None;
        }
        self.strings.get(start as usize..(start + length) as usize)
    }

    /// Where the items of a list stand whose items have so many words.
    fn list(self, at: usize, width: usize) -> impl Iterator<Item = usize> {
        let place = self.word(at) as usize;
        let length = if place == NONE as usize {
            0
        } else {
            self.word(place) as usize
        };
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
        status(self.word(error * ERROR + 6))
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

    /// The words of the rows stand behind those of the errors, the one of `other` included.
    fn row(&self, row: usize) -> usize {
        (self.errors + 1) * ERROR + row * ROW
    }

    /// What a row is.
    #[must_use]
    pub fn row_kind(&self, row: usize) -> Kind {
        let kind = self.word(self.row(row)) as usize;
        Kind::ALL.get(kind).copied().unwrap_or(Kind::EmitOnly)
    }

    /// The error that a row is a form of.
    #[must_use]
    pub fn row_error(&self, row: usize) -> usize {
        self.word(self.row(row) + 1) as usize
    }

    /// A row's text up to its first placeholder: all of it where there is none.
    #[must_use]
    pub fn row_text(&self, row: usize) -> &'static str {
        self.text(self.row(row) + 2).unwrap_or_default()
    }

    /// The ready-made JSON body of a row without placeholders.
    #[must_use]
    pub fn row_body(&self, row: usize) -> Option<&'static str> {
        match self.word(self.row(row) + 5) {
            0 => None,
            _ => self.text(self.row(row) + 4),
        }
    }

    /// A row's placeholders, if there are as many as asked for.
    #[must_use]
    pub fn row_slots<const N: usize>(&self, row: usize) -> Option<[Slot<'static>; N]> {
        let mut slots = [Slot {
            language: Language::Free,
            after: "",
        }; N];
        let mut items = self.list(self.row(row) + 4, 3);
        for slot in &mut slots {
            let at = items.next()?;
            slot.language = *self.languages.get(self.word(at) as usize)?;
            slot.after = self.text(at + 1)?;
        }
        Some(slots)
    }
}

/// A status is below 1,000.
fn status(word: u32) -> u16 {
    u16::try_from(word).unwrap_or_default()
}

#[cfg(test)]
mod tests;
