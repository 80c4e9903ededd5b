//! The generic parameters of a type, and which field types name them.

use std::collections::BTreeSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::DeriveInput;

/// The names of a type's type and const parameters. If there are any, `Self` is among them.
pub(crate) struct GenericParams {
    names: BTreeSet<String>,
    /// The name of the type itself.
    container: String,
}

impl GenericParams {
    pub(crate) fn new(input: &DeriveInput) -> Self {
        let generics = &input.generics;
        let types = generics.type_params().map(|param| param.ident.to_string());
        let constants = generics.const_params().map(|param| param.ident.to_string());
        let mut names: BTreeSet<_> = types.chain(constants).collect();
        if !names.is_empty() {
            names.insert("Self".to_owned());
        }
        Self {
            names,
            container: input.ident.to_string(),
        }
    }

    pub(crate) fn any(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether these tokens name a parameter.
    pub(crate) fn named_in(&self, tokens: &impl ToTokens) -> bool {
        let is_param = |name: &str| self.names.contains(name);
        scan(&tokens.to_token_stream(), &is_param)
    }

    /// Whether these tokens name the type itself. A type of that name in another module is another type.
    pub(crate) fn container_named_in(&self, tokens: &impl ToTokens) -> bool {
        let is_container = |name: &str| name == "Self" || name == self.container;
        scan(&tokens.to_token_stream(), &is_container)
    }
}

/// Whether these tokens have such a name, other than after `::`, where a name is that of an item elsewhere.
fn scan(tokens: &TokenStream, is_meant: &dyn Fn(&str) -> bool) -> bool {
    // After a single colon it may be the type of a function's parameter. `self::` is the module of the type.
    let (mut after_colon, mut after_path, mut after_self) = (false, false, false);
    tokens.clone().into_iter().any(|token| {
        let mut is_self = false;
        let found = match &token {
            TokenTree::Ident(ident) => {
                is_self = ident == "self";
                (!after_path || after_self) && is_meant(&ident.to_string())
            }
            TokenTree::Group(group) => scan(&group.stream(), is_meant),
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
        after_self = is_self || after_self && colon.is_some();
        found
    })
}
