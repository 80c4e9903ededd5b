//! Type parameters: which types name them, and the bounds that the impls need for it.

use std::collections::BTreeSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, WhereClause, parse_quote};

use crate::expand::ident;
use crate::model::Model;

/// The names of a type's parameters.
pub(crate) struct Params {
    /// `Self` among them, if there are any.
    names: BTreeSet<String>,
}

impl Params {
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

    /// Whether these tokens name a parameter. Behind `::` stands the name of something else.
    pub(crate) fn named_in(&self, tokens: &impl ToTokens) -> bool {
        self.scan(&tokens.to_token_stream())
    }

    fn scan(&self, tokens: &TokenStream) -> bool {
        let (mut colon, mut behind_path) = (false, false);
        tokens.clone().into_iter().any(|token| {
            let found = match &token {
                TokenTree::Ident(ident) => !behind_path && self.names.contains(&ident.to_string()),
                TokenTree::Group(group) => self.scan(&group.stream()),
                _ => false,
            };
            let punct = match &token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => Some(punct.spacing()),
                _ => None,
            };
            // One colon alone stands before the type of a function's parameter.
            behind_path = colon && punct.is_some();
            colon = punct == Some(Spacing::Joint);
            found
        })
    }
}

/// The bounds of one impl, each once, in the order in which they were needed.
#[derive(Default)]
pub(crate) struct Bounds {
    seen: BTreeSet<String>,
    all: Vec<TokenStream>,
}

impl Bounds {
    pub(crate) fn add(&mut self, subject: impl ToTokens, bound: impl ToTokens) {
        let predicate = quote!(#subject: #bound);
        if self.seen.insert(predicate.to_string()) {
            self.all.push(predicate);
        }
    }

    /// A bound on the type itself that is not checked where the impl stands: a lifetime makes it look generic.
    pub(crate) fn unchecked(model: &Model<'_>, bound: &TokenStream) -> Self {
        let this = this(model);
        let mut bounds = Self::default();
        bounds.add(quote!(for<'__unchecked> #this), bound);
        bounds
    }

    pub(crate) fn with(mut self, other: &Self) -> Self {
        for predicate in &other.all {
            if self.seen.insert(predicate.to_string()) {
                self.all.push(predicate.clone());
            }
        }
        self
    }

    /// The type's own where clause and these bounds.
    pub(crate) fn where_clause(&self, generics: &Generics) -> Option<WhereClause> {
        let mut generics = generics.clone();
        for predicate in &self.all {
            generics
                .make_where_clause()
                .predicates
                .push(parse_quote!(#predicate));
        }
        generics.where_clause
    }
}

/// A type outside the impl: the impl's lifetimes are `'static` there, and `Self` is the type's name.
pub(crate) fn outside(model: &Model<'_>, tokens: &impl ToTokens) -> TokenStream {
    let tokens = tokens.to_token_stream();
    let mut bound = BTreeSet::new();
    find_bound(&tokens, &mut bound);
    let this = rewrite(this(model), &TokenStream::new(), Some(&BTreeSet::new()));
    rewrite(tokens, &this, Some(&bound))
}

/// Bounds in an impl for another type: `Self` is the type's name.
pub(crate) fn by_name(model: &Model<'_>, tokens: &impl ToTokens) -> TokenStream {
    rewrite(tokens.to_token_stream(), &this(model), None)
}

/// The type with its parameters, by name.
pub(crate) fn this(model: &Model<'_>) -> TokenStream {
    let (_, type_generics, _) = model.input.generics.split_for_impl();
    let ident = ident(model);
    quote!(#ident #type_generics)
}

/// The lifetimes that a `for<...>` binds, which are never named as the impl's are: rustc sees to that.
fn find_bound(tokens: &TokenStream, bound: &mut BTreeSet<String>) {
    let (mut before, mut binds) = (String::new(), false);
    for token in tokens.clone() {
        let mut text = String::new();
        match &token {
            TokenTree::Group(group) => find_bound(&group.stream(), bound),
            TokenTree::Ident(ident) => {
                text = ident.to_string();
                if binds && before == "'" {
                    bound.insert(text.clone());
                }
            }
            TokenTree::Punct(punct) => {
                text = punct.to_string();
                binds = binds && text != ">" || before == "for" && text == "<";
            }
            TokenTree::Literal(_) => {}
        }
        before = text;
    }
}

/// Lifetimes become `'static` but for those that are bound, if any do.
fn rewrite(
    tokens: TokenStream,
    this: &TokenStream,
    bound: Option<&BTreeSet<String>>,
) -> TokenStream {
    let is_free =
        |name: &proc_macro2::Ident| bound.is_some_and(|bound| !bound.contains(&name.to_string()));
    let mut quoted = false;
    let mut out = TokenStream::new();
    for mut token in tokens {
        match &token {
            TokenTree::Group(group) => {
                let stream = rewrite(group.stream(), this, bound);
                let mut inner = proc_macro2::Group::new(group.delimiter(), stream);
                inner.set_span(group.span());
                token = inner.into();
            }
            TokenTree::Ident(ident) if quoted && is_free(ident) => {
                token = proc_macro2::Ident::new("static", ident.span()).into();
            }
            TokenTree::Ident(ident) if ident == "Self" => {
                out.extend(this.clone());
                continue;
            }
            _ => {}
        }
        quoted = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        out.extend([token]);
    }
    out
}
