//! The standard library's traits: `Display`, `Error`, and `From` for `#[from]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{EmitBounds, Nested, implement, local, located};
use crate::generics::{Bounds, this};
use crate::model::{FieldRole, Model};

pub(super) fn display(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let body = quote! {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __kate::display(self, __f)
        }
    };
    let docs = quote!(#[doc = "Prints the detail text."]);
    implement(
        model,
        &docs,
        &quote!(::core::fmt::Display),
        &bounds.print,
        &body,
    )
}

pub(super) fn error(model: &Model<'_>) -> TokenStream {
    let mut bounds = Bounds::default();
    if model.params.any() {
        let this = this(model);
        bounds.add(&this, quote!(::core::fmt::Debug + ::core::fmt::Display));
    }
    let mut arms = Vec::new();
    for variant in &model.variants {
        let path = &variant.path;
        if let Some(nested) = Nested::of(variant) {
            let (member, inner, ty) = (nested.member, local(variant, 0), &nested.ty);
            if nested.generic {
                bounds.add(ty, quote!(::core::error::Error));
            }
            let as_kate_error = nested.as_kate_error(&inner);
            arms.push(
                quote!(#path { #member: #inner } => ::core::error::Error::source(#as_kate_error),),
            );
        } else if let Some(index) = variant
            .fields
            .iter()
            .position(|field| matches!(field.role, FieldRole::Source { .. }))
        {
            let field = &variant.fields[index];
            let (member, source) = (&field.member, local(variant, index));
            if field.generic {
                bounds.add(field.inner(), quote!(::core::error::Error + 'static));
            }
            let pattern = if field.option.is_some() {
                quote!(::core::option::Option::Some(#source))
            } else {
                quote!(#source)
            };
            let ty = field.inner();
            let found = quote_spanned! {field.ty.span()=>
                <_ as __kate::FieldSource<#ty>>::source(<__kate::Probe<#ty>>::__KATE_ASK.__kate_source(), #source)
            };
            arms.push(
                quote!(#path { #member: #pattern, .. } => ::core::option::Option::Some(#found),),
            );
        }
    }
    let body = (!arms.is_empty()).then(|| {
        quote! {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                match self {
                    #(#arms)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    });
    implement(
        model,
        &quote!(),
        &quote!(::core::error::Error),
        &bounds,
        &quote!(#body),
    )
}

pub(super) fn from(model: &Model<'_>) -> TokenStream {
    let impls = model.variants.iter().flat_map(|variant| {
        variant
            .fields
            .iter()
            .filter(|field| field.from().is_some())
            .map(|field| {
                let (path, member, source) = (&variant.path, &field.member, field.inner());
                let value = if field.option.is_some() {
                    quote!(::core::option::Option::Some(__source))
                } else {
                    quote!(__source)
                };
                let body = quote! {
                    fn from(__source: #source) -> Self {
                        #path { #member: #value }
                    }
                };
                let head = quote!(::core::convert::From<#source>);
                let tokens = implement(model, &quote!(), &head, &Bounds::default(), &body);
                located(tokens, field.ty.span())
            })
    });
    impls.collect()
}
