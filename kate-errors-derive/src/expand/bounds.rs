//! The where clauses of impls.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, WhereClause, parse_quote};

use super::rewrite::names_one_type;
use crate::model::Model;

/// The bounds that an impl adds to those of the type, each once, in the order in which they were added.
#[derive(Default)]
pub(crate) struct Bounds {
    seen: BTreeSet<String>,
    predicates: Vec<TokenStream>,
}

impl Bounds {
    pub(crate) fn add(&mut self, subject: impl ToTokens, bound: impl ToTokens) {
        self.add_predicate(quote!(#subject: #bound));
    }

    fn add_predicate(&mut self, predicate: TokenStream) {
        if self.seen.insert(predicate.to_string()) || !names_one_type(&predicate) {
            self.predicates.push(predicate);
        }
    }

    /// A bound on the type itself. rustc checks it where the impl is used, and not at the impl, because the lifetime makes it
    /// look generic.
    pub(crate) fn unchecked(model: &Model<'_>, bound: impl ToTokens) -> Self {
        let this = model.this();
        let mut bounds = Self::default();
        bounds.add(quote!(for<'__unchecked> #this), bound);
        bounds
    }

    /// These bounds, followed by others.
    pub(crate) fn and(mut self, others: &Self) -> Self {
        for predicate in &others.predicates {
            self.add_predicate(predicate.clone());
        }
        self
    }

    /// The where clause of an impl: the bounds that its generics have, followed by the added ones.
    pub(crate) fn where_clause(&self, generics: &Generics) -> Option<WhereClause> {
        let mut generics = generics.clone();
        for predicate in &self.predicates {
            generics
                .make_where_clause()
                .predicates
                .push(parse_quote!(#predicate));
        }
        generics.where_clause
    }
}
