//! The fields of a packed struct cannot be borrowed, as a text, a source and a header do.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Meta};

use crate::diagnostics::Diagnostics;
use crate::model::{FieldRole, FormKind, Model, Role, Variant};

pub(super) fn check(model: &Model<'_>, diagnostics: &mut Diagnostics) {
    let Some(word) = model.input.attrs.iter().find_map(packed) else {
        return;
    };
    if model.variants.iter().any(borrows) {
        diagnostics.at(
            word,
            "a packed struct lends no field to a text, a source or a header: leave `packed` out, or hold the packed struct in a field",
        );
    }
}

/// The word `packed` in `#[repr(...)]`.
fn packed(attribute: &Attribute) -> Option<TokenTree> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    let is_packed = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "packed");
    let tokens = TokenStream::into_iter(list.tokens.clone());
    attribute
        .path()
        .is_ident("repr")
        .then_some(tokens)?
        .find(is_packed)
}

/// Whether derived code borrows a field.
fn borrows(variant: &Variant<'_>) -> bool {
    let in_text = variant.forms.iter().any(|form| match form.kind {
        FormKind::Template { .. } => true,
        FormKind::Format { .. } => !variant.fields.is_empty(),
        FormKind::Constant(_) | FormKind::Broken => false,
    });
    let in_role = variant.fields.iter().any(|field| match field.role {
        FieldRole::Header(_) | FieldRole::Source { .. } => true,
        FieldRole::Plain | FieldRole::Skip(_) | FieldRole::Broken { .. } => false,
    });
    match variant.role {
        Role::Plain => in_text || in_role,
        Role::Transparent(_) | Role::Other(_) => true,
    }
}
