//! `#[detail("Artifact {id} not found")]`, `#[detail("{} fields are invalid", .errors.len())]`

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token};

use super::arguments::StringLiteral;

/// The literal of a detail, and the arguments after it with the comma before them.
#[derive(Clone)]
pub(crate) struct Detail {
    pub(crate) literal: LitStr,
    pub(crate) args: TokenStream,
}

impl Parse for Detail {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let StringLiteral(literal) = input.parse()?;
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected a comma or the end: a text is one string"));
        }
        let only_comma = {
            let ahead = input.fork();
            ahead.parse::<Option<Token![,]>>()?.is_some() && ahead.is_empty()
        };
        let mut args = input.parse()?;
        if only_comma {
            args = TokenStream::new();
        }
        Ok(Self { literal, args })
    }
}
