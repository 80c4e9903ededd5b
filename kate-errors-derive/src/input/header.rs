//! The header of a type that cannot be read whole. Its attributes, name and generics are enough for stub impls.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DataEnum, DeriveInput, Generics, Ident, Token, Visibility, token};

use super::depth;

/// The type without its body, or nothing if it has no name. Parts of the header that cannot be read are left out.
pub(super) fn read(tokens: TokenStream) -> Option<DeriveInput> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is_keyword = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "enum" || word == "struct");
    let keyword = tokens.iter().position(is_keyword)?;
    let name = TokenStream::from(tokens.get(keyword + 1)?.clone());
    let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let generics = tokens[keyword + 2..]
        .iter()
        .take_while(|token| !is_body(token));
    Some(DeriveInput {
        attrs: attributes(&tokens[..keyword]),
        vis: Visibility::Inherited,
        ident: syn::parse2::<Ident>(name).ok()?,
        generics: read_generics(generics.cloned().collect()),
        data: Data::Enum(DataEnum {
            enum_token: <Token![enum]>::default(),
            brace_token: token::Brace::default(),
            variants: Punctuated::new(),
        }),
    })
}

fn attributes(tokens: &[TokenTree]) -> Vec<Attribute> {
    let attributes = tokens.windows(2).filter_map(|pair| {
        let pair: TokenStream = pair.iter().cloned().collect();
        if depth::exceeded(pair.clone()).is_some() {
            return None;
        }
        Attribute::parse_outer.parse2(pair).ok()
    });
    attributes.flatten().collect()
}

fn read_generics(tokens: TokenStream) -> Generics {
    if depth::exceeded(tokens.clone()).is_some() {
        return Generics::default();
    }
    let with_bounds = |input: ParseStream<'_>| {
        let mut generics: Generics = input.parse()?;
        if input.peek(token::Paren) {
            input.parse::<TokenTree>()?;
        }
        generics.where_clause = input.parse()?;
        input.parse::<TokenStream>()?;
        Ok(generics)
    };
    let without_bounds = |input: ParseStream<'_>| {
        let generics = input.parse()?;
        input.parse::<TokenStream>()?;
        Ok(generics)
    };
    let generics = with_bounds.parse2(tokens.clone());
    generics
        .or_else(|_| without_bounds.parse2(tokens))
        .unwrap_or_default()
}
