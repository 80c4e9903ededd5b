//! The generic parameters of a type, and which field types name them.

use std::collections::BTreeSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Generics;

/// The names of a type's type and const parameters. If there are any, `Self` is among them.
pub(crate) struct GenericParams {
    names: BTreeSet<String>,
}

impl GenericParams {
    pub(crate) fn new(generics: &Generics) -> Self {
        let types = generics.type_params().map(|param| param.ident.to_string());
        let constants = generics.const_params().map(|param| param.ident.to_string());
        let mut names: BTreeSet<_> = types.chain(constants).collect();
        if !names.is_empty() {
            names.insert("Self".to_owned());
        }
        Self { names }
    }

    pub(crate) fn any(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether these tokens name a parameter.
    pub(crate) fn named_in(&self, tokens: &impl ToTokens) -> bool {
        self.scan(&tokens.to_token_stream())
    }

    fn scan(&self, tokens: &TokenStream) -> bool {
        // A name after `::` is not a parameter's. A name after a single colon may be one, as in `fn(name: T)`.
        let (mut after_colon, mut after_path) = (false, false);
        tokens.clone().into_iter().any(|token| {
            let found = match &token {
                TokenTree::Ident(ident) => !after_path && self.names.contains(&ident.to_string()),
                TokenTree::Group(group) => self.scan(&group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => false,
            };
            let colon = match &token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => Some(punct.spacing()),
                TokenTree::Punct(_)
                | TokenTree::Ident(_)
                | TokenTree::Group(_)
                | TokenTree::Literal(_) => None,
            };
            after_path = after_colon && colon.is_some();
            after_colon = colon == Some(Spacing::Joint);
            found
        })
    }
}
