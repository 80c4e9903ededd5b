//! `KateError`, and the response that it makes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericParam, LitStr};

use super::emit::display;
use super::{EmitBounds, Nested, document, implement, local, located};
use crate::generics::{Bounds, by_name, this};
use crate::model::{Field, FieldRole, Model, Role, Variant};

pub(super) fn expand(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let docs = document::table(model);
    let headers = headers(model);
    let member = model.member();
    let nested = model
        .variants
        .iter()
        .any(|variant| matches!(variant.role, Role::Transparent(_)));
    let member = (member != "detail" || nested).then(|| {
        let arms = model.variants.iter().filter_map(|variant| {
            let (path, nested, inner) = (&variant.path, Nested::of(variant)?, local(variant, 0));
            let (member, as_kate_error) = (nested.member, nested.as_kate_error(&inner));
            Some(quote!(#path { #member: #inner } => __kate::KateError::member(#as_kate_error),))
        });
        quote! {
            fn member(&self) -> &'static __kate::str {
                match self {
                    #(#arms)*
                    _ => #member,
                }
            }
        }
    });
    let body = quote! {
        fn status(&self) -> __kate::StatusCode {
            __kate::status(self)
        }

        fn detail(&self) -> __kate::Cow<'static, __kate::str> {
            __kate::detail(self)
        }

        fn fix(&self) -> ::core::option::Option<&'static __kate::str> {
            __kate::fix(self)
        }

        fn headers(&self) -> __kate::HeaderMap {
            #headers
        }

        #member

        fn body(&self) -> __kate::Bytes {
            __kate::body(self)
        }

        fn write_body(&self, __out: &mut __kate::Vec<__kate::u8>) {
            __kate::write_body(self, __out);
        }

        fn spec(&self) -> ::core::option::Option<&'static __kate::ErrorSpec> {
            __kate::spec(self)
        }
    };
    let docs = quote!(#[doc = #docs]);
    let implement = |attributes: &TokenStream, bounds: &Bounds| {
        implement(model, attributes, &quote!(__kate::KateError), bounds, &body)
    };
    match model.words.no_display {
        // Who leaves `Error` to others learns here that it is missing: at the word that says so.
        Some(word) => located(implement(&docs, &bounds.speak), word),
        None if model.params.any() => implement(&docs, &bounds.speak),
        // A missing `Debug` is found where `Error` is implemented, and once. No reader of the docs need see how.
        None => {
            let unchecked = Bounds::unchecked(model, &quote!(::core::error::Error));
            let shown = implement(&quote!(#[cfg(doc)] #docs), &bounds.speak);
            let unseen = implement(&quote!(#[cfg(not(doc))]), &unchecked);
            quote!(#shown #unseen)
        }
    }
}

/// The constant headers, then those of fields.
fn headers(model: &Model<'_>) -> TokenStream {
    let arms: Vec<_> = model.variants.iter().filter_map(header_fields).collect();
    if arms.is_empty() {
        return quote!(__kate::headers(self));
    }
    quote! {
        let mut __headers = __kate::headers(self);
        match self {
            #(#arms)*
            _ => {}
        }
        __headers
    }
}

fn header_fields(variant: &Variant<'_>) -> Option<TokenStream> {
    let path = &variant.path;
    let fields = variant
        .fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| match &field.role {
            FieldRole::Header(name) => Some((field, local(variant, index), name)),
            _ => None,
        });
    let fields: Vec<(&Field<'_>, syn::Ident, &LitStr)> = fields.collect();
    let patterns = fields.iter().map(|(field, local, _)| {
        let member = &field.member;
        quote!(#member: #local,)
    });
    let inserts = fields.iter().map(|(field, local, name)| {
        let value = display(field.inner(), local);
        quote! {
            if let ::core::option::Option::Some(#local) = #local {
                __kate::insert_header(&mut __headers, #name, #value);
            }
        }
    });
    (!fields.is_empty()).then(|| quote!(#path { #(#patterns)* .. } => { #(#inserts)* }))
}

pub(super) fn response(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let this = this(model);
    let mut generics = model.input.generics.clone();
    generics
        .params
        .push(GenericParam::Type(syn::parse_quote!(__B)));
    let mut all = Bounds::default();
    all.add(quote!(__B), quote!(::core::convert::From<__kate::Bytes>));
    let where_clause = all.with(&bounds.speak).where_clause(&generics);
    let where_clause = by_name(model, &where_clause);
    let (impl_generics, _, _) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#this> for __kate::Response<__B> #where_clause {
            fn from(__error: #this) -> Self {
                __kate::respond(&__error)
            }
        }
    }
}
