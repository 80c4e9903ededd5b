//! Functions that the parsers of attributes share.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Lit, LitStr, Meta, Token};

use crate::diagnostics::Diagnostics;

/// The arguments in an attribute's parentheses. Diagnostics about missing ones show the example.
pub(super) fn parse<T: Parse>(
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

/// Sets the value of an attribute that may be given once. The first value is kept; `all` contains the attribute that set it.
pub(super) fn set_once<T>(
    target: &mut Option<T>,
    value: T,
    attribute: &Attribute,
    all: &[Attribute],
    diagnostics: &mut Diagnostics,
) {
    if target.is_none() {
        *target = Some(value);
        return;
    }
    let name = attribute.path().to_token_stream().to_string();
    let first = all.iter().find(|other| other.path().is_ident(&name));
    let first = match first.map(|first| &first.meta) {
        Some(Meta::List(list)) => format!(", first as `#[{name}({})]`", shortened(&list.tokens)),
        Some(Meta::Path(_) | Meta::NameValue(_)) | None => String::new(),
    };
    diagnostics.at(
        attribute,
        format!("`#[{name}]` is given twice{first}: keep one"),
    );
}

/// Tokens in a message, cut where they are long.
fn shortened(tokens: &TokenStream) -> String {
    let tokens = tokens.to_string();
    match tokens.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &tokens[..end]),
        None => tokens,
    }
}

/// A string. Other arguments may follow it.
pub(super) struct StringLiteral(pub(super) LitStr);

impl Parse for StringLiteral {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        match input.fork().parse::<Lit>() {
            Ok(Lit::Str(_)) => input.parse().map(Self),
            Ok(other) => Err(syn::Error::new(other.span(), wrong_literal(&other))),
            Err(_) if input.is_empty() => {
                Err(error_here(input, "expected a string in double quotes"))
            }
            Err(_) => Err(input.error(no_literal(input))),
        }
    }
}

/// A string that is the only argument.
pub(super) struct OnlyString(pub(super) LitStr);

impl Parse for OnlyString {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let StringLiteral(string) = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() {
            Ok(Self(string))
        } else {
            Err(input.error("expected the end: one string is all it takes"))
        }
    }
}

fn wrong_literal(literal: &Lit) -> &'static str {
    match literal {
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
        Ok(_) | Err(_) => {
            "expected a string literal: the text is read at compile time, where macros and constants have no value yet"
        }
    }
}

/// An error at the next token or the end. At the end, `ParseBuffer::error` would put its own words before the message.
pub(super) fn error_here(input: ParseStream<'_>, message: &str) -> syn::Error {
    syn::Error::new(input.span(), message)
}
