//! From a value to its response.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Type;

use super::rows::Rows;
use super::{EmitBounds, Nested, implement, local, other, table};
use crate::model::{Model, Role, Text, Variant};

pub(super) fn expand(model: &Model<'_>, rows: &Rows, bounds: &EmitBounds) -> TokenStream {
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
