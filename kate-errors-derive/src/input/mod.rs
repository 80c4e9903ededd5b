//! Parses the tokens of the type. rustc calls the derive only for types that it could parse, but an editor also calls it while
//! one is being typed. Such a type gets one diagnostic, and stub impls by its header.

pub(crate) mod depth;
mod duplicates;
mod header;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{DeriveInput, Error, Ident, braced};

/// The parsed type.
pub(crate) enum Input {
    Whole(DeriveInput),
    /// Only stub impls can be written.
    Partial {
        /// Nothing if rustc reports the error.
        error: Option<Error>,
        /// Nothing if the type has no name.
        input: Option<DeriveInput>,
    },
}

pub(crate) fn parse(tokens: TokenStream) -> Input {
    if let Some(span) = depth::exceeded(tokens.clone()) {
        let message = format!(
            "this stands more than {} levels deep: give a part of it a name of its own, as in `type Part = ...`",
            depth::LIMIT
        );
        return Input::Partial {
            error: Some(Error::new(span, message)),
            input: header::read(tokens),
        };
    }
    match syn::parse2::<DeriveInput>(tokens.clone()) {
        Ok(input) if duplicates::exist(&input) => Input::Partial {
            error: None,
            input: Some(input),
        },
        Ok(input) => Input::Whole(input),
        Err(error) => {
            let input = header::read(tokens.clone());
            let error = match &input {
                Some(input) => at_name(tokens, &input.ident).unwrap_or(error),
                None => Error::new_spanned(tokens, "expected an enum or a struct with a name"),
            };
            Input::Partial {
                error: Some(error),
                input,
            }
        }
    }
}

/// The parser's error. If the type ends too early, the error is at the type's name, and not at the macro call.
fn at_name(tokens: TokenStream, name: &Ident) -> Option<Error> {
    let mut group = Group::new(Delimiter::Brace, tokens);
    group.set_span(name.span());
    let parser = |input: ParseStream<'_>| {
        let content;
        braced!(content in input);
        content.parse::<DeriveInput>()
    };
    parser.parse2(TokenTree::from(group).into()).err()
}
