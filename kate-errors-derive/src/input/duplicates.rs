//! Two variants or two fields with the same name. rustc reports them.

use std::collections::BTreeSet;

use syn::{Data, DeriveInput, Fields, Ident};

use crate::model::unraw;

/// Whether two variants of the type, or two fields of a variant, have the same name.
pub(super) fn exist(input: &DeriveInput) -> bool {
    match &input.data {
        Data::Struct(data) => in_fields(&data.fields),
        Data::Enum(data) => {
            let mut variants = data.variants.iter();
            repeats(variants.clone().map(|variant| &variant.ident))
                || variants.any(|variant| in_fields(&variant.fields))
        }
        Data::Union(_) => false,
    }
}

fn in_fields(fields: &Fields) -> bool {
    repeats(fields.iter().filter_map(|field| field.ident.as_ref()))
}

fn repeats<'a>(mut names: impl Iterator<Item = &'a Ident>) -> bool {
    let mut seen = BTreeSet::new();
    names.any(|name| !seen.insert(unraw(name)))
}
