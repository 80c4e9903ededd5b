//! Stub impls for a type with diagnostics, so that uses of the type elsewhere cause no further errors.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Data;

use crate::diagnostics::Report;
use crate::expand::block::in_block;
use crate::expand::bounds::Bounds;
use crate::expand::frameworks;
use crate::expand::implement::{body_parameter, implement, implement_into_response};
use crate::model::{Model, spelling};
use crate::rules::sized;

pub(crate) fn fallback(model: &Model<'_>, report: &Report) -> TokenStream {
    let mut impls = vec![
        kate_error(model),
        documented(model),
        into_response(model),
        frameworks::expand(model, &framework_bounds(model)),
    ];
    if model.displays() && model.thiserror_conflict().is_none() {
        impls.extend([display(model), error(model), from(model)]);
    }
    if model.decodes() {
        impls.push(decode(model));
    }
    let Report { errors, unknown } = report;
    let block = in_block(model, quote!(#(#impls)* #unknown));
    quote!(#errors #block)
}

fn kate_error(model: &Model<'_>) -> TokenStream {
    let body = quote! {
        fn status(&self) -> __kate::StatusCode { ::core::unreachable!() }
        fn detail(&self) -> __kate::Cow<'static, __kate::str> { ::core::unreachable!() }
    };
    let bounds = Bounds::unchecked(model, quote!(::core::error::Error));
    implement(model, quote!(__kate::KateError), &bounds, body)
}

fn documented(model: &Model<'_>) -> TokenStream {
    let body = quote! {
        const CATALOG: __kate::Catalog = __kate::Catalog::undocumented("");
    };
    let what = quote!(__kate::Documented);
    implement(model, what, &Bounds::default(), body)
}

fn into_response(model: &Model<'_>) -> TokenStream {
    let this = model.this();
    let bounds = assume_sized(model);
    let body = quote!(fn from(_: #this) -> Self { ::core::unreachable!() });
    implement_into_response(model, &body_parameter(model, &bounds), &bounds, body)
}

fn framework_bounds(model: &Model<'_>) -> Bounds {
    let bounds = if model.generic_params.any() {
        Bounds::unchecked(model, quote!(::core::error::Error))
    } else {
        Bounds::default()
    };
    bounds.and(&assume_sized(model))
}

fn display(model: &Model<'_>) -> TokenStream {
    let body = quote! {
        fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { ::core::unreachable!() }
    };
    let what = quote!(::core::fmt::Display);
    implement(model, what, &Bounds::default(), body)
}

fn error(model: &Model<'_>) -> TokenStream {
    // If `Debug` is missing, rustc reports it here once; without the impl it would report each use of the type. A union cannot
    // derive `Debug`, and for a generic type the bounds are not known.
    let needs_debug = !model.generic_params.any() && !matches!(model.input.data, Data::Union(_));
    let bounds = if needs_debug {
        Bounds::default()
    } else {
        Bounds::unchecked(model, quote!(::core::fmt::Debug))
    };
    let what = quote!(::core::error::Error);
    implement(model, what, &bounds, TokenStream::new())
}

fn from(model: &Model<'_>) -> TokenStream {
    let mut seen = Vec::new();
    let fields = model.variants.iter().flat_map(|variant| &variant.fields);
    let impls = fields.filter_map(|field| {
        let source = field.inner();
        let is_sized = sized::sized_replacement(source).is_none();
        field
            .from()
            .filter(|_| is_sized && !field.may_be_container())?;
        let key = spelling(source);
        if seen.contains(&key) {
            return None;
        }
        seen.push(key);
        let what = quote!(::core::convert::From<#source>);
        let body = quote!(fn from(_: #source) -> Self { ::core::unreachable!() });
        Some(implement(model, what, &assume_sized(model), body))
    });
    impls.collect()
}

fn decode(model: &Model<'_>) -> TokenStream {
    let bounds = assume_sized(model);
    let decoder = quote! {
        const TABLE: &'static __kate::Table<'static> = &__TABLE;
        fn read(_: __kate::usize, _: &__kate::Query<'_>) -> ::core::option::Option<Self> { ::core::unreachable!() }
    };
    let from_str = quote! {
        type Err = __kate::NoMatch;
        fn from_str(_: &__kate::str) -> ::core::result::Result<Self, __kate::NoMatch> { ::core::unreachable!() }
    };
    let decoder = implement(model, quote!(__kate::Decoder), &bounds, decoder);
    let decode = implement(model, quote!(__kate::Decode), &bounds, TokenStream::new());
    let what = quote!(::core::str::FromStr);
    let from_str = model
        .parses()
        .then(|| implement(model, what, &bounds, from_str));
    let member = model.member();
    quote! {
        static __TABLE: __kate::Table<'static> = __kate::Table { member: #member, ..__kate::Table::EMPTY };
        #decoder
        #decode
        #from_str
    }
}

/// A bound for a struct without a size. A diagnostic about it was already given.
fn assume_sized(model: &Model<'_>) -> Bounds {
    if sized::is_unsized(model) {
        Bounds::unchecked(model, quote!(::core::marker::Sized))
    } else {
        Bounds::default()
    }
}
