//! `#[kate(...)]`: how the crate treats what the other attributes say.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Path, Token};

use super::{Place, Text, misplaced};
use crate::mistakes::{Mistakes, suggestion};

/// The words of `#[kate(...)]`, what each may stand on, and how it is written.
const WORDS: [(&str, &[Place], &str); 10] = [
    ("chars", &[Place::Field], "chars = \"0-9a-f\""),
    (
        "crate",
        &[Place::Enum, Place::Struct],
        "crate = my::kate_errors",
    ),
    (
        "emit_only",
        &[Place::Variant, Place::Enum, Place::Struct],
        "emit_only",
    ),
    ("expose", &[Place::Field], "expose"),
    ("lossy", &[Place::Variant, Place::Struct], "lossy"),
    (
        "member",
        &[Place::Enum, Place::Struct],
        "member = \"error\"",
    ),
    ("no_display", &[Place::Enum, Place::Struct], "no_display"),
    ("other", &[Place::Variant], "other"),
    ("skip", &[Place::Field], "skip"),
    (
        "transparent",
        &[Place::Variant, Place::Struct],
        "transparent",
    ),
];

/// The words that were found.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) chars: Option<LitStr>,
    pub(crate) krate: Option<Path>,
    pub(crate) emit_only: Option<Span>,
    pub(crate) expose: Option<Span>,
    pub(crate) lossy: Option<Span>,
    pub(crate) member: Option<LitStr>,
    pub(crate) no_display: Option<Span>,
    pub(crate) other: Option<Span>,
    pub(crate) skip: Option<Span>,
    pub(crate) transparent: Option<Span>,
}

/// A word, and the tokens behind its `=`.
struct Word {
    name: Ident,
    value: Option<TokenStream>,
}

impl Words {
    pub(super) fn read(&mut self, attribute: &Attribute, place: Place, mistakes: &mut Mistakes) {
        let example = "#[kate(transparent)]";
        let Some(List(words)) = super::arguments(attribute, example, mistakes) else {
            return;
        };
        for word in words {
            self.word(word, place, mistakes);
        }
    }

    fn word(&mut self, Word { name, value }: Word, place: Place, mistakes: &mut Mistakes) {
        let text = name.unraw().to_string();
        let Some((known, places, usage)) = WORDS.iter().find(|(known, ..)| *known == text) else {
            let here = WORDS
                .iter()
                .filter(|(_, places, _)| places.contains(&place));
            let list = here
                .map(|(known, ..)| format!("`{known}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let near = suggestion(&text, WORDS.iter().map(|(known, ..)| *known));
            let help = if near.is_empty() {
                format!("; on {} it takes {list}", place.describe())
            } else {
                near
            };
            mistakes.at(&name, format!("`#[kate]` has no word `{text}`{help}"));
            return;
        };
        if !places.contains(&place) {
            mistakes.at(
                &name,
                misplaced(&format!("#[kate({known})]"), places, place),
            );
            return;
        }
        let wants_value = usage.contains('=');
        if wants_value != value.is_some() {
            mistakes.at(&name, format!("write `#[kate({usage})]`"));
            return;
        }
        let span = name.span();
        let slot = match *known {
            "chars" | "member" => {
                let text = value
                    .and_then(|value| parse::<Text>(value, mistakes))
                    .map(|Text(text)| text);
                let slot = if *known == "chars" {
                    &mut self.chars
                } else {
                    &mut self.member
                };
                return text
                    .into_iter()
                    .for_each(|text| once(slot, text, &name, mistakes));
            }
            "crate" => {
                let path = value.and_then(|value| parse::<Path>(value, mistakes));
                return path
                    .into_iter()
                    .for_each(|path| once(&mut self.krate, path, &name, mistakes));
            }
            "emit_only" => &mut self.emit_only,
            "expose" => &mut self.expose,
            "lossy" => &mut self.lossy,
            "no_display" => &mut self.no_display,
            "other" => &mut self.other,
            "skip" => &mut self.skip,
            _ => &mut self.transparent,
        };
        once(slot, span, &name, mistakes);
    }
}

fn parse<T: Parse>(value: TokenStream, mistakes: &mut Mistakes) -> Option<T> {
    syn::parse2(value).map_err(|error| mistakes.add(error)).ok()
}

fn once<T>(slot: &mut Option<T>, value: T, name: &Ident, mistakes: &mut Mistakes) {
    if slot.is_some() {
        mistakes.at(name, format!("`{name}` is given twice"));
    } else {
        *slot = Some(value);
    }
}

/// Words between commas.
struct List(Vec<Word>);

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let words = input.parse_terminated(Word::parse, Token![,])?;
        Ok(Self(words.into_iter().collect()))
    }
}

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            let mut value = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                value.extend([input.parse::<TokenTree>()?]);
            }
            Some(value)
        } else {
            None
        };
        Ok(Self { name, value })
    }
}
