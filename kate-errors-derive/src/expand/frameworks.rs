//! The traits of frameworks. The crate `kate-errors` has a macro for each framework, which generates the impls. The derive knows
//! only the macro's name.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{Error, Generics, Ident};

use super::bounds::Bounds;
use super::implement::located;
use super::rewrite::by_name;
use crate::diagnostics::compile_errors;
use crate::model::Model;

pub(crate) fn expand(model: &Model<'_>, bounds: &Bounds) -> TokenStream {
    let words = model.words.frameworks.iter();
    words.map(|word| framework(model, word, bounds)).collect()
}

/// Calls a framework's macro. Unmet bounds are reported at the framework's word.
fn framework(model: &Model<'_>, word: &Ident, bounds: &Bounds) -> TokenStream {
    let generics = &model.input.generics;
    let span = Span::call_site().located_at(word.span());
    let params = params(generics);
    let this = located(model.this(), span);
    let predicates = bounds
        .where_clause(generics)
        .map(|clause| located(by_name(model, &clause.predicates), span));
    let without_feature = compile_errors([Error::new(word.span(), missing_feature(word))]);
    quote_spanned! {span=>
        __kate::implement::#word! { [#params] [#this] [#predicates] { #without_feature } }
    }
}

/// The generic parameters of an impl, without brackets.
fn params(generics: &Generics) -> TokenStream {
    let (impl_generics, _, _) = generics.split_for_impl();
    let mut tokens: Vec<_> = impl_generics.to_token_stream().into_iter().collect();
    tokens.pop();
    tokens.into_iter().skip(1).collect()
}

fn missing_feature(word: &Ident) -> String {
    const VERSION: &str = concat!(
        env!("CARGO_PKG_VERSION_MAJOR"),
        ".",
        env!("CARGO_PKG_VERSION_MINOR")
    );
    format!(
        "`{word}` needs the feature of that name: write `kate-errors = {{ version = \"{VERSION}\", features = [\"{word}\"] }}` in `Cargo.toml`"
    )
}
