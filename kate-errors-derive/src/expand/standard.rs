//! Traits of the standard library: `Display`, `Error`, and `From` for `#[from]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::bounds::Bounds;
use super::implement::{implement, located, parameter};
use super::transparent::Transparent;
use crate::model::{Field, FieldRole, Model, Variant};

pub(super) fn display(model: &Model<'_>, bounds: &Bounds) -> TokenStream {
    let formatter = parameter("f", quote!(&mut ::core::fmt::Formatter<'_>));
    let body = quote! {
        fn fmt(&self, #formatter) -> ::core::fmt::Result {
            __kate::display(self, __f)
        }
    };
    let display = implement(model, quote!(::core::fmt::Display), bounds, body);
    quote! {
        #[doc = "Prints the detail text."]
        #display
    }
}

pub(super) fn error(model: &Model<'_>) -> TokenStream {
    let mut bounds = Bounds::default();
    if model.generic_params.any() {
        let bound = quote!(::core::fmt::Debug + ::core::fmt::Display);
        bounds.add(model.this(), bound);
    }
    let mut arms = Vec::new();
    for variant in &model.variants {
        if let Some(field) = Transparent::of(variant) {
            if field.is_generic {
                bounds.add(&field.ty, quote!(::core::error::Error));
            }
            arms.push(transparent_source_arm(variant, &field));
        } else if let Some((index, field)) = source(variant) {
            if field.is_generic && !field.names_container {
                bounds.add(field.inner(), quote!(::core::error::Error + 'static));
            } else if field.is_generic {
                bounds.add(field.inner(), quote!('static));
            }
            arms.push(source_arm(variant, index, field));
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
    implement(model, quote!(::core::error::Error), &bounds, body)
}

/// The field that is the source, with its index.
fn source<'m>(variant: &'m Variant<'_>) -> Option<(usize, &'m Field<'m>)> {
    let mut fields = variant.fields.iter().enumerate();
    fields.find(|(_, field)| matches!(field.role, FieldRole::Source { .. }))
}

fn transparent_source_arm(variant: &Variant<'_>, field: &Transparent<'_>) -> TokenStream {
    let (path, member, inner) = (variant.path(), field.member, variant.local(0));
    let as_kate_error = field.as_kate_error(&inner);
    quote!(#path { #member: #inner } => ::core::error::Error::source(#as_kate_error),)
}

fn source_arm(variant: &Variant<'_>, index: usize, field: &Field<'_>) -> TokenStream {
    let (path, member, source) = (variant.path(), &field.member, variant.local(index));
    let pattern = if field.option.is_some() {
        quote!(::core::option::Option::Some(#source))
    } else {
        quote!(#source)
    };
    let ty = field.inner();
    let as_error = quote_spanned! {field.ty.span()=>
        <_ as __kate::FieldSource<#ty>>::source(<__kate::Probe<#ty>>::__KATE_ASK.__kate_source(), #source)
    };
    quote!(#path { #member: #pattern, .. } => ::core::option::Option::Some(#as_error),)
}

pub(super) fn from(model: &Model<'_>) -> TokenStream {
    let fields = model.variants.iter().flat_map(|variant| {
        let fields = variant.fields.iter();
        fields.map(move |field| (variant, field))
    });
    let impls = fields
        .filter(|(_, field)| field.from().is_some())
        .map(|(variant, field)| {
            let (path, member, source) = (variant.path(), &field.member, field.inner());
            let value = if field.option.is_some() {
                quote!(::core::option::Option::Some(__source))
            } else {
                quote!(__source)
            };
            let what = quote!(::core::convert::From<#source>);
            let parameter = parameter("source", source);
            let body = quote! {
                fn from(#parameter) -> Self {
                    #path { #member: #value }
                }
            };
            // If two impls clash, rustc reports it at the field.
            let tokens = implement(model, what, &Bounds::default(), body);
            located(tokens, field.ty.span())
        });
    impls.collect()
}
