//! Generates the code that matches a template and finds the texts of its fields.

use kate_errors_core::Language;
use kate_errors_core::proof::Template;
use proc_macro2::TokenStream;
use quote::quote;

use crate::forms::NumberedForm;
use crate::model::{Placeholder, Variant};

/// The statements that bind the texts of the fields to their locals. Where each field has one possible end, the fields are read
/// one after the other by a `Cursor`. Otherwise `Query::fields` reads all of them, by the matcher of core.
pub(super) fn expand(variant: &Variant<'_>, form: &NumberedForm<'_>, number: usize) -> TokenStream {
    let placeholders = form.parsed.placeholders();
    let entry = form.entry();
    let Some(steps) = steps(variant, placeholders, Template::of(&entry)) else {
        let locals = placeholders
            .iter()
            .map(|placeholder| variant.local(placeholder.field));
        return quote!(let [#(#locals),*] = __query.fields(&__TABLE, #number)?;);
    };
    let (leading, trailing) = (entry.leading, entry.trailing());
    let mutable = (steps.len() > 1).then(|| quote!(mut));
    quote! {
        let #mutable __rest = __query.between(#leading, #trailing)?;
        #(#steps)*
    }
}

/// The statements that read the fields one after the other: those with a known end from the front and from the back, and then the
/// ones in the middle. `None` if a field in the middle has several possible ends.
fn steps(
    variant: &Variant<'_>,
    placeholders: &[Placeholder],
    template: Template<'_>,
) -> Option<Vec<TokenStream>> {
    let until = |placeholder: &Placeholder| {
        let (field, literal) = (variant.local(placeholder.field), &placeholder.after);
        quote!(let #field = __rest.until(#literal)?;)
    };
    let (left, right) = template.bounded();
    let (bounded, others) = placeholders.split_at(left);
    let (middle, bounded_at_end) = others.split_at(others.len() - right);
    let mut steps: Vec<_> = bounded.iter().map(until).collect();
    for at in (0..bounded_at_end.len()).rev() {
        let field = variant.local(bounded_at_end[at].field);
        let before = if at == 0 {
            middle.last()
        } else {
            bounded_at_end.get(at - 1)
        };
        let literal = &before?.after;
        steps.push(quote!(let #field = __rest.after(#literal)?;));
    }
    // If fields take any text, the shortest leftmost reading ends each one at the first occurrence of the literal after it.
    let (last, others) = middle.split_last()?;
    let free = |placeholder: &Placeholder| {
        let language = &variant.fields[placeholder.field].language;
        language.is_spelled && matches!(language.language, Language::Free)
    };
    let one_way = others
        .iter()
        .all(|placeholder| free(placeholder) && !placeholder.after.is_empty());
    if !one_way || !others.is_empty() && !free(last) {
        return None;
    }
    steps.extend(others.iter().map(until));
    let field = variant.local(last.field);
    steps.push(quote!(let #field = __rest.rest();));
    Some(steps)
}
