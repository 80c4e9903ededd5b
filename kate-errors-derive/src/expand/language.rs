//! The language that a field declares.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Field, TextLength};

/// The language that `#[kate]` declares by `words`, `chars` and `len`, as an expression.
pub(super) fn declared(field: &Field<'_>) -> Option<TokenStream> {
    if let Some(words) = &field.words.word_list {
        return Some(quote!(__kate::Language::words(&[#(#words),*])));
    }
    let chars = if let Some(chars) = &field.words.chars {
        quote!(__kate::Language::chars(#chars))
    } else {
        quote!(__kate::Language::Free)
    };
    match &field.words.len {
        Some(TextLength { min, max, .. }) => {
            let length = if let Some(max) = max {
                quote!(between(#min, #max))
            } else {
                quote!(at_least(#min))
            };
            Some(quote!(#chars.with_length(__kate::Length::#length)))
        }
        None => field.words.chars.is_some().then_some(chars),
    }
}
