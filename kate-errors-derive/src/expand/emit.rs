//! From a value to its response.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Type;

use super::rows::Rows;
use super::{EmitBounds, Nested, implement, local, other, table};
use crate::model::{Model, Role, Text};

pub(super) fn expand(model: &Model<'_>, rows: &Rows, bounds: &EmitBounds) -> TokenStream {
    let row_arms = each(model, |index| row(model, index, rows));
    let matched = if model.variants.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #row_arms })
    };
    let voices = each(model, |index| voice(model, index));
    let voice = (!voices.is_empty()).then(|| {
        quote! {
            fn voice(&self) -> __kate::Voice<'_> {
                match self {
                    #voices
                    _ => __kate::Voice::Own,
                }
            }
        }
    });
    let writes = each(model, |index| write(model, index, rows).collect());
    let out = out();
    let body = quote! {
        const TABLE: &'static __kate::Table = &__TABLE;
        const ERRORS: &'static [__kate::ErrorSpec] = &__ERRORS;

        fn row(&self) -> __kate::usize {
            #matched
        }

        #voice

        fn write(&self, #out: &mut __kate::Out<'_>) -> ::core::fmt::Result {
            match self {
                #writes
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

fn each(model: &Model<'_>, arms: impl Fn(usize) -> TokenStream) -> TokenStream {
    (0..model.variants.len()).map(arms).collect()
}

/// The arms that say in which row a variant stands.
fn row(model: &Model<'_>, index: usize, rows: &Rows) -> TokenStream {
    let variant = &model.variants[index];
    let path = &variant.path;
    match variant.role {
        Role::Own => {
            let arms = variant.emitted().into_iter().map(|(form, needs)| {
                let row = rows.form(index, form);
                let members = needs.iter().map(|field| &variant.fields[*field].member);
                quote!(#path { #(#members: ::core::option::Option::Some(_),)* .. } => #row,)
            });
            arms.collect()
        }
        Role::Transparent(_) | Role::Other(_) => {
            let row = rows.of_variant(index);
            quote!(#path { .. } => #row,)
        }
    }
}

/// The arm that says who speaks for a variant, if it is not the variant itself.
fn voice(model: &Model<'_>, index: usize) -> TokenStream {
    let variant = &model.variants[index];
    let path = &variant.path;
    match variant.role {
        Role::Own => TokenStream::new(),
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
fn write<'m>(
    model: &'m Model<'_>,
    index: usize,
    rows: &'m Rows,
) -> impl Iterator<Item = TokenStream> + 'm {
    let variant = &model.variants[index];
    variant.emitted().into_iter().filter_map(move |(form, needs)| {
        let (path, out, row) = (&variant.path, out(), rows.form(index, form));
        let bind = |field: usize, local: &syn::Ident| {
            let member = &variant.fields[field].member;
            if needs.contains(&field) {
                quote!(#member: ::core::option::Option::Some(#local),)
            } else {
                quote!(#member: #local,)
            }
        };
        match &variant.forms[form].text {
            Text::Template { slots, .. } => {
                let mut seen: Vec<_> = slots.iter().map(|slot| slot.field).collect();
                seen.sort_unstable();
                seen.dedup();
                let patterns = seen.iter().map(|field| bind(*field, &local(variant, *field)));
                // A list of pairs, each of which has a type of its own.
                let values = slots.iter().rev().fold(quote!(()), |others, slot| {
                    let (ty, value) = (variant.fields[slot.field].inner(), local(variant, slot.field));
                    quote!((<__kate::Probe<#ty>>::__kate_shown(#value, <#ty as __kate::NeedsDisplay>::shown), #others))
                });
                Some(quote!(#path { #(#patterns)* .. } => #out.template::<Self, #row>(#values),))
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
                Some(quote!(#path { #(#patterns)* .. } => { #(#locals)* #out.format(&__TABLE, ::core::format_args!(#literal #args #(, #shown)*)) }))
            }
            Text::Constant(_) | Text::Broken => None,
        }
    })
}

/// The field, as what prints it.
pub(super) fn shown(ty: &Type, local: &syn::Ident) -> TokenStream {
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

fn without_trailing_comma(args: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = args.into_iter().collect();
    if matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',') {
        tokens.pop();
    }
    tokens.into_iter().collect()
}
