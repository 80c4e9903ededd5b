//! Generates the code that decodes a response.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::bounds::Bounds;
use super::implement::{implement, parameter};
use super::transparent::{self, Transparent};
use super::{match_template, other, table, value};
use crate::forms::Forms;
use crate::model::{FieldRole, FormKind, Model, Role, Variant};

pub(super) fn expand(model: &Model<'_>, forms: &Forms<'_>) -> TokenStream {
    let bounds = bounds(model);
    let decoder = decoder(model, forms);
    // The functions are generic. Because they are called here, they are compiled once for this type, and not in each crate that
    // decodes it.
    let detail = parameter("detail", quote!(&__kate::str));
    let optional_status = parameter("status", quote!(::core::option::Option<__kate::StatusCode>));
    let status = parameter("status", quote!(__kate::StatusCode));
    let headers = parameter("headers", quote!(&__kate::HeaderMap));
    let body = parameter("body", quote!(&[__kate::u8]));
    let decode = quote! {
        fn from_detail(
            #optional_status,
            #detail,
        ) -> ::core::result::Result<Self, __kate::NoMatch> {
            __kate::from_detail(__status, __detail)
        }

        fn decode(
            #status,
            #headers,
            #body,
        ) -> ::core::result::Result<Self, __kate::Undecoded> {
            __kate::decode(__status, __headers, __body)
        }
    };
    let from_str = quote! {
        type Err = __kate::NoMatch;

        fn from_str(#detail) -> ::core::result::Result<Self, __kate::NoMatch> {
            __kate::Decode::from_detail(::core::option::Option::None, __detail)
        }
    };
    let decoder = implement(model, quote!(__kate::Decoder), &bounds, decoder);
    let decode = implement(model, quote!(__kate::Decode), &bounds, decode);
    let from_str = model.parses().then(|| {
        let from_str = implement(model, quote!(::core::str::FromStr), &bounds, from_str);
        quote!(#[doc = "Reads a detail text without its status."] #from_str)
    });
    let members = check_members(model);
    quote! {
        #decoder
        #decode
        #from_str
        #members
    }
}

/// The body of the impl of `Decoder`: how each form, and each transparent variant, becomes a value.
fn decoder(model: &Model<'_>, forms: &Forms<'_>) -> TokenStream {
    let mut constants = Vec::new();
    let mut arms = Vec::new();
    for (number, form) in forms.all.iter().enumerate() {
        let variant = &model.variants[form.variant];
        if !variant.is_parsed() {
            continue;
        }
        let value = value::of_form(variant, form.parsed);
        match form.parsed.kind {
            FormKind::Template { .. } => {
                let matched = match_template::expand(variant, form, number);
                arms.push(quote!(#number => { #matched ::core::option::Option::Some(#value) }));
            }
            // A function that returns only constants is compiled to a lookup.
            FormKind::Constant(_) if variant.has_constant_value() => {
                constants.push(quote!(#number => #value,));
            }
            FormKind::Constant(_) => {
                arms.push(quote!(#number => ::core::option::Option::Some(#value),));
            }
            FormKind::Format { .. } | FormKind::Broken => {}
        }
    }
    let constant = (!constants.is_empty()).then(|| {
        quote! {
            #[inline]
            fn constant(__form: __kate::usize) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match __form {
                    #(#constants)*
                    _ => return ::core::option::Option::None,
                })
            }
        }
    });
    let read_nested = read_nested(model);
    let mut variants = model.variants.iter();
    let other = variants.find(|variant| matches!(variant.role, Role::Other(_)));
    let other = other.map(self::other);
    let table = table(model, forms);
    quote! {
        const TABLE: &'static __kate::Table<'static> = &#table;

        #constant

        fn read(__form: __kate::usize, __query: &__kate::Query<'_>) -> ::core::option::Option<Self> {
            match __form {
                #(#arms)*
                _ => Self::constant(__form),
            }
        }

        #read_nested

        #other
    }
}

/// The table for one instance of the type. The tables of generic fields are known only here; the proof of an outer type reads them.
fn table(model: &Model<'_>, forms: &Forms<'_>) -> TokenStream {
    let mut fields = transparent::nested(model).filter_map(|(_, variant)| variant.fields.first());
    if !fields.any(|field| field.is_generic) {
        return quote!(__TABLE);
    }
    let nested = table::nested(model, forms, |field| Some(field.table()));
    quote!(__kate::Table { nested: #nested, ..__TABLE })
}

fn bounds(model: &Model<'_>) -> Bounds {
    let mut bounds = Bounds::default();
    for variant in model.variants.iter().filter(|variant| variant.is_parsed()) {
        for (index, field) in variant.fields.iter().enumerate() {
            if !field.is_generic {
                continue;
            }
            if let Role::Transparent(_) = variant.role {
                bounds.add(field.ty, quote!(__kate::Decode));
                continue;
            }
            match field.role {
                FieldRole::Header(_) if field.names_container => {}
                FieldRole::Header(_) => bounds.add(&field.read.ty, quote!(::core::str::FromStr)),
                FieldRole::Skip(_) => bounds.add(field.ty, quote!(::core::default::Default)),
                FieldRole::Source { .. } | FieldRole::Broken { .. } => {}
                FieldRole::Plain => {
                    let mut forms = variant.forms.iter();
                    if forms.any(|form| form.placeholder(index).is_some()) {
                        if !field.names_container {
                            bounds.add(&field.read.ty, quote!(::core::str::FromStr));
                        }
                        if !field.names_container || !model.displays() {
                            bounds.add(&field.read.ty, quote!(::core::fmt::Display));
                        }
                    }
                }
            }
        }
    }
    bounds
}

/// Reads the transparent variants, by their numbers in the table.
fn read_nested(model: &Model<'_>) -> Option<TokenStream> {
    let fields = transparent::nested(model).enumerate();
    let arms = fields.filter_map(|(number, (_, variant))| {
        let field = Transparent::of(variant)?;
        let (path, member) = (variant.path(), field.member);
        let (table, find) = (field.table(), field.find());
        // For a type that is not generic, `check_members` writes a constant.
        let own = model.member();
        let check = field
            .is_generic
            .then(|| quote!(const { __kate::same_member(#own, #table.member) };));
        Some(quote! {
            #number => {
                #check
                ::core::option::Option::Some(__kate::Found::map(#find(__query)?, |__inner| #path { #member: __inner }))
            }
        })
    });
    let arms: Vec<_> = arms.collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn read_nested(
                __nested: __kate::usize,
                __query: &__kate::Query<'_>,
            ) -> ::core::option::Option<__kate::Found<Self>> {
                match __nested {
                    #(#arms)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    })
}

/// Makes the value that takes what no other variant matches.
fn other(variant: &Variant<'_>) -> TokenStream {
    let path = variant.path();
    let [status, detail] = other::field_types(variant);
    quote! {
        fn other(__status: __kate::StatusCode, __detail: &__kate::str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(#path {
                status: #status::received(__status),
                detail: #detail::received(__detail),
            })
        }
    }
}

/// Checks that the types of transparent fields have their detail in the same JSON member.
fn check_members(model: &Model<'_>) -> TokenStream {
    let member = model.member();
    let parsed = model.variants.iter().filter(|variant| variant.is_parsed());
    let fields = parsed
        .filter_map(Transparent::of)
        .filter(|field| !field.is_generic);
    let checks = fields.map(|field| {
        let field = field.outside_impls(model);
        let (span, table) = (field.ty.span(), field.table());
        quote_spanned!(span=> const _: () = __kate::same_member(#member, #table.member);)
    });
    checks.collect()
}
