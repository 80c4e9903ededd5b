//! From a value to its response.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, LitStr, Type};

use super::rows::Rows;
use super::{EmitBounds, Nested, document, ident, implement, local, other, self_type, table};
use crate::generics::{Bounds, by_name};
use crate::model::{Field, FieldRole, Model, Role, Text, Variant};

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
            let Some(nested) = Nested::of(variant) else {
                return TokenStream::new();
            };
            let (member, inner) = (nested.member, local(variant, 0));
            let speaker = nested.speaker(&inner);
            let voice = if let Some(fix) = &variant.fix {
                let errors = table::refixed(index);
                quote!(__kate::Voice::Refixed(#speaker, #fix, &#errors))
            } else {
                quote!(__kate::Voice::Nested(#speaker))
            };
            quote!(#path { #member: #inner } => #voice,)
        }
        Role::Other(_) => {
            let [status, detail] = other(variant);
            quote!(#path { status: __status, detail: __detail } => __kate::Voice::Other(#status::status(__status), #detail::text(__detail)),)
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
                let values = slots.iter().map(|slot| shown(variant.fields[slot.field].inner(), &local(variant, slot.field)));
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
                    let (field, local) = (&variant.fields[used.field], local(variant, used.field));
                    if used.only_displayed() {
                        let ty = if needs.contains(&used.field) { field.inner() } else { field.ty };
                        let value = shown(ty, &local);
                        quote!(#name = #value)
                    } else {
                        quote!(#name = #local)
                    }
                });
                Some(quote!(#path { #(#patterns)* .. } => { #(#locals)* ::core::write!(#out, #literal #args #(, #shown)*) }))
            }
            Text::Constant(_) | Text::Broken => None,
        }
    })
}

/// The field, as what prints it.
fn shown(ty: &Type, local: &syn::Ident) -> TokenStream {
    quote!(<#ty as __kate::NeedsDisplay>::shown(#local))
}

/// Where a text goes: no field of that name can hide it.
fn out() -> syn::Ident {
    syn::Ident::new("__out", Span::mixed_site())
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
        let arms = model.variants.iter().filter_map(|variant| {
            let (path, nested, inner) = (&variant.path, Nested::of(variant)?, local(variant, 0));
            let (member, speaker) = (nested.member, nested.speaker(&inner));
            Some(quote!(#path { #member: #inner } => __kate::KateError::member(#speaker),))
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
    let docs = quote!(#[doc = #docs]);
    let implement = |attributes: &TokenStream, bounds: &Bounds| {
        implement(model, attributes, &quote!(__kate::KateError), bounds, &body)
    };
    match model.words.no_display {
        // Who leaves `Error` to others learns here that it is missing: at the word that says so.
        Some(word) => located(implement(&docs, &bounds.speak), word),
        None if model.params.any() => implement(&docs, &bounds.speak),
        // A missing `Debug` is found where `Error` is implemented, and once. No reader of the docs need see how.
        None => {
            let unchecked = Bounds::unchecked(model, &quote!(::core::error::Error));
            let shown = implement(&quote!(#[cfg(doc)] #docs), &bounds.speak);
            let unseen = implement(&quote!(#[cfg(not(doc))]), &unchecked);
            quote!(#shown #unseen)
        }
    }
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
            FieldRole::Header(name) => Some((field, local(variant, index), name)),
            _ => None,
        });
    let fields: Vec<(&Field<'_>, syn::Ident, &LitStr)> = fields.collect();
    let patterns = fields.iter().map(|(field, local, _)| {
        let member = &field.member;
        quote!(#member: #local,)
    });
    let inserts = fields.iter().map(|(field, local, name)| {
        let value = shown(field.inner(), local);
        quote! {
            if let ::core::option::Option::Some(#local) = #local {
                __kate::insert_header(&mut __headers, #name, #value);
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
        if let Some(nested) = Nested::of(variant) {
            let (member, inner, ty) = (nested.member, local(variant, 0), &nested.ty);
            if nested.generic {
                bounds.add(ty, quote!(::core::error::Error));
            }
            let speaker = nested.speaker(&inner);
            arms.push(quote!(#path { #member: #inner } => ::core::error::Error::source(#speaker),));
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
                <_ as __kate::NeedsError<#ty>>::source(<__kate::Probe<#ty>>::__KATE_SOURCE, #source)
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

/// The same at another place: where two impls clash, rustc shows the fields.
fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let located = tokens.into_iter().map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    located.collect()
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
