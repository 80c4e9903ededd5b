//! A template's text, taken apart into its fields' texts.

use kate_errors_core::Language;
use proc_macro2::TokenStream;
use quote::quote;

use super::local;
use crate::model::{Slot, Variant};
use crate::proof::spelled;

/// The statements that bind the fields' texts. Calls that follow each other where types say which way is the only one; else
/// the table's row says what the matcher has to know.
pub(super) fn expand(
    variant: &Variant<'_>,
    before: &str,
    slots: &[Slot],
    row: usize,
) -> TokenStream {
    let last = slots.last().map_or("", |slot| &slot.after);
    let locals = slots.iter().map(|slot| local(variant, slot.field));
    let Some(cuts) = cuts(variant, slots) else {
        return quote!(let [#(#locals),*] = __query.fields(&__TABLE, #row)?;);
    };
    let changes = (cuts.len() > 1).then(|| quote!(mut));
    quote! {
        let #changes __rest = __query.between(#before, #last)?;
        #(#cuts)*
    }
}

/// From both ends, each field that its literal bounds for certain; and what is left, if there is one way to read it.
fn cuts(variant: &Variant<'_>, slots: &[Slot]) -> Option<Vec<TokenStream>> {
    let language = |slot: &Slot| {
        let spelled = spelled(&variant.fields[slot.field]);
        spelled.exact.then_some(spelled.language)
    };
    let bounds = |slot: &Slot, limit: Option<char>| {
        limit.is_some_and(|c| language(slot).is_some_and(|language| !language.may_have(c)))
    };
    let until = |slot: &Slot| {
        let (field, literal) = (local(variant, slot.field), &slot.after);
        quote!(let #field = __rest.until(#literal)?;)
    };
    let mut cuts = Vec::new();
    let mut left = slots;
    while let [first, _, ..] = left {
        if !bounds(first, first.after.chars().next()) {
            break;
        }
        cuts.push(until(first));
        left = &left[1..];
    }
    while let [.., earlier, last] = left {
        if !bounds(last, earlier.after.chars().next_back()) {
            break;
        }
        let (field, literal) = (local(variant, last.field), &earlier.after);
        cuts.push(quote!(let #field = __rest.behind(#literal)?;));
        left = &left[..left.len() - 1];
    }
    // Of fields that take any text the shortest leftmost reading is that of the first places.
    let (last, others) = left.split_last()?;
    let free = |slot: &Slot| matches!(language(slot), Some(Language::Free));
    let one_way = others
        .iter()
        .all(|slot| free(slot) && !slot.after.is_empty());
    if !one_way || !others.is_empty() && !free(last) {
        return None;
    }
    cuts.extend(others.iter().map(until));
    let field = local(variant, last.field);
    cuts.push(quote!(let #field = __rest.rest();));
    Some(cuts)
}
