//! `#[kate(...)]`: how the crate treats an error.
//!
//! A new word is an entry of [`WORDS`] and a field of [`Words`].

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token};

use super::arguments::{self, OnlyString, StringLiteral};
use super::length;
use super::names;
use super::target::Target;
use crate::diagnostics::{Diagnostics, suggestion};
use crate::model::{AttributeName, Words};

/// A word: its name, what it may be written on, and what follows it.
struct Word {
    name: &'static str,
    targets: &'static [Target],
    value: Value,
}

/// What follows a word, and where it is kept. Flags are kept as the span of the word.
enum Value {
    /// Nothing follows.
    Flag(fn(&mut Words) -> &mut Option<Span>),
    /// A string follows: `= "..."`.
    String {
        usage: &'static str,
        keep: fn(&mut Words) -> &mut Option<LitStr>,
    },
    /// Strings follow in parentheses: `("...", "...")`.
    Strings {
        usage: &'static str,
        keep: fn(&mut Words) -> &mut Option<Vec<LitStr>>,
    },
    /// A number or a range follows: `= 1..=63`.
    Length,
    /// A path follows: `= path`.
    Path {
        usage: &'static str,
        keep: fn(&mut Words) -> &mut Option<Path>,
    },
    /// Nothing follows. The crate `kate-errors` has a macro of this name that implements the framework's traits.
    Framework,
}

/// The words, in the order in which messages list them.
const WORDS: &[Word] = &[
    Word::framework("actix_web"),
    Word::framework("axum"),
    Word {
        name: "chars",
        targets: &[Target::Field],
        value: Value::String {
            usage: "chars = \"0-9a-f\"",
            keep: |words| &mut words.chars,
        },
    },
    Word {
        name: "crate",
        targets: CONTAINERS,
        value: Value::Path {
            usage: "crate = my::kate_errors",
            keep: |words| &mut words.krate,
        },
    },
    Word::flag(
        "emit_only",
        &[Target::Variant, Target::Enum, Target::Struct],
        |words| &mut words.emit_only,
    ),
    Word::flag("expose", &[Target::Field], |words| &mut words.expose),
    Word {
        name: "len",
        targets: &[Target::Field],
        value: Value::Length,
    },
    Word::flag("lossy", ERRORS, |words| &mut words.lossy),
    Word {
        name: "member",
        targets: CONTAINERS,
        value: Value::String {
            usage: "member = \"error\"",
            keep: |words| &mut words.member,
        },
    },
    Word::flag("no_display", CONTAINERS, |words| &mut words.no_display),
    Word::flag("no_from_str", CONTAINERS, |words| &mut words.no_from_str),
    Word::flag("other", &[Target::Variant], |words| &mut words.other),
    Word::framework("poem"),
    Word::framework("rocket"),
    Word::framework("salvo"),
    Word::flag("skip", &[Target::Field], |words| &mut words.skip),
    Word::flag("transparent", ERRORS, |words| &mut words.transparent),
    Word::framework("warp"),
    Word {
        name: "words",
        targets: &[Target::Field],
        value: Value::Strings {
            usage: "words(\"running\", \"done\")",
            keep: |words| &mut words.word_list,
        },
    },
];

const CONTAINERS: &[Target] = &[Target::Enum, Target::Struct];
const ERRORS: &[Target] = &[Target::Variant, Target::Struct];

impl Word {
    const fn flag(
        name: &'static str,
        targets: &'static [Target],
        keep: fn(&mut Words) -> &mut Option<Span>,
    ) -> Self {
        Self {
            name,
            targets,
            value: Value::Flag(keep),
        }
    }

    const fn framework(name: &'static str) -> Self {
        Self {
            name,
            targets: CONTAINERS,
            value: Value::Framework,
        }
    }
}

/// Reads the words of one attribute.
pub(super) fn read(
    words: &mut Words,
    attribute: &Attribute,
    target: Target,
    diagnostics: &mut Diagnostics,
) {
    let example = match target {
        Target::Field => "#[kate(skip)]",
        Target::Variant => "#[kate(transparent)]",
        Target::Enum | Target::Struct => "#[kate(emit_only)]",
    };
    let Some(List(items)) = arguments::parse(attribute, example, diagnostics) else {
        return;
    };
    for item in items {
        match item {
            Ok(item) => read_item(words, &item, target, diagnostics),
            Err(span) => diagnostics.span(span, format!("expected a word: on {}", takes(target))),
        }
    }
}

fn read_item(words: &mut Words, item: &Item, target: Target, diagnostics: &mut Diagnostics) {
    let Item { name, rest } = item;
    let text = name.unraw().to_string();
    let Some(word) = WORDS.iter().find(|word| word.name == text) else {
        diagnostics.at(name, unknown(&text, rest, target));
        return;
    };
    if !word.targets.contains(&target) {
        let what = format!("#[kate({text})]");
        diagnostics.at(name, target.refuses(&what, word.targets));
        return;
    }
    match &word.value {
        Value::Flag(keep) => {
            if item.is_alone(diagnostics) {
                set_once(keep(words), name.span(), name, diagnostics);
            }
        }
        Value::String { usage, keep } => {
            let Some(value) = item.value(usage, diagnostics) else {
                return;
            };
            match syn::parse2(value) {
                Ok(OnlyString(string)) => set_once(keep(words), string, name, diagnostics),
                Err(error) => diagnostics.add(error),
            }
        }
        Value::Strings { usage, keep } => {
            let Some(strings) = item.strings(usage, diagnostics) else {
                return;
            };
            set_once(keep(words), strings, name, diagnostics);
        }
        Value::Length => {
            let Some(value) = item.value(length::USAGE, diagnostics) else {
                return;
            };
            if let Some(length) = length::read(value, diagnostics) {
                set_once(&mut words.len, length, name, diagnostics);
            }
        }
        Value::Path { usage, keep } => {
            let Some(value) = item.value(usage, diagnostics) else {
                return;
            };
            match syn::parse2::<Path>(value.clone()) {
                Ok(path) if is_import(&path) => set_once(keep(words), path, name, diagnostics),
                Ok(_) | Err(_) => {
                    diagnostics.at(value, format!("expected a path without quotes: `{usage}`"));
                }
            }
        }
        Value::Framework => {
            if !item.is_alone(diagnostics) {
                return;
            }
            if words.frameworks.iter().any(|other| other == word.name) {
                diagnostics.at(name, given_twice(name));
            } else {
                words.frameworks.push(Ident::new(word.name, name.span()));
            }
        }
    }
}

