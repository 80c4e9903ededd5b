//! The fields of an error must have a size, because errors are returned by value in a `Result`.

use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::{Field, Model, spelling};

/// Whether the field's type has a size, as far as its spelling shows.
pub(super) fn check(field: &Field<'_>, diagnostics: &mut Diagnostics) -> bool {
    let ty = field.inner();
    let Some(replacement) = sized_replacement(ty) else {
        return true;
    };
    let message = format!(
        "`{}` has no size of its own, as an error in a `Result` must: write `{replacement}`",
        spelling(ty)
    );
    diagnostics.at(ty, message);
    false
}

/// Whether the container is a struct whose last field has no size, which rustc allows.
pub(crate) fn is_unsized(model: &Model<'_>) -> bool {
    let last = model.variants.last().and_then(|only| only.fields.last());
    matches!(model.input.data, syn::Data::Struct(_))
        && last.is_some_and(|field| sized_replacement(field.ty).is_some())
}

/// What to write instead of a type without a size.
pub(crate) fn sized_replacement(ty: &Type) -> Option<String> {
    match ty {
        Type::Group(group) => sized_replacement(&group.elem),
        Type::Paren(paren) => sized_replacement(&paren.elem),
        Type::Path(path) if path.path.is_ident("str") => Some("String".to_owned()),
        Type::Slice(slice) => Some(format!("Vec<{}>", spelling(&slice.elem))),
        Type::TraitObject(_) => Some(format!("Box<{}>", spelling(ty))),
        _ => None,
    }
}
