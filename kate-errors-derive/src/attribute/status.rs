//! `#[status(402)]`, `#[status(PAYMENT_REQUIRED)]`, `#[status(400, accept(409, 422))]`, `#[status(400, accept(any))]`

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitBool, LitInt, LitStr, Path, Token, parenthesized, token};

use super::arguments::{self, error_here};
use crate::diagnostics::{Diagnostics, suggestion};
use crate::model::{Accept, Status};
use crate::status::{NAMES, NOT_ERRORS};

pub(super) fn parse(attribute: &Attribute, diagnostics: &mut Diagnostics) -> Option<Status> {
    let Arguments { code, accept } = arguments::parse(attribute, "#[status(404)]", diagnostics)?;
    let mut accepted = Vec::new();
    for (other, span) in accept.codes {
        if other == code {
            diagnostics.span(
                span,
                format!("{other} is the error's own status, which is accepted: leave it out"),
            );
        } else if accepted.contains(&other) {
            diagnostics.span(span, format!("{other} is accepted twice: keep one"));
        } else {
            accepted.push(other);
        }
    }
    let accept = if accept.any {
        Accept::Any
    } else {
        Accept::Only(accepted)
    };
    Some(Status { code, accept })
}

/// The arguments of the attribute.
struct Arguments {
    code: u16,
    accept: Accepted,
}

/// `accept(...)`
#[derive(Default)]
struct Accepted {
    /// Whether it is written at all.
    is_written: bool,
    any: bool,
    codes: Vec<(u16, Span)>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident) {
            let word: Ident = input.fork().parse()?;
            if word == "accept" || word == "any" {
                let message = "the error's own status comes first: `#[status(400, accept(any))]`";
                return Err(syn::Error::new(word.span(), message));
            }
        }
        if is_computed(input) {
            let message = "a status is fixed at compile time: write `404` or `NOT_FOUND`, or mark a variant `#[kate(other)]` for one that is not";
            return Err(error_here(input, message));
        }
        let (code, _) = code(input)?;
        let mut accept = Accepted::default();
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            accept = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            return Ok(Self { code, accept });
        }
        let again = input
            .fork()
            .call(Ident::parse_any)
            .is_ok_and(|word| word == "accept");
        Err(input.error(match (again, accept.is_written) {
            (true, true) => "`accept` is given twice: list all in one, `accept(410, 409)`",
            (true, false) => "expected a comma before `accept`",
            (false, _) => "expected the end: a status is one number or one name, with `accept(...)` behind it or not",
        }))
    }
}

impl Parse for Accepted {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        const WANTED: &str = "expected `accept(...)` with more statuses that decoding takes: `accept(409, 422)` or `accept(any)`";
        let word: Ident = input
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), WANTED))?;
        if word != "accept" || !input.peek(token::Paren) {
            let near = suggestion(&word.to_string(), ["accept"]);
            let message = if word == "accept" || near.is_empty() {
                WANTED.to_owned()
            } else {
                format!("`#[status]` has no word `{word}`{near}")
            };
            return Err(syn::Error::new(word.span(), message));
        }
        let list;
        parenthesized!(list in input);
        let mut accepted = Self {
            is_written: true,
            ..Self::default()
        };
        let any: Option<Ident> = list.fork().parse().ok();
        if any.is_some_and(|word| word == "any") {
            list.parse::<Ident>()?;
            list.parse::<Option<Token![,]>>()?;
            if !list.is_empty() {
                let message = "`accept(any)` takes every error status: leave the others out";
                return Err(list.error(message));
            }
            accepted.any = true;
            return Ok(accepted);
        }
        while !list.is_empty() {
            accepted.codes.push(code(&list)?);
            if list.parse::<Option<Token![,]>>()?.is_none() && !list.is_empty() {
                return Err(list.error("expected a comma: `accept(409, 422)`"));
            }
        }
        if accepted.codes.is_empty() {
            return Err(syn::Error::new(
                word.span(),
                "`accept()` names no status: write `accept(409, 422)` or `accept(any)`",
            ));
        }
        Ok(accepted)
    }
}

/// Whether an expression follows that has its value at run time: `self.code`, `.code`, `code`, `code()`, `Self::code(self)`.
fn is_computed(input: ParseStream<'_>) -> bool {
    if input.peek(Token![.]) || input.peek(Token![self]) {
        return true;
    }
    let ahead = input.fork();
    let Ok(path) = Path::parse_mod_style(&ahead) else {
        return false;
    };
    if ahead.peek(Token![.]) || ahead.peek(token::Paren) {
        return true;
    }
    let Some(name) = path.get_ident().map(ToString::to_string) else {
        return false;
    };
    let is_of_field = name.chars().all(|c| !c.is_uppercase()) && name != "any" && name != "_";
    let known = NAMES.iter().map(|(known, _)| *known);
    is_of_field && ahead.is_empty() && suggestion(&name.to_uppercase(), known).is_empty()
}

/// A number, or the name of a constant of `http::StatusCode`.
fn code(input: ParseStream<'_>) -> syn::Result<(u16, Span)> {
    const WANTED: &str =
        "expected a number from 400 to 599, or a name of `http::StatusCode`: `404` or `NOT_FOUND`";
    if input.peek(LitInt) {
        let literal: LitInt = input.parse()?;
        return match literal.base10_parse() {
            Ok(code @ 400..=599) => Ok((code, literal.span())),
            Ok(_) | Err(_) => Err(syn::Error::new(
                literal.span(),
                format!("`{literal}` is no error status: {WANTED}"),
            )),
        };
    }
    if let Ok(text) = input.fork().parse::<LitStr>() {
        return Err(syn::Error::new(
            text.span(),
            format!("a status is written without quotes: {WANTED}"),
        ));
    }
    if !input.peek(Ident::peek_any) || input.peek(LitBool) {
        return Err(error_here(input, WANTED));
    }
    if input.peek2(Token![::]) {
        let path = Path::parse_mod_style(input)?;
        let last = path.segments.last().map(|last| last.ident.to_string());
        let known = last.filter(|last| NAMES.iter().any(|(known, _)| known == last));
        let message = match known {
            Some(known) => format!("a status is named without a path: write `{known}`"),
            None => WANTED.to_owned(),
        };
        return Err(syn::Error::new_spanned(path, message));
    }
    let name = input.call(Ident::parse_any)?;
    if input.peek(Token![=]) && !input.peek(Token![=>]) {
        return Err(syn::Error::new(name.span(), WANTED));
    }
    if name == "any" {
        return Err(syn::Error::new(
            name.span(),
            "`any` takes every error status: write `accept(any)` with nothing else",
        ));
    }
    let text = name.to_string();
    let known = NAMES.iter().find(|(known, _)| *known == text);
    match known {
        Some((_, code)) => Ok((*code, name.span())),
        None if NOT_ERRORS.contains(&&*text) => Err(syn::Error::new(
            name.span(),
            format!("`{name}` is no error status: {WANTED}"),
        )),
        None => {
            let mut near = suggestion(&text.to_uppercase(), NAMES.iter().map(|(known, _)| *known));
            if near.is_empty() {
                near.push_str(": write the number");
            }
            Err(syn::Error::new(
                name.span(),
                format!("`http::StatusCode` has no error named `{name}`{near}"),
            ))
        }
    }
}
