//! `#[kate(...)]`: how the crate treats what the other attributes say.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Path, Token};

use super::{Only, Place, misplaced};
use crate::frameworks::{self, Asked, Framework};
use crate::mistakes::{Mistakes, suggestion};

/// The words of `#[kate(...)]`, what each may stand on, and how it is written.
const WORDS: [(&str, &[Place], &str); 16] = [
    ("actix_web", TYPES, "actix_web"),
    ("axum", TYPES, "axum"),
    ("chars", &[Place::Field], "chars = \"0-9a-f\""),
    ("crate", TYPES, "crate = my::kate_errors"),
    (
        "emit_only",
        &[Place::Variant, Place::Enum, Place::Struct],
        "emit_only",
    ),
    ("expose", &[Place::Field], "expose"),
    ("lossy", &[Place::Variant, Place::Struct], "lossy"),
    ("member", TYPES, "member = \"error\""),
    ("no_display", TYPES, "no_display"),
    ("other", &[Place::Variant], "other"),
    ("poem", TYPES, "poem"),
    ("rocket", TYPES, "rocket"),
    ("salvo", TYPES, "salvo"),
    ("skip", &[Place::Field], "skip"),
    (
        "transparent",
        &[Place::Variant, Place::Struct],
        "transparent",
    ),
    ("warp", TYPES, "warp"),
];

const TYPES: &[Place] = &[Place::Enum, Place::Struct];

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
    pub(crate) frameworks: Vec<Asked>,
}

/// A word, and the tokens behind it up to the next comma.
struct Word {
    name: Ident,
    rest: Vec<TokenTree>,
}

impl Words {
    pub(super) fn read(&mut self, attribute: &Attribute, place: Place, mistakes: &mut Mistakes) {
        let example = match place {
            Place::Field => "#[kate(skip)]",
            Place::Variant => "#[kate(transparent)]",
            Place::Enum | Place::Struct => "#[kate(emit_only)]",
        };
        let Some(List(words)) = super::arguments(attribute, example, mistakes) else {
            return;
        };
        for word in words {
            match word {
                Ok(word) => self.word(word, place, mistakes),
                Err(span) => mistakes.span(span, format!("expected a word: on {}", takes(place))),
            }
        }
    }

