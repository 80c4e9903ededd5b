//! The language of a field, from its attributes and the spelling of its type.

use kate_errors_core::{self as core, Chars, Language, Length};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::model::{FieldLanguage, Words};

/// The language of a field. `ty` is the type without an `Option` around it.
pub(super) fn of_field(words: &Words, ty: &Type, is_generic: bool) -> FieldLanguage {
    let of_type = of_type(ty, is_generic);
    let Some(language) = declared(words) else {
        return of_type;
    };
    FieldLanguage {
        language,
        is_spelled: true,
        name: None,
        of_type: of_type.of_type,
    }
}

/// The language that `#[kate]` declares by `words`, `chars` and `len`. `rules/languages.rs` gives the diagnostic for one that is not
/// valid. The leak is small, and ends with the compiler's process. Core takes only static strings.
fn declared(words: &Words) -> Option<Language> {
    if let Some(list) = &words.word_list {
        let list: Vec<&'static str> = list.iter().map(|word| &*word.value().leak()).collect();
        return Some(core::Words::parse(list.leak()).map_or(Language::Free, Language::Words));
    }
    let chars = match &words.chars {
        Some(chars) => Chars::parse(chars.value().leak()).map_or(Language::Free, Language::Chars),
        None => Language::Free,
    };
    match &words.len {
        Some(length) => Some(chars.with_length(match length.max {
            Some(max) => Length::between(length.min, max),
            None => Length::at_least(length.min),
        })),
        None => words.chars.is_some().then_some(chars),
    }
}

/// The language of a type, by its spelling.
fn of_type(ty: &Type, is_generic: bool) -> FieldLanguage {
    let unspelled = FieldLanguage {
        language: Language::Free,
        is_spelled: false,
        name: None,
        of_type: None,
    };
    if is_generic {
        return FieldLanguage {
            is_spelled: true,
            ..unspelled
        };
    }
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
    let is_spelled = wider.is_none();
    match wider.or_else(|| Language::of_std_type(&name)) {
        Some(language) => FieldLanguage {
            language,
            is_spelled,
            name: Some(name),
            of_type: Some(language),
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
