//! The entries of a type's table: one for each way to be read or written, in the order of the variants.

use crate::model::{Model, Role};

pub(super) enum Entry {
    Form { variant: usize, form: usize },
    Nested { variant: usize },
    Other { variant: usize },
}

pub(super) struct Entries {
    pub(super) all: Vec<Entry>,
    /// The first entry of each variant.
    first: Vec<usize>,
}

impl Entries {
    pub(super) fn of(model: &Model<'_>) -> Self {
        let mut all = Vec::new();
        let mut first = Vec::new();
        let mut other = None;
        for (index, variant) in model.variants.iter().enumerate() {
            first.push(all.len());
            match variant.role {
                Role::Own => all.extend((0..variant.forms.len()).map(|form| Entry::Form {
                    variant: index,
                    form,
                })),
                Role::Transparent(_) => all.push(Entry::Nested { variant: index }),
                // Its error follows those of the catalog.
                Role::Other(_) => other = Some(index),
            }
        }
        if let Some(variant) = other {
            first[variant] = all.len();
            all.push(Entry::Other { variant });
        }
        Self { all, first }
    }

    /// The entry of a variant that has no forms.
    pub(super) fn of_variant(&self, variant: usize) -> usize {
        self.first[variant]
    }

    /// The entry of a variant's form.
    pub(super) fn form(&self, variant: usize, form: usize) -> usize {
        self.first[variant] + form
    }
}
