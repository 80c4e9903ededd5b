//! The rows of a type's table: one for each way to be read or written, in the order of the variants.

use crate::model::{Model, Role};

pub(super) enum Row {
    Form { variant: usize, form: usize },
    Nested { variant: usize },
    Other { variant: usize },
}

pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// The first row of each variant.
    first: Vec<usize>,
}

impl Rows {
    pub(super) fn of(model: &Model<'_>) -> Self {
        let mut all = Vec::new();
        let mut first = Vec::new();
        let mut other = None;
        for (index, variant) in model.variants.iter().enumerate() {
            first.push(all.len());
            match variant.role {
                Role::Own => all.extend((0..variant.forms.len()).map(|form| Row::Form {
                    variant: index,
                    form,
                })),
                Role::Transparent(_) => all.push(Row::Nested { variant: index }),
                // Its error follows those of the catalog.
                Role::Other(_) => other = Some(index),
            }
        }
        if let Some(variant) = other {
            first[variant] = all.len();
            all.push(Row::Other { variant });
        }
        Self { all, first }
    }

    /// The row of a variant that has no forms.
    pub(super) fn of_variant(&self, variant: usize) -> usize {
        self.first[variant]
    }

    /// The row of a variant's form.
    pub(super) fn form(&self, variant: usize, form: usize) -> usize {
        self.first[variant] + form
    }
}
