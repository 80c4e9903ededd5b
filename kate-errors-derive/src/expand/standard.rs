//! Traits of the standard library: `Display`, `Error`, and `From` for `#[from]`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::bounds::Bounds;
use super::implement::{implement, located, parameter};
use super::transparent::Transparent;
use crate::model::{Field, FieldRole, Filled, Model, Variant, is_boxed_object};

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
    let through = if is_boxed_object(ty) {
        quote!(BoxedFieldSource)
    } else {
        quote!(FieldSource)
    };
    let as_error = quote_spanned! {field.ty.span()=>
        <_ as __kate::#through<#ty>>::source(<__kate::Probe<#ty>>::__KATE_ASK.__kate_source(), #source)
    };
    quote!(#path { #member: #pattern, .. } => ::core::option::Option::Some(#as_error),)
}

pub(super) fn from(model: &Model<'_>) -> TokenStream {
    let variants = model.variants.iter();
    let impls = variants.flat_map(|variant| {
        let fields = variant.fields.iter().enumerate();
        let marked = fields.filter(|(_, field)| field.from().is_some());
        marked.map(|(index, field)| from_field(model, variant, index, field))
    });
    impls.collect()
}

fn from_field(
    model: &Model<'_>,
    variant: &Variant<'_>,
    index: usize,
    field: &Field<'_>,
) -> TokenStream {
    let (path, source) = (variant.path(), field.inner());
    let mut bounds = Bounds::default();
    let others = variant.fields.iter().enumerate();
    let others = others
        .filter(|(other, _)| *other != index)
        .filter_map(|(_, field)| {
            let (member, ty) = (&field.member, field.ty);
            let value = match field.filled()? {
                Filled::None => quote!(::core::option::Option::None),
                Filled::Default => {
                    if field.is_generic {
                        bounds.add(ty, quote!(::core::default::Default));
                    }
                    quote!(<#ty as __kate::FieldDefault>::default_value())
                }
                Filled::Backtrace => {
                    quote!(::core::convert::From::from(__kate::Backtrace::capture()))
                }
            };
            Some(quote!(#member: #value,))
        });
    let others: Vec<_> = others.collect();
    let member = &field.member;
    let value = if field.option.is_some() {
        quote!(::core::option::Option::Some(__source))
    } else {
        quote!(__source)
    };
    let parameter = parameter("source", source);
    let body = quote! {
        fn from(#parameter) -> Self {
            #path { #member: #value, #(#others)* }
        }
    };
    implement_at(model, source, &bounds, &body)
}

/// An impl of `From<source>`. If two impls clash, rustc reports it at the source. The tokens of the source and of the generics keep
/// their locations, where rustc's fixes change them.
fn implement_at(
    model: &Model<'_>,
    source: &Type,
    bounds: &Bounds,
    body: &TokenStream,
) -> TokenStream {
    let generics = &model.input.generics;
    let (impl_generics, _, _) = generics.split_for_impl();
    let where_clause = bounds.where_clause(generics);
    let (start, end) = ends(source);
    let this = located(model.this(), end);
    let keyword = located(quote!(impl), start);
    let body = located(quote!({ #body }), end);
    quote! {
        #[automatically_derived]
        #keyword #impl_generics ::core::convert::From<#source> for #this #where_clause #body
    }
}

/// The locations of the first and the last token.
fn ends(ty: &Type) -> (Span, Span) {
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let start = spans.next().unwrap_or_else(Span::call_site);
    (start, spans.last().unwrap_or(start))
}
