//! Two variants or two fields of one name, as copying leaves them. rustc tells it; of the rest nobody knows which is meant.

use std::collections::BTreeSet;

use syn::{Data, DeriveInput, Fields, Ident};

use crate::model::unraw;

/// Whether variants of a type, or fields of a variant, have one name.
pub(super) fn named(input: &DeriveInput) -> bool {
    match &input.data {
        Data::Struct(data) => in_fields(&data.fields),
        Data::Enum(data) => {
            twice(data.variants.iter().map(|variant| &variant.ident))
                || data
                    .variants
                    .iter()
                    .any(|variant| in_fields(&variant.fields))
        }
        Data::Union(_) => false,
    }
}

fn in_fields(fields: &Fields) -> bool {
    twice(fields.iter().filter_map(|field| field.ident.as_ref()))
}

fn twice<'a>(mut names: impl Iterator<Item = &'a Ident>) -> bool {
    let mut seen = BTreeSet::new();
    names.any(|name| !seen.insert(unraw(name)))
}
