//! An error is handed over by value, in a `Result`: each of its fields has a size.

use syn::Type;

use super::fields::spelt;
use crate::diagnostics::Diagnostics;
use crate::model::{Field, Model};

/// Whether the field is sized, as far as its spelling tells.
pub(super) fn check(field: &Field<'_>, diagnostics: &mut Diagnostics) -> bool {
    let ty = field.inner();
    let Some(wanted) = wanted(ty) else {
        return true;
    };
    let message = format!(
        "`{}` has no size of its own, as an error in a `Result` must: write `{wanted}`",
        spelt(ty)
    );
    diagnostics.at(ty, message);
    false
}

/// Whether rustc takes the type as it is spelt, and yet it has no size: the last field of a struct has none.
pub(crate) fn is_unsized(model: &Model<'_>) -> bool {
    let last = model.variants.last().and_then(|only| only.fields.last());
    matches!(model.input.data, syn::Data::Struct(_))
        && last.is_some_and(|field| wanted(field.ty).is_some())
}

/// What to write for a type that is unsized.
pub(crate) fn wanted(ty: &Type) -> Option<String> {
    match ty {
        Type::Group(group) => wanted(&group.elem),
        Type::Paren(paren) => wanted(&paren.elem),
        Type::Path(path) if path.path.is_ident("str") => Some("String".to_owned()),
        Type::Slice(slice) => Some(format!("Vec<{}>", spelt(&slice.elem))),
        Type::TraitObject(_) => Some(format!("Box<{}>", spelt(ty))),
        _ => None,
    }
}
