//! Helpers for `syn`'s identifiers and types.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

/// An identifier without its `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    syn::ext::IdentExt::unraw(ident).to_string()
}

/// The `T` of a type that is spelled `Option<T>`, with any path before `Option`.
pub(crate) fn option_argument(ty: &Type) -> Option<&Type> {
    argument_of(ty, &["Option"])
}

/// Whether a type is spelled `Box<dyn Trait>` or `Rc<dyn Trait>`.
pub(crate) fn is_boxed_object(ty: &Type) -> bool {
    matches!(argument_of(ty, &["Box", "Rc"]), Some(Type::TraitObject(_)))
}

/// Whether a type is spelled `Backtrace`, or `Box<Backtrace>` or `Arc<Backtrace>`.
pub(super) fn is_backtrace(ty: &Type) -> bool {
    match (argument_of(ty, &["Box", "Arc"]), ty) {
        (Some(inner), _) => is_backtrace(inner),
        (None, Type::Path(path)) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| last.ident == "Backtrace" && last.arguments.is_none())
        }
        (None, _) => false,
    }
}

/// The `T` of a type that is spelled `Name<T>`, with one of these names. A lifetime may be before it.
pub(crate) fn argument_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let ty = match ty {
        Type::Group(group) => &*group.elem,
        ty => ty,
    };
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let is_type = |argument: &&GenericArgument| !matches!(argument, GenericArgument::Lifetime(_));
    let mut arguments = arguments.args.iter().filter(is_type);
    match (arguments.next(), arguments.next()) {
        (Some(GenericArgument::Type(inner)), None) => {
            names.iter().any(|name| last.ident == name).then_some(inner)
        }
        _ => None,
    }
}

/// Whether a type is spelled as an associated type: `E::Error` or `<E as Service>::Error`.
pub(super) fn is_associated(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => {
            path.qself.is_some()
                || path.path.segments.len() > 1 && path.path.leading_colon.is_none()
        }
        Type::Group(group) => is_associated(&group.elem),
        Type::Paren(paren) => is_associated(&paren.elem),
        _ => false,
    }
}

/// A type as a string for messages, with the usual spaces.
pub(crate) fn spelling(ty: &Type) -> String {
    let tokens = ty.to_token_stream().to_string();
    tokens
        .replace(" :: ", "::")
        .replace(" < ", "<")
        .replace("< ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
}
