//! The results of a comparison.

use crate::table::{ErrorEntry, FormEntry, Table};

/// A form, in the table of its type.
#[derive(Clone, Copy, Debug)]
pub struct FormRef<'a> {
    /// The type's table.
    pub table: &'a Table<'a>,
    /// The form's number.
    pub number: usize,
    /// Whether the type is nested in the type whose forms are compared.
    pub nested: bool,
}

impl<'a> FormRef<'a> {
    /// The form.
    #[must_use]
    pub const fn entry(self) -> &'a FormEntry<'a> {
        &self.table.forms[self.number]
    }

    /// The entry of its error.
    #[must_use]
    pub const fn error(self) -> &'a ErrorEntry<'a> {
        self.table.error_of(self.number)
    }
}

/// The result of the comparison for a form, or for a nested type.
#[derive(Clone, Copy, Debug)]
pub enum Finding<'a> {
    /// None of its texts is read as another form.
    Apart,
    /// The first form matches a text of the second, and decoding chooses the first.
    Meet(FormRef<'a>, FormRef<'a>),
    /// The two cannot be compared within bounds.
    TooLarge(FormRef<'a>, FormRef<'a>),
}
