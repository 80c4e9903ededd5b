//! `#[status(402)]`, `#[status(PAYMENT_REQUIRED)]`, `#[status(400, accept(409, 422))]`, `#[status(400, accept(any))]`

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitInt, LitStr, Token, parenthesized};

use crate::mistakes::{Mistakes, suggestion};
use crate::model::{Accept, Status};
use crate::status::{NAMES, NOT_ERRORS};

pub(super) fn parse(attribute: &Attribute, mistakes: &mut Mistakes) -> Option<Status> {
    let Arguments { code, accept } = super::arguments(attribute, "#[status(404)]", mistakes)?;
    let mut accepted = Vec::new();
    for (other, span) in accept.codes {
        if other == code {
            mistakes.span(
                span,
                format!("{other} is the error's own status: it is accepted without saying so"),
            );
        } else if accepted.contains(&other) {
            mistakes.span(span, format!("{other} is accepted twice: keep one"));
        } else {
            accepted.push(other);
        }
    }
    let accept = if accept.any {
        Accept::Any
    } else {
        Accept::Only(accepted)
    };
    Some(Status {
        code,
        accept,
        span: attribute.meta.span(),
    })
}

struct Arguments {
    code: u16,
    accept: Accepted,
}

#[derive(Default)]
struct Accepted {
    any: bool,
    codes: Vec<(u16, Span)>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (code, _) = code(input)?;
        let mut accept = Accepted::default();
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            accept = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            Ok(Self { code, accept })
        } else {
            Err(input.error(
                "expected the end: write `#[status(404)]` or `#[status(404, accept(400, 422))]`",
            ))
        }
    }
}

impl Parse for Accepted {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        const WANTED: &str = "expected `accept(...)` with more statuses that decoding takes: `accept(409, 422)` or `accept(any)`";
        let word: Ident = input
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), WANTED))?;
        if word != "accept" || !input.peek(syn::token::Paren) {
            return Err(syn::Error::new(word.span(), WANTED));
        }
        let list;
        parenthesized!(list in input);
        let any: Option<Ident> = list.fork().parse().ok();
        if any.is_some_and(|word| word == "any") {
            list.parse::<Ident>()?;
            list.parse::<Option<Token![,]>>()?;
            if !list.is_empty() {
                return Err(list.error("`accept(any)` takes every error status: it needs no more"));
            }
            return Ok(Self {
                any: true,
                codes: Vec::new(),
            });
        }
        let codes = list.parse_terminated(code, Token![,])?;
        if codes.is_empty() {
            return Err(syn::Error::new(
                word.span(),
                "`accept()` names no status: write `accept(409, 422)` or `accept(any)`",
            ));
        }
        Ok(Self {
            any: false,
            codes: codes.into_iter().collect(),
        })
    }
}

/// A number, or the name of a constant of `http::StatusCode`.
fn code(input: ParseStream<'_>) -> syn::Result<(u16, Span)> {
    const WANTED: &str =
        "expected a number from 400 to 599, or a name of `http::StatusCode`: `404` or `NOT_FOUND`";
    if input.peek(LitInt) {
        let literal: LitInt = input.parse()?;
        return match literal.base10_parse() {
            Ok(code @ 400..=599) => Ok((code, literal.span())),
            _ => Err(syn::Error::new(
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
    if !input.peek(Ident::peek_any) {
        return Err(super::missing(input, WANTED));
    }
    let name = input.call(Ident::parse_any)?;
    if input.peek(Token![::]) {
        return Err(syn::Error::new(
            name.span(),
            "write the constant's name alone: `NOT_FOUND`",
        ));
    }
    if name == "accept" {
        return Err(syn::Error::new(
            name.span(),
            "the error's own status comes first: `#[status(400, accept(422))]`",
        ));
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
