//! The rows of a type's table: one for each way to be read or written, in the order of the variants.

use crate::model::{Model, Role};

pub(super) enum Row {
    Form { variant: usize, form: usize },
    Nested { variant: usize },
    Other { variant: usize },
}

pub(super) struct Rows {
    pub(super) all: Vec<Row>,
}

impl Rows {
    pub(super) fn of(model: &Model<'_>) -> Self {
        let mut all = Vec::new();
        let mut last = None;
        for (index, variant) in model.variants.iter().enumerate() {
            match variant.role {
                Role::Own => all.extend((0..variant.forms.len()).map(|form| Row::Form {
                    variant: index,
                    form,
                })),
                Role::Transparent(_) => all.push(Row::Nested { variant: index }),
                // Its error follows those of the catalog.
                Role::Other(_) => last = Some(Row::Other { variant: index }),
            }
        }
        all.extend(last);
        Self { all }
    }

    /// The row of a variant that has no forms.
    pub(super) fn of_variant(&self, variant: usize) -> usize {
        let own = |row: &Row| match *row {
            Row::Nested { variant: v } | Row::Other { variant: v } => v == variant,
            Row::Form { .. } => false,
        };
        self.all.iter().position(own).unwrap_or_default()
    }

    /// The row of a variant's form.
    pub(super) fn form(&self, variant: usize, form: usize) -> usize {
        let own = |row: &Row| matches!(*row, Row::Form { variant: v, form: f } if (v, f) == (variant, form));
        self.all.iter().position(own).unwrap_or_default()
    }
}
