//! From a response back to the value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::rows::{Row, Rows};
use super::{Nested, implement, local, other};
use crate::generics::Bounds;
use crate::model::{Field, FieldRole, Form, Model, Role, Text, Variant};

pub(super) fn expand(model: &Model<'_>, rows: &Rows) -> TokenStream {
    let bounds = bounds(model);
    let arms = rows
        .all
        .iter()
        .enumerate()
        .filter_map(|(index, row)| arm(model, index, row));
    let decoder = quote! {
        const TABLE: &'static __kate::Table = &__TABLE;

        fn read(__row: __kate::usize, __query: &__kate::Query<'_>) -> ::core::option::Option<Self> {
            match __row {
                #(#arms)*
                _ => ::core::option::Option::None,
            }
        }
    };
    let from_str = quote! {
        type Err = __kate::NoMatch;

        fn from_str(__detail: &__kate::str) -> ::core::result::Result<Self, __kate::NoMatch> {
            __kate::Decode::from_detail(::core::option::Option::None, __detail)
        }
    };
    let docs = quote!(#[doc = "Reads a detail text without its status."]);
    let impls = [
        implement(
            model,
            &quote!(),
            &quote!(__kate::Decoder),
            &bounds,
            &decoder,
        ),
        implement(
            model,
            &quote!(),
            &quote!(__kate::Decode),
            &bounds,
            &quote!(),
        ),
        implement(
            model,
            &docs,
            &quote!(::core::str::FromStr),
            &bounds,
            &from_str,
        ),
    ];
    let members = same_members(model);
    quote!(#(#impls)* #members)
}

fn bounds(model: &Model<'_>) -> Bounds {
    let mut bounds = Bounds::default();
    for variant in model.variants.iter().filter(|variant| variant.parsed()) {
        for (index, field) in variant
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.generic)
        {
            match (&field.role, variant.role) {
                (_, Role::Transparent(_)) => bounds.add(field.ty, quote!(__kate::Decode)),
                (FieldRole::Header(_), _) => {
                    bounds.add(field.inner(), quote!(::core::str::FromStr));
                }
                (FieldRole::Skip(_), _) => bounds.add(field.ty, quote!(::core::default::Default)),
                (FieldRole::Source { .. } | FieldRole::Broken { .. }, _) => {}
                (FieldRole::Plain, _) => {
                    if variant.forms.iter().any(|form| form.slot(index).is_some()) {
                        bounds.add(
                            field.inner(),
                            quote!(::core::str::FromStr + ::core::fmt::Display),
                        );
                    }
                }
            }
        }
    }
    bounds
}

/// The arm that reads a row.
fn arm(model: &Model<'_>, index: usize, row: &Row) -> Option<TokenStream> {
    let some = quote!(::core::option::Option::Some);
    match *row {
        Row::Form { variant, form } => {
            let variant = &model.variants[variant];
            let form = &variant.forms[form];
            variant.parsed().then(|| {
                let path = &variant.path;
                let fields = variant.fields.iter().enumerate().map(|(index, field)| {
                    let member = &field.member;
                    let value = value(variant, form, index, field);
                    quote!(#member: #value)
                });
                let value = quote!(#some(#path { #(#fields),* }));
                if let Text::Template { slots, .. } = &form.text {
                    let locals = slots.iter().map(|slot| local(variant, slot.field));
                    quote!(#index => { let [#(#locals),*] = __query.fields(&__TABLE, #index)?; #value })
                } else { quote!(#index => #value,) }
            })
        }
        Row::Nested { variant } => {
            let variant = &model.variants[variant];
            let nested = Nested::of(variant)?;
            let (path, member, table, pick) =
                (&variant.path, nested.member, nested.table(), nested.pick());
            // Of a type that is known here, a constant of its own asks.
            let own = model.member();
            let check = nested
                .generic
                .then(|| quote!(const { __kate::same_member(#own, #table.member) };));
            let read = quote!(#some(#path { #member: #pick(__query)? }));
            variant.parsed().then(|| quote!(#index => { #check #read }))
        }
        Row::Other { variant } => {
            let path = &model.variants[variant].path;
            let [status, detail] = other(&model.variants[variant]);
            Some(
                quote!(#index => #some(#path { status: #status::received(__query.status()?), detail: #detail::received(__query.detail()) }),),
            )
        }
    }
}

fn value(variant: &Variant<'_>, form: &Form, index: usize, field: &Field<'_>) -> TokenStream {
    match &field.role {
        FieldRole::Header(name) => {
            let ty = field.inner();
            quote!(<#ty as __kate::NeedsFromStr>::parse(__query.header(#name)))
        }
        FieldRole::Skip(_) => {
            let ty = field.ty;
            quote!(<#ty as __kate::NeedsDefault>::filled_in())
        }
        FieldRole::Source { .. } | FieldRole::Broken { .. } => quote!(::core::option::Option::None),
        FieldRole::Plain if form.slot(index).is_none() => quote!(::core::option::Option::None),
        FieldRole::Plain => {
            let (text, ty) = (local(variant, index), field.inner());
            // A language of the field's own is not the type's: its texts may be others than the type prints.
            let exact = if field.chars.is_some() {
                quote!(false)
            } else {
                quote!(<__kate::Probe<#ty>>::__KATE_EXACT)
            };
            let read = quote!(<#ty as __kate::NeedsFromStr>::read(#text, #exact, <#ty as __kate::NeedsDisplay>::shown)?);
            if field.option.is_some() {
                quote!(::core::option::Option::Some(#read))
            } else {
                read
            }
        }
    }
}

/// A transparent field's type must speak with the same member.
fn same_members(model: &Model<'_>) -> TokenStream {
    let member = model.member();
    let nested = model
        .variants
        .iter()
        .filter(|variant| variant.parsed())
        .filter_map(Nested::of);
    let checks = nested.filter(|nested| !nested.generic).map(|nested| {
        let nested = nested.outside(model);
        let (span, table) = (nested.ty.span(), nested.table());
        quote_spanned!(span=> const _: () = __kate::same_member(#member, #table.member);)
    });
    checks.collect()
}
