//! Impls.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
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

/// A parameter of a method that a user's rustdoc shows. Only rustdoc sees the plain name: in the compiled code, it could be a unit
/// struct or a constant of the user's module. The method's body uses the name with two underscores. rustdoc reads no bodies.
pub(super) fn parameter(name: &str, ty: impl ToTokens) -> TokenStream {
    let (plain, local) = (format_ident!("{name}"), format_ident!("__{name}"));
    quote!(#[cfg(doc)] #plain: #ty, #[cfg(not(doc))] #local: #ty)
}

/// The type parameter of the impl for `http::Response<B>`. A user's rustdoc shows it, so it is `B`, unless the type or a bound
/// may have that name too. A type parameter has no hygiene, and a macro may expand to any name.
pub(crate) fn body_parameter(model: &Model<'_>, bounds: &Bounds) -> Ident {
    let (ident, generics) = (model.ident(), &model.input.generics);
    let (params, where_clause) = (&generics.params, bounds.where_clause(generics));
    let is_taken = may_name(quote!(#ident #params #where_clause), "B");
    format_ident!("{}", if is_taken { "__B" } else { "B" })
}

/// Whether tokens have this identifier, or call a macro.
fn may_name(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(punct) => punct.as_char() == '!',
        TokenTree::Group(group) => may_name(group.stream(), name),
        TokenTree::Literal(_) => false,
    })
}

/// An impl of `From<Type>` for `http::Response<B>`, where `B` is the [`body_parameter`].
pub(crate) fn implement_into_response(
    model: &Model<'_>,
    body_parameter: &Ident,
    bounds: &Bounds,
    body: impl ToTokens,
) -> TokenStream {
    let mut generics = model.input.generics.clone();
    generics.params.push(parse_quote!(#body_parameter));
    let where_clause = by_name(model, &bounds.where_clause(&generics));
    let (impl_generics, _, _) = generics.split_for_impl();
    let this = model.this();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#this> for __kate::Response<#body_parameter> #where_clause {
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