/// Whether the path can be imported by `use`.
fn is_import(path: &Path) -> bool {
    let mut segments = path.segments.iter();
    segments.all(|segment| segment.arguments.is_none() && segment.ident != "Self")
}

fn set_once<T>(target: &mut Option<T>, value: T, name: &Ident, diagnostics: &mut Diagnostics) {
    if target.is_some() {
        diagnostics.at(name, given_twice(name));
    } else {
        *target = Some(value);
    }
}

fn given_twice(name: &Ident) -> String {
    format!("`{name}` is given twice: keep one")
}

/// The words that a target takes, as a part of messages: `a variant it takes ...`.
fn takes(target: Target) -> String {
    let allowed = WORDS.iter().filter(|word| word.targets.contains(&target));
    let list: Vec<_> = allowed.map(|word| format!("`{}`", word.name)).collect();
    format!("{} it takes {}", target.describe(), list.join(", "))
}

/// The message for an unknown word. It may be an attribute's name, a misspelled word, or two words without a comma such as `emit
/// only`.
fn unknown(text: &str, rest: &[TokenTree], target: Target) -> String {
    if let Some(arguments) = names::find(text).and_then(|(name, _)| arguments_of(name, target)) {
        return format!("`{text}` is an attribute of its own: write `#[{text}{arguments}]`");
    }
    let mut joined = text.to_owned();
    for token in rest {
        if let TokenTree::Ident(ident) = token {
            joined.push('_');
            joined.push_str(&ident.to_string());
        }
    }
    let near = suggestion(&joined, WORDS.iter().map(|word| word.name));
    if near.is_empty() {
        format!("`#[kate]` has no word `{text}`; on {}", takes(target))
    } else {
        format!("`#[kate]` has no word `{text}`{near}")
    }
}

/// How the arguments of another attribute may look.
fn arguments_of(name: AttributeName, target: Target) -> Option<&'static str> {
    match name {
        AttributeName::Status => Some("(404)"),
        AttributeName::Detail | AttributeName::Fix => Some("(\"...\")"),
        AttributeName::Header => Some(match target {
            Target::Field => "(\"retry-after\")",
            Target::Enum | Target::Struct | Target::Variant => "(\"www-authenticate\", \"Bearer\")",
        }),
        AttributeName::Source | AttributeName::From => Some(""),
        AttributeName::Kate => None,
    }
}

/// A name, and the tokens between it and the next comma.
struct Item {
    name: Ident,
    rest: Vec<TokenTree>,
}

impl Item {
    /// The tokens after `=`.
    fn value(&self, usage: &str, diagnostics: &mut Diagnostics) -> Option<TokenStream> {
        match &self.rest[..] {
            [TokenTree::Punct(equals), value @ ..]
                if equals.as_char() == '=' && !value.is_empty() =>
            {
                Some(value.iter().cloned().collect())
            }
            [] | [_, ..] => {
                diagnostics.at(&self.name, format!("expected `{usage}`"));
                None
            }
        }
    }

    /// The strings in parentheses.
    fn strings(&self, usage: &str, diagnostics: &mut Diagnostics) -> Option<Vec<LitStr>> {
        let strings = match &self.rest[..] {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                Punctuated::<StringLiteral, Token![,]>::parse_terminated.parse2(group.stream())
            }
            [] | [_, ..] => Ok(Punctuated::new()),
        };
        match strings {
            Ok(strings) if strings.is_empty() => {
                diagnostics.at(&self.name, format!("expected `{usage}`"));
                None
            }
            Ok(strings) => Some(strings.into_iter().map(|string| string.0).collect()),
            Err(error) => {
                diagnostics.add(error);
                None
            }
        }
    }

    /// Whether nothing follows the name.
    fn is_alone(&self, diagnostics: &mut Diagnostics) -> bool {
        let name = &self.name;
        match self.rest.first() {
            None => return true,
            Some(next @ (TokenTree::Ident(_) | TokenTree::Literal(_))) => {
                diagnostics.at(next, format!("expected a comma before `{next}`"));
            }
            Some(TokenTree::Group(_)) => diagnostics.at(
                name,
                format!("`{name}` takes nothing in parentheses: write `{name}` alone"),
            ),
            Some(TokenTree::Punct(_)) => diagnostics.at(
                name,
                format!("`{name}` takes no value: write `{name}` alone, or leave it out"),
            ),
        }
        false
    }
}

/// The items between commas. An item that does not begin with a name is the span of its first token.
struct List(Vec<Result<Item, Span>>);

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut items = Vec::new();
        while !input.is_empty() {
            let span = input.span();
            let name = input.call(Ident::parse_any);
            let mut rest = Vec::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                rest.push(input.parse::<TokenTree>()?);
            }
            input.parse::<Option<Token![,]>>()?;
            items.push(name.map(|name| Item { name, rest }).map_err(|_| span));
        }
        Ok(Self(items))
    }
}
