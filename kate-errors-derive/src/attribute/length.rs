//! The value of `#[kate(len = ...)]`: a number, or a range of numbers.

use kate_errors_core::Length;
use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, Token};

use crate::diagnostics::Diagnostics;
use crate::model::TextLength;

pub(super) const USAGE: &str = "len = 32` or `len = 1..=63";

/// Reads the tokens after `len =`.
pub(super) fn read(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<TextLength> {
    let limits = syn::parse2(tokens.clone()).map(|Limits { min, max }| (min, max));
    let Ok((min, max)) = limits else {
        diagnostics.at(tokens, format!("expected a number or a range: `{USAGE}`"));
        return None;
    };
    let most = u64::from(Length::MOST);
    if min > most || max.is_some_and(|max| max > most) {
        let message = format!("a length is at most {most}: leave the upper end of the range open");
        diagnostics.at(tokens, message);
        return None;
    }
    if max.is_some_and(|max| max < min) {
        diagnostics.at(
            tokens,
            "no text has this length: write the lower number first, as in `1..=63`",
        );
        return None;
    }
    let small = |length: u64| u16::try_from(length).unwrap_or(u16::MAX);
    Some(TextLength {
        min: small(min),
        max: max.map(small),
        tokens,
    })
}

/// A number such as `32`, or a range such as `1..=63`, `..64` or `1..`.
struct Limits {
    min: u64,
    max: Option<u64>,
}

impl Parse for Limits {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let start = number(input)?;
        if input.is_empty() {
            let length = start.ok_or_else(|| input.error("no number"))?;
            return Ok(Self {
                min: length,
                max: Some(length),
            });
        }
        let min = start.unwrap_or(0);
        if input.parse::<Option<Token![..=]>>()?.is_some() {
            let end = number(input)?.ok_or_else(|| input.error("no number"))?;
            return Ok(Self {
                min,
                max: Some(end),
            });
        }
        input.parse::<Token![..]>()?;
        let end = number(input)?;
        // A range of no lengths is reversed, which is reported.
        let max = end.map(|end| end.saturating_sub(1));
        let min = if end == Some(0) { 1 } else { min };
        Ok(Self { min, max })
    }
}

fn number(input: ParseStream<'_>) -> syn::Result<Option<u64>> {
    let literal = input.parse::<Option<LitInt>>()?;
    literal.map(|literal| literal.base10_parse()).transpose()
}
