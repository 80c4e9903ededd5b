//! Pointers around the type that a field's text is read as, by the spelling of the field's type.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Type, parse_quote_spanned};

use crate::model::{ReadType, argument_of};

/// Print as the value inside, and have no `FromStr`.
const POINTERS: [&str; 5] = ["Arc", "Box", "Rc", "Saturating", "Wrapping"];

pub(super) fn read_type(ty: &Type) -> ReadType {
    let (mut ty, mut pointers) = (ty, Vec::new());
    loop {
        let inner = argument_of(ty, &POINTERS).or_else(|| {
            let owned = argument_of(ty, &["Cow"])?;
            is_str(owned).then_some(owned)
        });
        match inner {
            None | Some(Type::TraitObject(_) | Type::Slice(_)) => {
                return ReadType {
                    ty: ty.clone(),
                    pointers,
                };
            }
            Some(inner) if is_str(inner) => {
                pointers.push(ty.clone());
                let span = Span::call_site().located_at(inner.span());
                return ReadType {
                    ty: parse_quote_spanned!(span=> __kate::String),
                    pointers,
                };
            }
            Some(inner) => {
                pointers.push(ty.clone());
                ty = inner;
            }
        }
    }
}

fn is_str(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("str"))
}
