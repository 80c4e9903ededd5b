//! Constants that prove what the macro alone could not. Each has the span of the token that is wrong if the proof fails.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::rewrite::{names_one_type, outside_impls};
use super::transparent::nested;
use crate::forms::Forms;
use crate::model::{FieldRole, Form, Model};
use crate::proof::Proof;

/// The constants of all proofs that the macro has left open.
pub(super) fn expand(model: &Model<'_>, forms: &Forms<'_>, proof: &Proof) -> TokenStream {
    let span = |form: usize| forms.all[form].parsed.literal.span();
    let two_readings = proof.two_readings.iter().map(|&form| {
        constant(
            span(form),
            |span| quote_spanned!(span=> __kate::check_form(&__TABLE, #form)),
        )
    });
    let losers = proof.losers.iter().map(|&form| {
        constant(
            span(form),
            |span| quote_spanned!(span=> __kate::check_finding(&__FINDINGS, #form)),
        )
    });
    let count = forms.all.len() + nested(model).count();
    let known = nested(model)
        .enumerate()
        .filter_map(|(index, (_, variant))| {
            let field = variant.fields.first().filter(|field| !field.is_generic)?;
            Some(constant(
                field.ty.span(),
                |span| quote_spanned!(span=> __kate::check_nested(&__TABLE, &__FINDINGS, #index)),
            ))
        });
    let (losers, known) = (losers.collect::<Vec<_>>(), known.collect::<Vec<_>>());
    // The lint is allowed for the reason that `constant` gives.
    let findings = (!losers.is_empty() || !known.is_empty()).then(|| {
        quote! {
            #[allow(long_running_const_eval)]
            const __FINDINGS: [__kate::Finding<'static>; #count] =
                __kate::compare::<{ __kate::count(&__TABLE) }, #count>(&__TABLE);
        }
    });
    let confirmations = confirmations(model);
    quote!(#(#confirmations)* #(#two_readings)* #findings #(#losers)* #(#known)*)
}

/// A constant that makes a check. It allows `long_running_const_eval`, a lint against endless loops, because a proof may take
/// long.
fn constant(span: Span, check: impl Fn(Span) -> TokenStream) -> TokenStream {
    let check = check(span);
    quote_spanned!(span=> #[allow(long_running_const_eval)] const _: () = #check;)
}

/// Confirms that types are what the macro assumed from their spelling. `String` needs no confirmation: any text is in its
/// language.
fn confirmations(model: &Model<'_>) -> Vec<TokenStream> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for variant in model.plain_variants().filter(|variant| variant.is_parsed()) {
        let placeholders = variant.forms.iter().flat_map(Form::placeholders);
        for field in placeholders.map(|placeholder| &variant.fields[placeholder.field]) {
            let name = field
                .language
                .name
                .as_ref()
                .filter(|name| *name != "String");
            let (Some(name), FieldRole::Plain) = (name, &field.role) else {
                continue;
            };
            let ty = outside_impls(model, &field.read.ty);
            if !seen.insert(ty.to_string()) && names_one_type(&ty) {
                continue;
            }
            all.push(quote_spanned! {field.ty.span()=>
                const _: () = __kate::confirm(<__kate::Probe<#ty>>::__KATE_LANGUAGE, #name);
            });
        }
    }
    all
}
