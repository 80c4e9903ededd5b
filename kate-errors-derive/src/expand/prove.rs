//! Constants that prove what the macro could not: each at the token that would be wrong.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;

use super::entries::Entries;
use crate::generics::outside;
use crate::model::{FieldRole, Form, Model, Role, Variant, unraw};
use crate::proof::{FormId, Proof, spelled};

/// Proofs may take as long as they do: the lint, which denies by default, is for loops without an end.
pub(super) fn expand(model: &Model<'_>, entries: &Entries, proof: &Proof) -> TokenStream {
    let entry = |id: FormId| entries.form(id.variant, id.form);
    let alone = proof.alone.iter().map(|id| {
        let entry = entry(*id);
        quote_spanned!(id.span=> #[allow(long_running_const_eval)] const _: () = __kate::check_form(&__TABLE, #entry);)
    });
    // Once for each form that could lose: a constant costs rustc more than the comparison in it.
    let mut losers = BTreeMap::<usize, (Span, Vec<usize>)>::new();
    for (winner, loser) in &proof.pairs {
        let (_, winners) = losers
            .entry(entry(*loser))
            .or_insert((loser.span, Vec::new()));
        winners.push(entry(*winner));
    }
    let pairs = losers.iter().map(|(loser, (span, winners))| {
        quote_spanned!(*span=> #[allow(long_running_const_eval)] const _: () = __kate::check_forms(&__TABLE, &[#(#winners),*], #loser);)
    });
    let nested = nested(model).enumerate().filter_map(|(index, (variant_index, variant))| {
        let entry = entries.of_variant(variant_index);
        let lossy = variant.lossy.is_some();
        let name = unraw(variant.ident);
        let span = variant.fields.first()?.ty.span();
        Some(quote_spanned!(span=> #[allow(long_running_const_eval)] const _: () = __kate::check_nested(&__TABLE, #index, #entry, #lossy, #name);))
    });
    confirmations(model)
        .chain(alone)
        .chain(pairs)
        .chain(nested)
        .collect()
}

/// The transparent variants whose types are known here, in order: the nested tables of the type's own.
pub(super) fn nested<'m>(model: &'m Model<'m>) -> impl Iterator<Item = (usize, &'m Variant<'m>)> {
    model.variants.iter().enumerate().filter(|(_, variant)| {
        let known = variant.fields.first().is_some_and(|field| !field.generic);
        matches!(variant.role, Role::Transparent(_)) && variant.parsed() && known
    })
}

/// Types that were taken at their spelling. Free text needs none: whatever the type is, it has no other texts.
fn confirmations(model: &Model<'_>) -> impl Iterator<Item = TokenStream> {
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for variant in model.own().filter(|variant| variant.parsed()) {
        for (index, field) in variant.fields.iter().enumerate() {
            let shows = |form: &Form| form.placeholder(index).is_some();
            let Some(name) = spelled(field).name.filter(|name| name != "String") else {
                continue;
            };
            let ty = outside(model, &field.inner());
            let key = ty.to_string();
            if !matches!(field.role, FieldRole::Plain)
                || !variant.forms.iter().any(shows)
                || seen.contains(&key)
            {
                continue;
            }
            seen.push(key);
            let span = field.ty.span();
            all.push(quote_spanned!(span=> const _: () = __kate::confirm(<__kate::Probe<#ty>>::__KATE_LANGUAGE, #name);));
        }
    }
    all.into_iter()
}
