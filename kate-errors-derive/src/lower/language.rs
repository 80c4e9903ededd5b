//! The language of a field, from the spelling of its type.

use kate_errors_core::{Chars, Language};
use quote::ToTokens;
use syn::{GenericArgument, LitStr, PathArguments, Type};

use crate::model::FieldLanguage;

/// The language of a field. `ty` is the type without an `Option` around it, and `chars` the value of `#[kate(chars)]`.
pub(super) fn of_field(chars: Option<&LitStr>, ty: &Type, is_generic: bool) -> FieldLanguage {
    let spelled = |language| FieldLanguage {
        language,
        is_spelled: true,
        name: None,
    };
    if let Some(chars) = chars {
        // `rules/fields.rs` gives the diagnostic for a pattern that is not valid. The leak is small, and ends with the
        // compiler's process. `Chars` takes only a static string.
        let pattern = chars.value().leak();
        return spelled(Chars::parse(pattern).map_or(Language::Free, Language::Chars));
    }
    if is_generic {
        return spelled(Language::Free);
    }
    let unspelled = FieldLanguage {
        is_spelled: false,
        ..spelled(Language::Free)
    };
    let Some(name) = name(ty) else {
        return unspelled;
    };
    // How wide `usize` is depends on the target, which the macro does not know. No target has more than 64 bits, so the language
    // of `u64` contains all that a `usize` prints. It is unspelled, because it may contain more.
    let wider = match &*name {
        "usize" => Language::of_std_type("u64"),
        "isize" => Language::of_std_type("i64"),
        _ => None,
    };
    if let Some(language) = wider {
        return FieldLanguage {
            language,
            name: Some(name),
            ..unspelled
        };
    }
    match Language::of_std_type(&name) {
        Some(language) => FieldLanguage {
            language,
            is_spelled: true,
            name: Some(name),
        },
        None => unspelled,
    }
}

/// The last name in a type's path. `NonZero<u8>` is called `NonZeroU8`, as in the table of core.
fn name(ty: &Type) -> Option<String> {
    let path = match ty {
        Type::Path(path) if path.qself.is_none() => &path.path,
        Type::Group(group) => return name(&group.elem),
        Type::Paren(paren) => return name(&paren.elem),
        _ => return None,
    };
    let last = path.segments.last()?;
    match &last.arguments {
        PathArguments::None => Some(last.ident.to_string()),
        PathArguments::AngleBracketed(arguments) if last.ident == "NonZero" => {
            let Some(GenericArgument::Type(inner)) = arguments.args.first() else {
                return None;
            };
            let inner = inner.to_token_stream().to_string();
            Some(format!("NonZero{}", inner.to_uppercase()))
        }
        PathArguments::AngleBracketed(_) | PathArguments::Parenthesized(_) => None,
    }
}
