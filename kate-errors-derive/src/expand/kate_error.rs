//! `KateError`, and the conversion into a response.

use proc_macro2::TokenStream;
use quote::quote;

use super::bounds::Bounds;
use super::document;
use super::implement::{body_parameter, implement, implement_into_response, located, parameter};
use super::transparent::Transparent;
use crate::model::{Model, Role, Variant};

pub(super) fn expand(model: &Model<'_>, bounds: &Bounds) -> TokenStream {
    let headers = headers(model);
    let member = member(model);
    let out = parameter("out", quote!(&mut __kate::Vec<__kate::u8>));
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

        fn write_body(&self, #out) {
            __kate::write_body(self, __out);
        }

        fn spec(&self) -> ::core::option::Option<&'static __kate::ErrorSpec> {
            __kate::spec(self)
        }
    };
    let implement = |bounds: &Bounds| implement(model, quote!(__kate::KateError), bounds, &body);
    let documentation = document::markdown(model);
    let documentation = quote!(#[doc = #documentation]);
    let documented = implement(bounds);
    let documented = quote!(#documentation #documented);
    if let Some(word) = model.words.no_display {
        // If the user's impl of `Error` is missing, rustc reports it at the word `no_display`.
        located(documented, word)
    } else if model.generic_params.any() {
        documented
    } else {
        // If `Debug` is missing, rustc reports it at the impl of `Error`. Checked here too, it would be reported twice.
        let unchecked = Bounds::unchecked(model, quote!(::core::error::Error));
        let compiled = implement(&unchecked);
        quote! {
            #[cfg(doc)]
            #documented
            #[cfg(not(doc))]
            #compiled
        }
    }
}

/// The method `member`, if it differs from the default.
fn member(model: &Model<'_>) -> Option<TokenStream> {
    let member = model.member();
    let mut variants = model.variants.iter();
    let is_default =
        member == "detail" && !variants.any(|variant| matches!(variant.role, Role::Transparent(_)));
    if is_default {
        return None;
    }
    let arms = model.variants.iter().filter_map(|variant| {
        let (path, field, inner) = (variant.path(), Transparent::of(variant)?, variant.local(0));
        let (member, as_kate_error) = (field.member, field.as_kate_error(&inner));
        Some(quote!(#path { #member: #inner } => __kate::KateError::member(#as_kate_error),))
    });
    Some(quote! {
        fn member(&self) -> &'static __kate::str {
            match self {
                #(#arms)*
                _ => #member,
            }
        }
    })
}

/// The constant headers, then those of fields.
fn headers(model: &Model<'_>) -> TokenStream {
    let arms: Vec<_> = model.variants.iter().filter_map(headers_arm).collect();
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

/// The arm that inserts the headers of a variant's fields, if there are any.
fn headers_arm(variant: &Variant<'_>) -> Option<TokenStream> {
    let (mut patterns, mut inserts) = (Vec::new(), Vec::new());
    for (index, field) in variant.fields.iter().enumerate() {
        let Some(name) = field.header() else {
            continue;
        };
        let (member, local, ty) = (&field.member, variant.local(index), field.inner());
        patterns.push(quote!(#member: #local,));
        inserts.push(quote! {
            if let ::core::option::Option::Some(#local) = #local {
                __kate::insert_header(&mut __headers, #name, <#ty as __kate::FieldDisplay>::display(#local));
            }
        });
    }
    let path = variant.path();
    (!inserts.is_empty()).then(|| quote!(#path { #(#patterns)* .. } => { #(#inserts)* }))
}

/// The conversion into a response with any body that can be made of bytes.
pub(super) fn response(model: &Model<'_>, bounds: &Bounds) -> TokenStream {
    let this = model.this();
    let body_parameter = body_parameter(model, bounds);
    let mut all = Bounds::default();
    all.add(
        &body_parameter,
        quote!(::core::convert::From<__kate::Bytes>),
    );
    let error = parameter("error", this);
    let body = quote! {
        fn from(#error) -> Self {
            __kate::respond(&__error)
        }
    };
    implement_into_response(model, &body_parameter, &all.and(bounds), body)
}
