//! A template as the proof reads it.

use crate::Language;
use crate::matching::Placeholder;
use crate::table::FormEntry;

/// A template: a literal, then placeholders, each with the literal after it.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// The literal before the first placeholder.
    pub leading: &'a str,
    /// The placeholders.
    pub placeholders: &'a [Placeholder<'a>],
}

impl<'a> Template<'a> {
    /// The template of a form.
    #[must_use]
    pub const fn of(form: &FormEntry<'a>) -> Self {
        Self {
            leading: form.leading,
            placeholders: form.placeholders,
        }
    }

    /// How many placeholders there are.
    pub(super) const fn count(&self) -> usize {
        self.placeholders.len()
    }

    pub(super) const fn language(&self, placeholder: usize) -> &'a Language {
        self.placeholders[placeholder].language
    }

    /// A literal, by the number of placeholders before it.
    pub(super) const fn literal(&self, index: usize) -> &'a [u8] {
        if index == 0 {
            self.leading.as_bytes()
        } else {
            self.placeholders[index - 1].after.as_bytes()
        }
    }
}
