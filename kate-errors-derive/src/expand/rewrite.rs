//! Rewrites types and bounds of the user for places where `Self` or a lifetime would mean something else.

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;

use crate::model::Model;

/// A type, for use outside of impls: `Self` becomes the type's name, and lifetimes become `'static`.
pub(crate) fn outside_impls(model: &Model<'_>, tokens: &impl ToTokens) -> TokenStream {
    let tokens = tokens.to_token_stream();
    let mut bound = BTreeSet::new();
    find_bound_lifetimes(&tokens, &mut bound);
    let this = rewrite(model.this(), &TokenStream::new(), Some(&BTreeSet::new()));
    rewrite(tokens, &this, Some(&bound))
}

/// Bounds, for use in an impl for another type: `Self` becomes the type's name.
pub(crate) fn by_name(model: &Model<'_>, tokens: &impl ToTokens) -> TokenStream {
    rewrite(tokens.to_token_stream(), &model.this(), None)
}

/// Whether all tokens that print like these name the same type. `$crate` prints the same for every crate.
pub(crate) fn names_one_type(tokens: &impl ToTokens) -> bool {
    let mut tokens = tokens.to_token_stream().into_iter();
    tokens.all(|token| match token {
        TokenTree::Ident(ident) => ident != "$crate",
        TokenTree::Group(group) => names_one_type(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => true,
    })
}

/// Collects the lifetimes that a `for<...>` binds. rustc does not allow them to have the name of another lifetime in scope.
fn find_bound_lifetimes(tokens: &TokenStream, bound: &mut BTreeSet<String>) {
    let (mut before, mut in_binder) = (String::new(), false);
    for token in tokens.clone() {
        let mut current = String::new();
        match &token {
            TokenTree::Group(group) => find_bound_lifetimes(&group.stream(), bound),
            TokenTree::Ident(ident) => {
                current = ident.to_string();
                if in_binder && before == "'" {
                    bound.insert(current.clone());
                }
            }
            TokenTree::Punct(punct) => {
                current = punct.to_string();
                in_binder = in_binder && current != ">" || before == "for" && current == "<";
            }
            TokenTree::Literal(_) => {}
        }
        before = current;
    }
}

/// Replaces `Self` by `this`, and lifetimes by `'static` except those in `bound`. Without `bound`, lifetimes stay.
fn rewrite(
    tokens: TokenStream,
    this: &TokenStream,
    bound: Option<&BTreeSet<String>>,
) -> TokenStream {
    let is_free = |name: &Ident| bound.is_some_and(|bound| !bound.contains(&name.to_string()));
    let mut after_quote = false;
    let mut out = TokenStream::new();
    for mut token in tokens {
        match &token {
            TokenTree::Group(group) => {
                let stream = rewrite(group.stream(), this, bound);
                let mut rewritten = Group::new(group.delimiter(), stream);
                rewritten.set_span(group.span());
                token = rewritten.into();
            }
            TokenTree::Ident(ident) if after_quote && is_free(ident) => {
                token = Ident::new("static", ident.span()).into();
            }
            TokenTree::Ident(ident) if ident == "Self" => {
                out.extend(this.clone());
                continue;
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        out.extend([token]);
    }
    out
}
