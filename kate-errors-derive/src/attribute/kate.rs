//! `#[kate(...)]`: how the crate treats what the other attributes say.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Path, Token};

use super::{Only, Target, misplaced};
use crate::diagnostics::{Diagnostics, suggestion};
use crate::frameworks::{self, Asked, Framework};

/// The words of `#[kate(...)]`, what each may stand on, and how it is written.
const WORDS: [(&str, &[Target], &str); 16] = [
    ("actix_web", TYPES, "actix_web"),
    ("axum", TYPES, "axum"),
    ("chars", &[Target::Field], "chars = \"0-9a-f\""),
    ("crate", TYPES, "crate = my::kate_errors"),
    (
        "emit_only",
        &[Target::Variant, Target::Enum, Target::Struct],
        "emit_only",
    ),
    ("expose", &[Target::Field], "expose"),
    ("lossy", &[Target::Variant, Target::Struct], "lossy"),
    ("member", TYPES, "member = \"error\""),
    ("no_display", TYPES, "no_display"),
    ("other", &[Target::Variant], "other"),
    ("poem", TYPES, "poem"),
    ("rocket", TYPES, "rocket"),
    ("salvo", TYPES, "salvo"),
    ("skip", &[Target::Field], "skip"),
    (
        "transparent",
        &[Target::Variant, Target::Struct],
        "transparent",
    ),
    ("warp", TYPES, "warp"),
];

const TYPES: &[Target] = &[Target::Enum, Target::Struct];

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
    pub(super) fn read(
        &mut self,
        attribute: &Attribute,
        target: Target,
        diagnostics: &mut Diagnostics,
    ) {
        let example = match target {
            Target::Field => "#[kate(skip)]",
            Target::Variant => "#[kate(transparent)]",
            Target::Enum | Target::Struct => "#[kate(emit_only)]",
        };
        let Some(List(words)) = super::arguments(attribute, example, diagnostics) else {
            return;
        };
        for word in words {
            match word {
                Ok(word) => self.word(word, target, diagnostics),
                Err(span) => {
                    diagnostics.span(span, format!("expected a word: on {}", takes(target)));
                }
            }
        }
    }

    fn word(&mut self, Word { name, rest }: Word, target: Target, diagnostics: &mut Diagnostics) {
        let text = name.unraw().to_string();
        let Some((known, targets, usage)) = WORDS.iter().find(|(known, ..)| *known == text) else {
            diagnostics.at(&name, unknown(&text, &rest, target));
            return;
        };
        if !targets.contains(&target) {
            diagnostics.at(
                &name,
                misplaced(&format!("#[kate({known})]"), targets, target),
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
            diagnostics.at(token, message);
            return;
        }
        let value = value.map(|value| value.iter().cloned().collect::<TokenStream>());
        let span = name.span();
        if let Some(framework) = frameworks::named(known) {
            return self.ask(framework, &name, diagnostics);
        }
        let slot = match *known {
            "chars" | "member" => {
                let text = value
                    .and_then(|value| parse::<Only>(value, diagnostics))
                    .map(|Only(text)| text);
                let slot = if *known == "chars" {
                    &mut self.chars
                } else {
                    &mut self.member
                };
                return text
                    .into_iter()
                    .for_each(|text| once(slot, text, &name, diagnostics));
            }
            "crate" => {
                let path = value.and_then(|value| {
                    let path = syn::parse2::<Path>(value.clone()).ok().filter(is_import);
                    if path.is_none() {
                        diagnostics.at(value, format!("expected a path without quotes: `{usage}`"));
                    }
                    path
                });
                return path
                    .into_iter()
                    .for_each(|path| once(&mut self.krate, path, &name, diagnostics));
            }
            "emit_only" => &mut self.emit_only,
            "expose" => &mut self.expose,
            "lossy" => &mut self.lossy,
            "no_display" => &mut self.no_display,
            "other" => &mut self.other,
            "skip" => &mut self.skip,
            _ => &mut self.transparent,
        };
        once(slot, span, &name, diagnostics);
    }

    fn ask(&mut self, framework: &'static Framework, name: &Ident, diagnostics: &mut Diagnostics) {
        let mut asked = self.frameworks.iter();
        if let Some(missing) = framework.missing() {
            diagnostics.at(name, missing);
        } else if asked.any(|asked| asked.framework == framework) {
            diagnostics.at(name, format!("`{name}` is given twice: keep one"));
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

fn parse<T: Parse>(value: TokenStream, diagnostics: &mut Diagnostics) -> Option<T> {
    syn::parse2(value)
        .map_err(|error| diagnostics.add(error))
        .ok()
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

fn once<T>(slot: &mut Option<T>, value: T, name: &Ident, diagnostics: &mut Diagnostics) {
    if slot.is_some() {
        diagnostics.at(name, format!("`{name}` is given twice: keep one"));
    } else {
        *slot = Some(value);
    }
}

/// `a variant it takes ...`
fn takes(target: Target) -> String {
    let here = WORDS
        .iter()
        .filter(|(_, targets, _)| targets.contains(&target));
    let list = here
        .map(|(known, ..)| format!("`{known}`"))
        .collect::<Vec<_>>()
        .join(", ");
    format!("{} it takes {list}", target.describe())
}

/// What to say of a word that there is not: an attribute's name, a word that is spelt alike, or two that belong together.
fn unknown(text: &str, rest: &[TokenTree], target: Target) -> String {
    let attributes = [
        ("status", "404"),
        ("detail", "\"...\""),
        ("fix", "\"...\""),
        (
            "header",
            if target == Target::Field {
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
        format!("`#[kate]` has no word `{text}`; on {}", takes(target))
    } else {
        format!("`#[kate]` has no word `{text}`{near}")
    }
}

/// Words between commas; where one begins with no word, its target.
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
