//! From a response back to the value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::entries::{Entries, Entry};
use super::{Nested, implement, local, match_template, other};
use crate::generics::Bounds;
use crate::model::{Field, FieldRole, Form, Model, Role, Text, Variant};

pub(super) fn expand(model: &Model<'_>, entries: &Entries) -> TokenStream {
    let bounds = bounds(model);
    let mut constants = Vec::new();
    let mut arms = Vec::new();
    for (index, entry) in entries.all.iter().enumerate() {
        match *entry {
            Entry::Form { variant, form } if model.variants[variant].parsed() => {
                let variant = &model.variants[variant];
                let form = &variant.forms[form];
                let value = value(variant, form);
                match &form.text {
                    Text::Template {
                        before,
                        placeholders,
                    } => {
                        let read = match_template::expand(variant, before, placeholders, index);
                        arms.push(quote!(#index => { #read ::core::option::Option::Some(#value) }));
                    }
                    // What is known at compile time stands apart, where it costs a look into a table.
                    _ if is_ready(variant) => {
                        constants.push(quote!(#index => #value,));
                    }
                    _ => arms.push(quote!(#index => ::core::option::Option::Some(#value),)),
                }
            }
            Entry::Form { .. } => {}
            Entry::Nested { variant } => {
                arms.extend(nested(model, &model.variants[variant], index));
            }
            Entry::Other { variant } => arms.push(other_arm(&model.variants[variant], index)),
        }
    }
    let constant = (!constants.is_empty()).then(|| {
        quote! {
            #[inline]
            fn constant(__entry: __kate::usize) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match __entry {
                    #(#constants)*
                    _ => return ::core::option::Option::None,
                })
            }
        }
    });
    let table = instance_table(model);
    let decoder = quote! {
        const TABLE: &'static __kate::Table = &#table;

        #constant

        fn read(__entry: __kate::usize, __query: &__kate::Query<'_>) -> ::core::option::Option<Self> {
            match __entry {
                #(#arms)*
                _ => Self::constant(__entry),
            }
        }
    };
    // Here, where the table is known, and not where some other crate calls them.
    let decode = quote! {
        fn from_detail(
            __status: ::core::option::Option<__kate::StatusCode>,
            __detail: &__kate::str,
        ) -> ::core::result::Result<Self, __kate::NoMatch> {
            __kate::from_detail(__status, __detail)
        }

        fn decode(
            __status: __kate::StatusCode,
            __headers: &__kate::HeaderMap,
            __body: &[__kate::u8],
        ) -> ::core::result::Result<Self, __kate::Undecoded> {
            __kate::decode(__status, __headers, __body)
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
        implement(model, &quote!(), &quote!(__kate::Decode), &bounds, &decode),
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

/// The table, with the nested ones that are known where the type is used: an outer type's proof looks into them.
fn instance_table(model: &Model<'_>) -> TokenStream {
    let transparent = model.variants.iter().filter(|variant| variant.parsed());
    let nested: Vec<_> = transparent.filter_map(Nested::of).collect();
    if !nested.iter().any(|nested| nested.generic) {
        return quote!(__TABLE);
    }
    let tables = nested.iter().map(Nested::table);
    quote!(__kate::Table { nested: &[#(#tables),*], ..__TABLE })
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
                    if variant
                        .forms
                        .iter()
                        .any(|form| form.placeholder(index).is_some())
                    {
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

/// Whether the value of a constant text is known without its response: all fields are `None`.
pub(super) fn is_ready(variant: &Variant<'_>) -> bool {
    let received =
        |field: &Field<'_>| matches!(field.role, FieldRole::Header(_) | FieldRole::Skip(_));
    !variant.fields.iter().any(received)
}

fn nested(model: &Model<'_>, variant: &Variant<'_>, index: usize) -> Option<TokenStream> {
    let nested = Nested::of(variant)?;
    let (path, member, table, pick) = (&variant.path, nested.member, nested.table(), nested.pick());
    // Of a type that is known here, a constant of its own asks.
    let own = model.member();
    let check = nested
        .generic
        .then(|| quote!(const { __kate::same_member(#own, #table.member) };));
    let read = quote!(::core::option::Option::Some(#path { #member: #pick(__query)? }));
    variant.parsed().then(|| quote!(#index => { #check #read }))
}

fn other_arm(variant: &Variant<'_>, index: usize) -> TokenStream {
    let path = &variant.path;
    let [status, detail] = other(variant);
    quote!(#index => ::core::option::Option::Some(#path { status: #status::received(__query.status()?), detail: #detail::received(__query.detail()) }),)
}

/// The value of a form whose fields were read.
fn value(variant: &Variant<'_>, form: &Form) -> TokenStream {
    let path = &variant.path;
    let fields = variant.fields.iter().enumerate().map(|(index, field)| {
        let (member, value) = (&field.member, field_value(variant, form, index, field));
        quote!(#member: #value)
    });
    quote!(#path { #(#fields),* })
}

fn field_value(variant: &Variant<'_>, form: &Form, index: usize, field: &Field<'_>) -> TokenStream {
    match &field.role {
        FieldRole::Header(name) => {
            let ty = field.inner();
            quote!(<#ty as __kate::FieldFromStr>::parse(__query.header(#name)))
        }
        FieldRole::Skip(_) => {
            let ty = field.ty;
            quote!(<#ty as __kate::FieldDefault>::default_value())
        }
        FieldRole::Source { .. } | FieldRole::Broken { .. } => quote!(::core::option::Option::None),
        FieldRole::Plain if form.placeholder(index).is_none() => {
            quote!(::core::option::Option::None)
        }
        FieldRole::Plain => {
            let (text, ty) = (local(variant, index), field.inner());
            // A language of the field's own is not the type's: its texts may be others than the type prints.
            let reading = if let Some(chars) = &field.chars {
                quote!(const { __kate::FieldReader::Compared(__kate::Language::Chars(__kate::Chars::new(#chars))) })
            } else {
                quote!(<__kate::Probe<#ty>>::__KATE_READER)
            };
            let read = quote!(<#ty as __kate::FieldFromStr>::read(#text, #reading, <#ty as __kate::FieldDisplay>::display)?);
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
