//! The language of a field, from the spelling of its type.

use kate_errors_core::{Chars, Language};
use quote::ToTokens;
use syn::{GenericArgument, LitStr, PathArguments, Type};

use crate::model::FieldLanguage;

/// The language of a field of this type, without its `Option`.
pub(super) fn of_field(chars: Option<&LitStr>, ty: &Type, generic: bool) -> FieldLanguage {
    let exact = |language| FieldLanguage {
        language,
        is_spelled: true,
        name: None,
    };
    if let Some(chars) = chars {
        // The string is leaked, as in the rules. The macro's process ends with the build.
        return exact(Chars::parse(chars.value().leak()).map_or(Language::Free, Language::Chars));
    }
    if generic {
        return exact(Language::Free);
    }
    let unknown = FieldLanguage {
        is_spelled: false,
        ..exact(Language::Free)
    };
    let Some(name) = name(ty) else {
        return unknown;
    };
    // The width depends on the target. This is the largest one.
    let wider = match &*name {
        "usize" => Language::of_std_type("u64"),
        "isize" => Language::of_std_type("i64"),
        _ => None,
    };
    if let Some(language) = wider {
        return FieldLanguage {
            language,
            name: Some(name),
            ..unknown
        };
    }
    match Language::of_std_type(&name) {
        Some(language) => FieldLanguage {
            language,
            is_spelled: true,
            name: Some(name),
        },
        None => unknown,
    }
}

/// The last name of a type's path. For `NonZero<u8>` it is `NonZeroU8`.
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
            match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => Some(format!(
                    "NonZero{}",
                    inner.to_token_stream().to_string().to_uppercase()
                )),
                _ => None,
            }
        }
        _ => None,
    }
}
