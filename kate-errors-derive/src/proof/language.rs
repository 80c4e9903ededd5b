//! What a field's type says by its spelling.

use kate_errors_core::{Chars, Language};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::model::Field;

/// A language, and how sure it is.
pub(crate) struct Spelled {
    pub(crate) language: Language,
    /// Whether the field has this language, if its type is what it is spelt as; else the language has more texts.
    pub(crate) exact: bool,
    /// The name under which the standard library has it, where a constant should confirm that the type is that one.
    pub(crate) name: Option<String>,
}

pub(crate) fn spelled(field: &Field<'_>) -> Spelled {
    let sure = |language| Spelled {
        language,
        exact: true,
        name: None,
    };
    if let Some(chars) = &field.chars {
        // As in the rules: the macro's process ends with the build.
        return sure(Chars::parse(chars.value().leak()).map_or(Language::Free, Language::Chars));
    }
    if field.generic {
        return sure(Language::Free);
    }
    let unsure = Spelled {
        exact: false,
        ..sure(Language::Free)
    };
    let Some(name) = name(field.inner()) else {
        return unsure;
    };
    // As wide as the target's: at most this.
    let wider = match &*name {
        "usize" => Language::of_std_type("u64"),
        "isize" => Language::of_std_type("i64"),
        _ => None,
    };
    if let Some(language) = wider {
        return Spelled {
            language,
            name: Some(name),
            ..unsure
        };
    }
    match Language::of_std_type(&name) {
        Some(language) => Spelled {
            language,
            exact: true,
            name: Some(name),
        },
        None => unsure,
    }
}

/// The last name of a type's path; that of `NonZero<u8>` is `NonZeroU8`.
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
