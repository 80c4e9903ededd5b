//! Generates the code that matches a template and finds the texts of its fields.

use kate_errors_core::Language;
use kate_errors_core::proof::Template;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::forms::NumberedForm;
use crate::model::{Placeholder, Variant};

/// The statements that bind the texts of the fields to their locals. Where each field has one possible end, the fields are read
/// one after the other by a `Cursor`. Otherwise `Query::fields` reads all of them, by the matcher of core.
pub(super) fn expand(variant: &Variant<'_>, form: &NumberedForm<'_>, number: usize) -> TokenStream {
    let placeholders = Placeholders::of(variant, form.parsed.placeholders());
    let (locals, comparisons) = (&placeholders.locals, &placeholders.comparisons);
    let entry = form.entry();
    let Some(steps) = steps(variant, &placeholders, Template::of(&entry)) else {
        return quote! {
            let [#(#locals),*] = __query.fields(&__TABLE, #number)?;
            #(#comparisons)*
        };
    };
    let (leading, trailing) = (entry.leading, entry.trailing());
    let mutable = (steps.len() > 1).then(|| quote!(mut));
    quote! {
        let #mutable __rest = __query.between(#leading, #trailing)?;
        #(#steps)*
        #(#comparisons)*
    }
}

/// The placeholders of a template, and the locals of their texts.
struct Placeholders<'m> {
    all: &'m [Placeholder],
    locals: Vec<Ident>,
    /// The statements that compare the texts of a field that the template names more than once.
    comparisons: Vec<TokenStream>,
}

impl<'m> Placeholders<'m> {
    fn of(variant: &Variant<'_>, all: &'m [Placeholder]) -> Self {
        let (mut locals, mut comparisons) = (Vec::<Ident>::new(), Vec::new());
        for (position, placeholder) in all.iter().enumerate() {
            let first = variant.local(placeholder.field);
            let mut earlier = all[..position].iter();
            if earlier.any(|earlier| earlier.field == placeholder.field) {
                let again = format_ident!("{first}_{position}", span = first.span());
                comparisons.push(quote!(__kate::same(#first, #again)?;));
                locals.push(again);
            } else {
                locals.push(first);
            }
        }
        Self {
            all,
            locals,
            comparisons,
        }
    }
}

/// The statements that read the fields one after the other: those with a known end from the front and from the back, and then the
/// ones in the middle. `None` if a field in the middle has several possible ends.
fn steps(
    variant: &Variant<'_>,
    placeholders: &Placeholders<'_>,
    template: Template<'_>,
) -> Option<Vec<TokenStream>> {
    let Placeholders { all, locals, .. } = placeholders;
    let until = |at: usize| {
        let (local, literal) = (&locals[at], &all[at].after);
        quote!(let #local = __rest.until(#literal)?;)
    };
    let (left, right) = template.bounded();
    let end = all.len() - right;
    let mut steps: Vec<_> = (0..left).map(until).collect();
    for at in (end..all.len()).rev() {
        let (local, literal) = (&locals[at], &all[at.checked_sub(1)?].after);
        steps.push(quote!(let #local = __rest.after(#literal)?;));
    }
    // If fields take any text, the shortest leftmost reading ends each one at the first occurrence of the literal after it.
    let (last, others) = all[left..end].split_last()?;
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
    let last = end - 1;
    steps.extend((left..last).map(until));
    let local = &locals[last];
    steps.push(quote!(let #local = __rest.rest();));
    Some(steps)
}
