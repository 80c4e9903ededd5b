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

/// What the comparison has found about a form, or about a nested type.
#[derive(Clone, Copy, Debug)]
pub enum Finding<'a> {
    /// Nothing is lost: no detail of the form, or of the nested type, is read as another form.
    Apart,
    /// Both forms match a text, and decoding chooses the first form. So a value of the second one is lost.
    Meet(FormRef<'a>, FormRef<'a>),
    /// There is not enough memory to compare the two forms.
    TooLarge(FormRef<'a>, FormRef<'a>),
}
