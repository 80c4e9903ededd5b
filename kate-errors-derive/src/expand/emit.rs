//! From a value to its response.

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, LitStr, Member};

use super::rows::Rows;
use super::{EmitBounds, document, ident, implement, local, self_type, table};
use crate::generics::{Bounds, by_name};
use crate::model::{FieldRole, Model, Role, Text, Variant};

pub(super) fn emit(model: &Model<'_>, rows: &Rows, bounds: &EmitBounds) -> TokenStream {
    let voices = model
        .variants
        .iter()
        .enumerate()
        .map(|(index, _)| voice(model, index, rows));
    let voices = if model.variants.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #(#voices)* })
    };
    let writes: Vec<_> = model.own().flat_map(write).collect();
    let out = out();
    let body = quote! {
        const TABLE: &'static __kate::Table = &__TABLE;
        const ERRORS: &'static [__kate::ErrorSpec] = &__ERRORS;

        fn voice(&self) -> __kate::Voice<'_> {
            #voices
        }

        fn write(&self, #out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
            match self {
                #(#writes)*
                _ => ::core::result::Result::Ok(()),
            }
        }
    };
    implement(
        model,
        &quote!(),
        &quote!(__kate::Emit),
        &bounds.print,
        &body,
    )
}

/// The arms that say who speaks for a variant.
fn voice(model: &Model<'_>, index: usize, rows: &Rows) -> TokenStream {
    let variant = &model.variants[index];
    let path = &variant.path;
    match variant.role {
        Role::Own => {
            let arms = variant.emitted().into_iter().map(|(form, needs)| {
                let row = rows.form(index, form);
                let members = needs.iter().map(|field| &variant.fields[*field].member);
                quote!(#path { #(#members: ::core::option::Option::Some(_),)* .. } => __kate::Voice::Row(#row),)
            });
            arms.collect()
        }
        Role::Transparent(_) => {
            let member = &variant.fields[0].member;
            let inner = local(variant, 0);
            let voice = if let Some((fix, _)) = table::refix(model, variant) {
                let errors = table::refixed(index);
                quote!(__kate::Voice::Refixed(#inner, #fix, &#errors))
            } else {
                quote!(__kate::Voice::Nested(#inner))
            };
            quote!(#path { #member: #inner } => #voice,)
        }
        Role::Other(_) => {
            quote!(#path { status: __status, detail: __detail } => __kate::Voice::Other(*__status, __detail),)
        }
    }
}

/// The arms that write a variant's texts with fields.
fn write<'m>(variant: &'m Variant<'_>) -> impl Iterator<Item = TokenStream> + 'm {
    variant.emitted().into_iter().filter_map(move |(form, needs)| {
        let (path, out) = (&variant.path, out());
        let bind = |field: usize, local: &syn::Ident| {
            let member = &variant.fields[field].member;
            if needs.contains(&field) {
                quote!(#member: ::core::option::Option::Some(#local),)
            } else {
                quote!(#member: #local,)
            }
        };
        match &variant.forms[form].text {
            Text::Template { before, slots } => {
                let mut literal = braces(before);
                let mut seen = Vec::new();
                for slot in slots {
                    literal.push_str("{}");
                    literal.push_str(&braces(&slot.after));
                    if !seen.contains(&slot.field) {
                        seen.push(slot.field);
                    }
                }
                let patterns = seen.iter().map(|field| bind(*field, &local(variant, *field)));
                let values = slots.iter().map(|slot| local(variant, slot.field));
                Some(quote!(#path { #(#patterns)* .. } => ::core::write!(#out, #literal, #(#values),*),))
            }
            Text::Format { literal, args, fields } => {
                let patterns = (0..variant.fields.len()).map(|field| bind(field, &local(variant, field)));
                let args = without_trailing_comma(args.clone());
                // An argument's own words name fields as locals, and only those: a constant may have a field's name.
                let named = (0..variant.fields.len()).filter(|field| names(&args, &variant.fields[*field].local));
                let locals = named.map(|field| {
                    let (name, local) = (&variant.fields[field].local, local(variant, field));
                    quote!(let #name = #local;)
                });
                let shown = fields.iter().map(|used| {
                    let name = format_ident!("{}", used.name);
                    let local = local(variant, used.field);
                    quote!(#name = #local)
                });
                Some(quote!(#path { #(#patterns)* .. } => { #(#locals)* ::core::write!(#out, #literal #args #(, #shown)*) }))
            }
            Text::Constant(_) | Text::Broken => None,
        }
    })
}

/// Where a text goes: no field of that name can hide it.
fn out() -> syn::Ident {
    syn::Ident::new("__out", proc_macro2::Span::mixed_site())
}

/// Whether these tokens have this identifier.
fn names(tokens: &TokenStream, ident: &syn::Ident) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(other) => other == *ident,
        TokenTree::Group(group) => names(&group.stream(), ident),
        _ => false,
    })
}

fn braces(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn without_trailing_comma(args: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = args.into_iter().collect();
    if matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',') {
        tokens.pop();
    }
    tokens.into_iter().collect()
}

pub(super) fn kate_error(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let docs = document::table(model);
    let headers = headers(model);
    let member = model.member();
    let nested = model
        .variants
        .iter()
        .any(|variant| matches!(variant.role, Role::Transparent(_)));
    let member = (member != "detail" || nested).then(|| {
        let arms = model
            .variants
            .iter()
            .filter(|variant| matches!(variant.role, Role::Transparent(_)))
            .map(|variant| {
                let (path, member) = (&variant.path, &variant.fields[0].member);
                quote!(#path { #member: __inner } => __kate::KateError::member(__inner),)
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
    implement(
        model,
        &quote!(#[doc = #docs]),
        &quote!(__kate::KateError),
        &bounds.speak,
        &body,
    )
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
            FieldRole::Header(name) => Some((&field.member, local(variant, index), name)),
            _ => None,
        });
    let fields: Vec<(&Member, syn::Ident, &LitStr)> = fields.collect();
    let patterns = fields
        .iter()
        .map(|(member, local, _)| quote!(#member: #local,));
    let inserts = fields.iter().map(|(_, local, name)| {
        quote! {
            if let ::core::option::Option::Some(__value) = #local {
                __kate::insert_header(&mut __headers, #name, __value);
            }
        }
    });
    (!fields.is_empty()).then(|| quote!(#path { #(#patterns)* .. } => { #(#inserts)* }))
}

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
        let this = self_type(&model.input.generics, &ident(model));
        bounds.add(&this, quote!(::core::fmt::Debug + ::core::fmt::Display));
    }
    let mut arms = Vec::new();
    for variant in &model.variants {
        let path = &variant.path;
        if let (Role::Transparent(_), Some(field)) = (variant.role, variant.fields.first()) {
            let (member, inner) = (&field.member, local(variant, 0));
            if field.generic {
                bounds.add(field.ty, quote!(::core::error::Error));
            }
            arms.push(quote!(#path { #member: #inner } => ::core::error::Error::source(#inner),));
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
            let found = quote_spanned!(field.ty.span()=> #source.__kate_source());
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
                let what = quote_spanned!(field.span=> ::core::convert::From<#source>);
                implement(model, &quote!(), &what, &Bounds::default(), &body)
            })
    });
    impls.collect()
}

pub(super) fn response(model: &Model<'_>, bounds: &EmitBounds) -> TokenStream {
    let ident = ident(model);
    let this = self_type(&model.input.generics, &ident);
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
                __kate::ToResponse::to_response(&__error)
            }
        }
    }
}
