//! From a value to its response.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Type;

use super::entries::Entries;
use super::{EmitBounds, Nested, implement, local, other, table};
use crate::model::{Model, Role, Text};

pub(super) fn expand(model: &Model<'_>, entries: &Entries, bounds: &EmitBounds) -> TokenStream {
    let entry_arms = each(model, |index| entry(model, index, entries));
    let matched = if model.variants.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #entry_arms })
    };
    let roles = each(model, |index| role(model, index));
    let role = (!roles.is_empty()).then(|| {
        quote! {
            fn role(&self) -> __kate::Role<'_> {
                match self {
                    #roles
                    _ => __kate::Role::Own,
                }
            }
        }
    });
    let writes = each(model, |index| write(model, index, entries).collect());
    let out = out();
    let body = quote! {
        const TABLE: &'static __kate::Table = &__TABLE;
        const ERRORS: &'static [__kate::ErrorSpec] = &__ERRORS;

        fn entry(&self) -> __kate::usize {
            #matched
        }

        #role

        fn write(&self, #out: &mut __kate::Output<'_>) -> ::core::fmt::Result {
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

/// The arms that say in which entry a variant stands.
fn entry(model: &Model<'_>, index: usize, entries: &Entries) -> TokenStream {
    let variant = &model.variants[index];
    let path = &variant.path;
    match variant.role {
        Role::Own => {
            let arms = variant.emitted().into_iter().map(|(form, needs)| {
                let entry = entries.form(index, form);
                let members = needs.iter().map(|field| &variant.fields[*field].member);
                quote!(#path { #(#members: ::core::option::Option::Some(_),)* .. } => #entry,)
            });
            arms.collect()
        }
        Role::Transparent(_) | Role::Other(_) => {
            let entry = entries.of_variant(index);
            quote!(#path { .. } => #entry,)
        }
    }
}

/// The arm that says who speaks for a variant, if it is not the variant itself.
fn role(model: &Model<'_>, index: usize) -> TokenStream {
    let variant = &model.variants[index];
    let path = &variant.path;
    match variant.role {
        Role::Own => TokenStream::new(),
        Role::Transparent(_) => {
            let Some(nested) = Nested::of(variant) else {
                return TokenStream::new();
            };
            let (member, inner) = (nested.member, local(variant, 0));
            let as_kate_error = nested.as_kate_error(&inner);
            let role = if let Some(fix) = &variant.fix {
                let errors = table::errors_with_fix(index);
                quote!(__kate::Role::TransparentWithFix(#as_kate_error, #fix, &#errors))
            } else {
                quote!(__kate::Role::Transparent(#as_kate_error))
            };
            quote!(#path { #member: #inner } => #role,)
        }
        Role::Other(_) => {
            let [status, detail] = other(variant);
            quote!(#path { status: __status, detail: __detail } => __kate::Role::Other(#status::status(__status), #detail::detail(__detail)),)
        }
    }
}

/// The arms that write a variant's texts with fields.
fn write<'m>(
    model: &'m Model<'_>,
    index: usize,
    entries: &'m Entries,
) -> impl Iterator<Item = TokenStream> + 'm {
    let variant = &model.variants[index];
    variant.emitted().into_iter().filter_map(move |(form, needs)| {
        let (path, out, entry) = (&variant.path, out(), entries.form(index, form));
        let bind = |field: usize, local: &syn::Ident| {
            let member = &variant.fields[field].member;
            if needs.contains(&field) {
                quote!(#member: ::core::option::Option::Some(#local),)
            } else {
                quote!(#member: #local,)
            }
        };
        match &variant.forms[form].text {
            Text::Template { placeholders, .. } => {
                let mut seen: Vec<_> = placeholders.iter().map(|placeholder| placeholder.field).collect();
                seen.sort_unstable();
                seen.dedup();
                let patterns = seen.iter().map(|field| bind(*field, &local(variant, *field)));
                // A list of pairs, each of which has a type of its own.
                let values = placeholders.iter().rev().fold(quote!(()), |others, placeholder| {
                    let (ty, value) = (variant.fields[placeholder.field].inner(), local(variant, placeholder.field));
                    quote!((<__kate::Probe<#ty>>::__kate_value(#value, <#ty as __kate::FieldDisplay>::display), #others))
                });
                Some(quote!(#path { #(#patterns)* .. } => __kate::write_template::<Self, #entry>(#out, #values),))
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
                        let value = display(ty, &local);
                        quote!(#name = #value)
                    } else {
                        quote!(#name = #local)
                    }
                });
                Some(quote!(#path { #(#patterns)* .. } => { #(#locals)* __kate::write_format(#out, &__TABLE, ::core::format_args!(#literal #args #(, #shown)*)) }))
            }
            Text::Constant(_) | Text::Broken => None,
        }
    })
}

/// The field, as what prints it.
pub(super) fn display(ty: &Type, local: &syn::Ident) -> TokenStream {
    quote!(<#ty as __kate::FieldDisplay>::display(#local))
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
