//! A template's text, taken apart into its fields' texts.

use kate_errors_core::Language;
use proc_macro2::TokenStream;
use quote::quote;

use super::local;
use crate::model::{Placeholder, Variant};
use crate::proof::spelled;

/// The statements that bind the fields' texts. Calls that follow each other where types say which way is the only one; else
/// the table's entry says what the matcher has to know.
pub(super) fn expand(
    variant: &Variant<'_>,
    before: &str,
    placeholders: &[Placeholder],
    entry: usize,
) -> TokenStream {
    let last = placeholders
        .last()
        .map_or("", |placeholder| &placeholder.after);
    let locals = placeholders
        .iter()
        .map(|placeholder| local(variant, placeholder.field));
    let Some(cuts) = cuts(variant, placeholders) else {
        return quote!(let [#(#locals),*] = __query.fields(&__TABLE, #entry)?;);
    };
    let changes = (cuts.len() > 1).then(|| quote!(mut));
    quote! {
        let #changes __rest = __query.between(#before, #last)?;
        #(#cuts)*
    }
}

/// From both ends, each field that its literal bounds for certain; and what is left, if there is one way to read it.
fn cuts(variant: &Variant<'_>, placeholders: &[Placeholder]) -> Option<Vec<TokenStream>> {
    let language = |placeholder: &Placeholder| {
        let spelled = spelled(&variant.fields[placeholder.field]);
        spelled.exact.then_some(spelled.language)
    };
    let bounds = |placeholder: &Placeholder, limit: Option<char>| {
        limit.is_some_and(|c| {
            language(placeholder).is_some_and(|language| !language.may_contain_char(c))
        })
    };
    let until = |placeholder: &Placeholder| {
        let (field, literal) = (local(variant, placeholder.field), &placeholder.after);
        quote!(let #field = __rest.until(#literal)?;)
    };
    let mut cuts = Vec::new();
    let mut left = placeholders;
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
        cuts.push(quote!(let #field = __rest.after(#literal)?;));
        left = &left[..left.len() - 1];
    }
    // Of fields that take any text the shortest leftmost reading is that of the first places.
    let (last, others) = left.split_last()?;
    let free = |placeholder: &Placeholder| matches!(language(placeholder), Some(Language::Free));
    let one_way = others
        .iter()
        .all(|placeholder| free(placeholder) && !placeholder.after.is_empty());
    if !one_way || !others.is_empty() && !free(last) {
        return None;
    }
    cuts.extend(others.iter().map(until));
    let field = local(variant, last.field);
    cuts.push(quote!(let #field = __rest.rest();));
    Some(cuts)
}
