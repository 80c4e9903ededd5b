//! Attributes: one file for each, and what they all share. All that can be said of an attribute without looking at
//! anything else is checked here.

mod doc;
mod header;
mod kate;
mod status;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, LitStr, Meta, Path, Token};

use crate::diagnostics::{Diagnostics, nearest};
use crate::model::{Doc, Header, Misspelling, Status, Unknown};

pub(crate) use kate::Words;

/// What an attribute stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Enum,
    Struct,
    Variant,
    Field,
}

impl Target {
    fn describe(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        }
    }
}

/// The attributes, and what each may stand on.
const ATTRIBUTES: [(&str, &[Target]); 6] = [
    ("status", &[Target::Variant, Target::Struct, Target::Enum]),
    ("detail", &[Target::Variant, Target::Struct]),
    ("fix", &[Target::Variant, Target::Struct, Target::Enum]),
    (
        "header",
        &[Target::Variant, Target::Struct, Target::Enum, Target::Field],
    ),
    ("source", &[Target::Field]),
    ("from", &[Target::Field]),
];

/// Everything that stands on a type, a variant or a field.
#[derive(Default)]
pub(crate) struct Attributes {
    pub(crate) status: Option<Status>,
    pub(crate) details: Vec<Detail>,
    pub(crate) fix: Option<LitStr>,
    pub(crate) headers: Vec<Header>,
    /// On a field: the header that it travels in.
    pub(crate) header: Option<LitStr>,
    pub(crate) source: Option<Span>,
    pub(crate) from: Option<Span>,
    pub(crate) words: Words,
    pub(crate) doc: Doc,
    /// Where each attribute of a variant stands first.
    pub(crate) spans: Vec<(&'static str, Span)>,
    pub(crate) unknown: Unknown,
    pub(crate) misspellings: Vec<Misspelling>,
    /// `#[from(...)]` and `#[source(...)]` are other derives' business.
    pub(crate) foreign: Option<Attribute>,
    /// `#[error("...")]`, by which thiserror writes `Display` and `Error`.
    pub(crate) thiserror: Option<Attribute>,
}

/// The literal of `#[detail("...", arguments)]`, and its arguments with the comma before them.
pub(crate) struct Detail {
    pub(crate) literal: LitStr,
    pub(crate) args: TokenStream,
}

pub(crate) fn collect(
    attributes: &[Attribute],
    target: Target,
    diagnostics: &mut Diagnostics,
) -> Attributes {
    let mut found = Attributes {
        doc: doc::collect(attributes),
        ..Attributes::default()
    };
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else {
            found.misspellings.extend(behind_path(attribute));
            continue;
        };
        if name == "kate" {
            let before = diagnostics.count();
            found.words.read(attribute, target, diagnostics);
            found.unknown.words |= diagnostics.count() > before;
            continue;
        }
        if name == "error" && attribute.parse_args_with(begins_with_text).is_ok() {
            found.thiserror = Some(attribute.clone());
            continue;
        }
        let Some((known, targets)) = ATTRIBUTES.iter().find(|(known, _)| *known == name) else {
            found.misspellings.extend(misspellings(attribute, &name));
            continue;
        };
        if matches!(*known, "from" | "source") && !matches!(attribute.meta, Meta::Path(_)) {
            found.foreign = Some(attribute.clone());
            continue;
        }
        if !targets.contains(&target) {
            diagnostics.at(
                attribute.path(),
                misplaced(&format!("#[{known}]"), targets, target),
            );
            found.unknown.status |= *known == "status";
            found.unknown.detail |= *known == "detail";
            found.unknown.fields |= matches!(*known, "source" | "from");
            continue;
        }
        found.spans.push((*known, attribute.path().span()));
        found.read(attribute, attributes, target, diagnostics);
    }
    found
}

fn begins_with_text(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<LitStr>()?;
    input.parse::<TokenStream>().map(drop)
}

/// An attribute of ours that stands behind a path, where rustc does not find it.
fn behind_path(attribute: &Attribute) -> Option<Misspelling> {
    let name = &attribute.path().segments.last()?.ident;
    let mut ours = ATTRIBUTES.iter().map(|(known, _)| *known).chain(["kate"]);
    Some(Misspelling {
        means: ours.find(|known| name == known)?,
        attribute: attribute.clone(),
    })
}

/// An attribute that we do not know is another derive's, or one of ours that is misspellings.
fn misspellings(attribute: &Attribute, name: &str) -> Option<Misspelling> {
    let ours = ATTRIBUTES.iter().map(|(known, _)| *known).chain(["kate"]);
    Some(Misspelling {
        means: nearest(name, ours)?,
        attribute: attribute.clone(),
    })
}

