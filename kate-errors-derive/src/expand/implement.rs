//! Impls.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse_quote;

use super::bounds::Bounds;
use super::rewrite::by_name;
use crate::model::Model;

/// An impl of a trait for the type.
pub(crate) fn implement(
    model: &Model<'_>,
    what: impl ToTokens,
    bounds: &Bounds,
    body: impl ToTokens,
) -> TokenStream {
    let generics = &model.input.generics;
    let (impl_generics, _, _) = generics.split_for_impl();
    let where_clause = bounds.where_clause(generics);
    let this = model.this();
    quote! {
        #[automatically_derived]
        impl #impl_generics #what for #this #where_clause {
            #body
        }
    }
}

/// An impl of `From<Type>` for `http::Response<__B>`.
pub(crate) fn implement_into_response(
    model: &Model<'_>,
    bounds: &Bounds,
    body: impl ToTokens,
) -> TokenStream {
    let mut generics = model.input.generics.clone();
    generics.params.push(parse_quote!(__B));
    let where_clause = by_name(model, &bounds.where_clause(&generics));
    let (impl_generics, _, _) = generics.split_for_impl();
    let this = model.this();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#this> for __kate::Response<__B> #where_clause {
            #body
        }
    }
}

/// The tokens with another location, where rustc reports errors about the impl as a whole.
pub(super) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let located = tokens.into_iter().map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    located.collect()
}
