//! What a comparison of forms finds.

use super::Witness;
use crate::table::{Kind, SortedForm, Table};

/// A form, and the table that it is in.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static Table,
    /// The form.
    pub form: SortedForm,
}

/// What a comparison of forms finds.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "a `const` has no heap")]
pub enum Finding {
    /// No detail is matched twice.
    Apart,
    /// Both forms match this detail. If they are the same form, it has two readings.
    Meet(Place, Place, Witness),
    /// The forms cannot be compared within bounds.
    TooLarge(Place, Place),
    /// Too many forms begin with the same literal as this one.
    TooMany(Place),
}

impl Finding {
    pub(super) const fn is_apart(&self) -> bool {
        matches!(self, Self::Apart)
    }
}

impl Place {
    pub(super) const fn is_read(self) -> bool {
        !matches!(self.table.entry_kind(self.form.entry), Kind::EmitOnly)
    }

    pub(super) const fn is_lossy(self) -> bool {
        self.table
            .error_lossy(self.table.entry_error(self.form.entry))
    }
}