impl Attributes {
    /// Reads an attribute, one of `all` that stand here.
    fn read(
        &mut self,
        attribute: &Attribute,
        all: &[Attribute],
        target: Target,
        diagnostics: &mut Diagnostics,
    ) {
        let name = attribute.path().to_token_stream().to_string();
        match &*name {
            "status" => match status::parse(attribute, diagnostics) {
                Some(status) => once(&mut self.status, status, attribute, all, diagnostics),
                None => self.unknown.status = true,
            },
            "detail" => {
                let example = "#[detail(\"Artifact not found\")]";
                if let Some(detail) = arguments::<Detail>(attribute, example, diagnostics) {
                    self.details.push(detail);
                } else {
                    // In thiserror's words a detail is transparent.
                    let word = attribute.parse_args::<Path>();
                    self.unknown.words |= word.is_ok_and(|word| word.is_ident("transparent"));
                    self.unknown.detail = true;
                }
            }
            "fix" => {
                let example = "#[fix(\"Check the artifact ID\")]";
                if let Some(Only(fix)) = arguments(attribute, example, diagnostics) {
                    once(&mut self.fix, fix, attribute, all, diagnostics);
                }
            }
            "header" if target == Target::Field => {
                if let Some(name) = header::field(attribute, diagnostics) {
                    once(&mut self.header, name, attribute, all, diagnostics);
                }
            }
            "header" => {
                if let Some(header) = header::constant(attribute, diagnostics) {
                    self.add_header(header, diagnostics);
                }
            }
            "source" => {
                let span = attribute.path().span();
                once(&mut self.source, span, attribute, all, diagnostics);
            }
            _ => {
                let span = attribute.path().span();
                once(&mut self.from, span, attribute, all, diagnostics);
            }
        }
    }

    fn add_header(&mut self, header: Header, diagnostics: &mut Diagnostics) {
        let Header { name, span, .. } = &header;
        match self.headers.iter().find(|other| other.name == *name) {
            Some(Header { value, .. }) => diagnostics.span(
                *span,
                format!("the header `{name}` is given twice, first as {value:?}: keep one"),
            ),
            None => self.headers.push(header),
        }
    }
}

impl Parse for Detail {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let Text(literal) = input.parse()?;
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected a comma or the end: a text is one string"));
        }
        let fork = input.fork();
        let comma: Option<Token![,]> = fork.parse()?;
        let args = if comma.is_some() && fork.is_empty() {
            input.parse::<TokenStream>()?;
            TokenStream::new()
        } else {
            input.parse()?
        };
        Ok(Self { literal, args })
    }
}

/// A string and nothing else.
struct Only(LitStr);

impl Parse for Only {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let Text(text) = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() {
            Ok(Self(text))
        } else {
            Err(input.error("expected the end: one string is all it takes"))
        }
    }
}

/// A string, or an error that says that only a string will do.
struct Text(LitStr);

impl Parse for Text {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        match input.fork().parse::<Lit>() {
            Ok(Lit::Str(_)) => input.parse().map(Self),
            Ok(other) => Err(syn::Error::new(other.span(), no_string(&other))),
            Err(_) if input.is_empty() => Err(missing(input, "expected a string in double quotes")),
            Err(_) => Err(input.error(no_literal(input))),
        }
    }
}

fn no_string(other: &Lit) -> &'static str {
    match other {
        Lit::ByteStr(_) => "expected a plain string: leave out the `b`",
        Lit::CStr(_) => "expected a plain string: leave out the `c`",
        _ => "expected a string: write it in double quotes",
    }
}

fn no_literal(input: ParseStream<'_>) -> &'static str {
    let word = input.fork().call(Ident::parse_any);
    match word.map(|word| word.to_string()).as_deref() {
        Ok("transparent") => "expected a string: `transparent` is a word of `#[kate(transparent)]`",
        Ok("fmt") => {
            "expected a string: call a function behind it, `#[detail(\"{}\", show(.id))]`, and mark it `#[kate(emit_only)]`"
        }
        Ok(word)
            if word.chars().all(|c| c.is_lowercase() || c == '_') && !input.peek2(Token![!]) =>
        {
            "expected a string: write it in double quotes"
        }
        _ => {
            "expected a string literal: the text is read at compile time, where macros and constants have no value yet"
        }
    }
}

/// An error behind the last token; `syn`'s own would begin with words about the input's end.
fn missing(input: ParseStream<'_>, message: &str) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// What stands in an attribute's parentheses.
fn arguments<T: Parse>(
    attribute: &Attribute,
    example: &str,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let Meta::List(list) = &attribute.meta else {
        diagnostics.at(
            &attribute.meta,
            format!("expected arguments in parentheses: `{example}`"),
        );
        return None;
    };
    match list.parse_args::<T>() {
        Ok(arguments) => Some(arguments),
        Err(error) if list.tokens.is_empty() && !error.to_string().contains('`') => {
            diagnostics.span(error.span(), format!("{error}: `{example}`"));
            None
        }
        Err(error) => {
            diagnostics.add(error);
            None
        }
    }
}

/// Keeps the first of an attribute that may stand once.
fn once<T>(
    placeholder: &mut Option<T>,
    value: T,
    attribute: &Attribute,
    all: &[Attribute],
    diagnostics: &mut Diagnostics,
) {
    if placeholder.is_some() {
        let name = attribute.path().to_token_stream().to_string();
        let first = all.iter().find(|other| other.path().is_ident(&name));
        let first = match first.map(|first| &first.meta) {
            Some(Meta::List(list)) => format!(", first as `#[{name}({})]`", short(&list.tokens)),
            _ => String::new(),
        };
        diagnostics.at(
            attribute,
            format!("`#[{name}]` is given twice{first}: keep one"),
        );
    } else {
        *placeholder = Some(value);
    }
}

/// Tokens as a message quotes them.
fn short(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

/// `x does not belong on a field: it goes on a variant or a struct`.
fn misplaced(what: &str, targets: &[Target], target: Target) -> String {
    let described: Vec<_> = targets.iter().map(|target| target.describe()).collect();
    let list = match described.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    };
    format!(
        "`{what}` does not belong on {}: it goes on {list}",
        target.describe()
    )
}
