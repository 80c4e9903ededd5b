//! Impls that say nothing, for a type with diagnostics: the rest of the crate compiles as if there were none.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Data;

use crate::diagnostics::Report;
use crate::expand::{EmitBounds, frameworks, ident, implement, in_block};
use crate::generics::{Bounds, by_name};
use crate::model::Model;
use crate::rules::sized;

pub(crate) fn fallback(model: &Model<'_>, report: &Report) -> TokenStream {
    let (none, sized) = (Bounds::default(), assumed(model));
    let never = quote!(::core::unreachable!());
    let stub = |what: TokenStream, bounds: &Bounds, body: TokenStream| {
        implement(model, &quote!(), &what, bounds, &body)
    };
    let mut impls = vec![
        kate_error(model),
        stub(
            quote!(__kate::Documented),
            &none,
            quote!(
                const CATALOG: __kate::Catalog = __kate::Catalog::undocumented("");
            ),
        ),
        response(model),
        frameworks::expand(model, &speaks(model)),
    ];
    if model.words.no_display.is_none() && model.displayed_twice().is_none() {
        let fmt = quote!(fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #never });
        impls.push(stub(quote!(::core::fmt::Display), &none, fmt));
        impls.push(error(model));
        impls.push(from(model));
    }
    if model.decodes() {
        impls.push(stub(
            quote!(__kate::Decoder),
 &sized,
            quote! {
                const TABLE: &'static __kate::Table = &__TABLE;
                fn read(_: __kate::usize, _: &__kate::Query<'_>) -> ::core::option::Option<Self> { #never }
            },
        ));
        impls.push(stub(quote!(__kate::Decode), &sized, quote!()));
        impls.push(stub(
            quote!(::core::str::FromStr),
 &sized,
            quote! {
                type Err = __kate::NoMatch;
                fn from_str(_: &__kate::str) -> ::core::result::Result<Self, __kate::NoMatch> { #never }
            },
        ));
    }
    let member = model.member();
    let table = quote!(static __TABLE: __kate::Table = __kate::Table { member: #member, ..__kate::Table::EMPTY };);
    let Report { errors, unknown } = report;
    let block = in_block(model, &quote!(#table #(#impls)* #unknown));
    quote!(#errors #block)
}

/// The frameworks' traits need the stubs alone.
fn speaks(model: &Model<'_>) -> EmitBounds {
    let mut bounds = EmitBounds::default();
    if model.params.any() {
        bounds.speak = Bounds::unchecked(model, &quote!(::core::error::Error));
    }
    bounds.speak = bounds.speak.with(&assumed(model));
    bounds
}

/// That the type has a size was said, if it has none.
fn assumed(model: &Model<'_>) -> Bounds {
    if sized::is_unsized(model) {
        Bounds::unchecked(model, &quote!(::core::marker::Sized))
    } else {
        Bounds::default()
    }
}

fn error(model: &Model<'_>) -> TokenStream {
    // The one message about a missing `Debug`: without the impl, every use of the type would bring one more. Of a type
    // with parameters nobody knows whether it is missing.
    let known = !model.params.any() && !matches!(model.input.data, Data::Union(_));
    let bounds = if known {
        Bounds::default()
    } else {
        Bounds::unchecked(model, &quote!(::core::fmt::Debug))
    };
    implement(
        model,
        &quote!(),
        &quote!(::core::error::Error),
        &bounds,
        &quote!(),
    )
}

fn kate_error(model: &Model<'_>) -> TokenStream {
    let body = quote! {
        fn status(&self) -> __kate::StatusCode { ::core::unreachable!() }
        fn detail(&self) -> __kate::Cow<'static, __kate::str> { ::core::unreachable!() }
    };
    let bounds = Bounds::unchecked(model, &quote!(::core::error::Error));
    implement(model, &quote!(), &quote!(__kate::KateError), &bounds, &body)
}

fn from(model: &Model<'_>) -> TokenStream {
    let mut seen = Vec::new();
    let fields = model
        .variants
        .iter()
        .flat_map(|variant| &variant.fields)
        .filter(|field| field.from().is_some() && sized::wanted(field.inner()).is_none());
    let impls = fields.filter_map(|field| {
        let source = field.inner();
        let what = quote!(::core::convert::From<#source>);
        let key = what.to_string();
        if seen.contains(&key) {
            return None;
        }
        seen.push(key);
        let body = quote!(fn from(_: #source) -> Self { ::core::unreachable!() });
        Some(implement(model, &quote!(), &what, &assumed(model), &body))
    });
    impls.collect()
}

fn response(model: &Model<'_>) -> TokenStream {
    let (_, type_generics, _) = model.input.generics.split_for_impl();
    let ident = ident(model);
    let mut generics = model.input.generics.clone();
    generics.params.push(syn::parse_quote!(__B));
    let where_clause = assumed(model).where_clause(&generics);
    let (impl_generics, _, _) = generics.split_for_impl();
    let where_clause = by_name(model, &where_clause);
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ident #type_generics> for __kate::Response<__B> #where_clause {
            fn from(_: #ident #type_generics) -> Self { ::core::unreachable!() }
        }
    }
}