    fn word(&mut self, Word { name, rest }: Word, place: Place, mistakes: &mut Mistakes) {
        let text = name.unraw().to_string();
        let Some((known, places, usage)) = WORDS.iter().find(|(known, ..)| *known == text) else {
            mistakes.at(&name, unknown(&text, &rest, place));
            return;
        };
        if !places.contains(&place) {
            mistakes.at(
                &name,
                misplaced(&format!("#[kate({known})]"), places, place),
            );
            return;
        }
        let takes_value = usage.contains('=');
        let value = match rest.split_first() {
            Some((TokenTree::Punct(equals), value)) if takes_value && equals.as_char() == '=' => {
                Some(value).filter(|value| !value.is_empty())
            }
            _ => None,
        };
        if takes_value != value.is_some() || !takes_value && !rest.is_empty() {
            let (token, message) = malformed(&name, usage, &rest);
            mistakes.at(token, message);
            return;
        }
        let value = value.map(|value| value.iter().cloned().collect::<TokenStream>());
        let span = name.span();
        if let Some(framework) = frameworks::named(known) {
            return self.ask(framework, &name, mistakes);
        }
        let slot = match *known {
            "chars" | "member" => {
                let text = value
                    .and_then(|value| parse::<Only>(value, mistakes))
                    .map(|Only(text)| text);
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
                let path = value.and_then(|value| {
                    let path = syn::parse2::<Path>(value.clone()).ok().filter(is_import);
                    if path.is_none() {
                        mistakes.at(value, format!("expected a path without quotes: `{usage}`"));
                    }
                    path
                });
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

    fn ask(&mut self, framework: &'static Framework, name: &Ident, mistakes: &mut Mistakes) {
        let mut asked = self.frameworks.iter();
        if let Some(missing) = framework.missing() {
            mistakes.at(name, missing);
        } else if asked.any(|asked| asked.framework == framework) {
            mistakes.at(name, format!("`{name}` is given twice: keep one"));
        } else {
            let span = name.span();
            self.frameworks.push(Asked { framework, span });
        }
    }
}

/// Whether `use` takes the path.
fn is_import(path: &Path) -> bool {
    let mut segments = path.segments.iter();
    segments.all(|segment| segment.arguments.is_none() && segment.ident != "Self")
}

fn parse<T: Parse>(value: TokenStream, mistakes: &mut Mistakes) -> Option<T> {
    syn::parse2(value).map_err(|error| mistakes.add(error)).ok()
}

/// What to say of a word that has no value and needs one, or the other way round, and where.
fn malformed(name: &Ident, usage: &str, rest: &[TokenTree]) -> (TokenTree, String) {
    let at = TokenTree::from(name.clone());
    match rest.first() {
        _ if usage.contains('=') => (at, format!("expected `{usage}`")),
        Some(next @ (TokenTree::Ident(_) | TokenTree::Literal(_))) => {
            (next.clone(), format!("expected a comma before `{next}`"))
        }
        Some(TokenTree::Group(_)) => (
            at,
            format!("`{name}` takes nothing in parentheses: write `{name}` alone"),
        ),
        _ => (
            at,
            format!("`{name}` takes no value: write `{name}` alone, or leave it out"),
        ),
    }
}

fn once<T>(slot: &mut Option<T>, value: T, name: &Ident, mistakes: &mut Mistakes) {
    if slot.is_some() {
        mistakes.at(name, format!("`{name}` is given twice: keep one"));
    } else {
        *slot = Some(value);
    }
}

/// `a variant it takes ...`
fn takes(place: Place) -> String {
    let here = WORDS
        .iter()
        .filter(|(_, places, _)| places.contains(&place));
    let list = here
        .map(|(known, ..)| format!("`{known}`"))
        .collect::<Vec<_>>()
        .join(", ");
    format!("{} it takes {list}", place.describe())
}

/// What to say of a word that there is not: an attribute's name, a word that is spelt alike, or two that belong together.
fn unknown(text: &str, rest: &[TokenTree], place: Place) -> String {
    let attributes = [
        ("status", "404"),
        ("detail", "\"...\""),
        ("fix", "\"...\""),
        (
            "header",
            if place == Place::Field {
                "\"retry-after\""
            } else {
                "\"www-authenticate\", \"Bearer\""
            },
        ),
    ];
    if let Some((name, example)) = attributes.iter().find(|(name, _)| *name == text) {
        return format!("`{name}` is an attribute of its own: write `#[{name}({example})]`");
    }
    if matches!(text, "source" | "from") {
        return format!("`{text}` is an attribute of its own: write `#[{text}]`");
    }
    let mut whole = text.to_owned();
    for token in rest {
        if let TokenTree::Ident(ident) = token {
            whole.push('_');
            whole.push_str(&ident.to_string());
        }
    }
    let near = suggestion(&whole, WORDS.iter().map(|(known, ..)| *known));
    if near.is_empty() {
        format!("`#[kate]` has no word `{text}`; on {}", takes(place))
    } else {
        format!("`#[kate]` has no word `{text}`{near}")
    }
}

/// Words between commas; where one begins with no word, its place.
struct List(Vec<Result<Word, Span>>);

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut words = Vec::new();
        while !input.is_empty() {
            let span = input.span();
            let name = input.call(Ident::parse_any);
            let mut rest = Vec::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                rest.push(input.parse::<TokenTree>()?);
            }
            input.parse::<Option<Token![,]>>()?;
            words.push(name.map(|name| Word { name, rest }).map_err(|_| span));
        }
        Ok(Self(words))
    }
}
