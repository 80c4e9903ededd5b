//! The language that a field declares.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Field;

/// The language that `#[kate(words)]` or `#[kate(chars)]` declares, as an expression.
pub(super) fn declared(field: &Field<'_>) -> Option<TokenStream> {
    if let Some(words) = &field.words.word_list {
        return Some(quote!(__kate::Language::words(&[#(#words),*])));
    }
    let chars = field.words.chars.as_ref()?;
    Some(quote!(__kate::Language::chars(#chars)))
}
