//! The derive macro of [kate-errors]; its documentation is there.
//!
//! A one-way pipeline: `attribute` and `lower` turn tokens into the `model`, `rules` judge it, `proof` shows that its texts are told apart, `expand` writes
//! the impls and has no error path. Each stage adds its mistakes to one list and goes on; where there are any, they
//! are all reported and `fallback` writes impls that keep the rest of the crate quiet.
//!
//! [kate-errors]: https://docs.rs/kate-errors

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod attribute;
mod expand;
mod fallback;
mod generics;
mod lower;
mod mistakes;
mod model;
mod proof;
mod rules;
mod shorthand;
mod status;

use mistakes::Mistakes;
use proc_macro::TokenStream;
use syn::DeriveInput;

#[expect(missing_docs, reason = "its page is the facade's")]
#[proc_macro_derive(KateError, attributes(status, detail, fix, header, source, from, kate))]
pub fn kate_error(input: TokenStream) -> TokenStream {
    match syn::parse::<DeriveInput>(input) {
        Ok(input) => derive(&input).into(),
        Err(error) => error.into_compile_error().into(),
    }
}

/// Knows the attributes of [`KateError`](macro@KateError) and does nothing: what is no attribute of ours is refused beside it.
#[doc(hidden)]
#[proc_macro_derive(
    __Attributes,
    attributes(status, detail, fix, header, source, from, kate)
)]
pub fn attributes(_: TokenStream) -> TokenStream {
    TokenStream::new()
}

fn derive(input: &DeriveInput) -> proc_macro2::TokenStream {
    let mut mistakes = Mistakes::default();
    let model = lower::lower(input, &mut mistakes);
    let sound = rules::check(&model, &mut mistakes);
    let proof = proof::prove(&model, &sound, &mut mistakes);
    match mistakes.report() {
        None => expand::expand(&model, &proof),
        Some(report) => fallback::fallback(&model, &report),
    }
}
