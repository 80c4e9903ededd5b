//! The derive macro of [kate-errors]; its documentation is there.
//!
//! A one-way pipeline: `input` reads tokens, however broken, `attribute` and `lower` turn them into the `model`, `rules`
//! judge it, `proof` shows that its texts are told apart, `expand` writes the impls and has no error path. Each stage adds
//! its mistakes to one list and goes on; where there are any, they are all reported and `fallback` writes impls that keep
//! the rest of the crate quiet.
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
mod frameworks;
mod generics;
mod input;
mod lower;
mod mistakes;
mod model;
mod proof;
mod rules;
mod shorthand;
mod status;
#[cfg(test)]
mod tests;

use mistakes::Mistakes;
use proc_macro::TokenStream;

#[expect(missing_docs, reason = "its page is the facade's")]
#[proc_macro_derive(KateError, attributes(status, detail, fix, header, source, from, kate))]
pub fn kate_error(input: TokenStream) -> TokenStream {
    derive(input.into()).into()
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

fn derive(tokens: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut mistakes = Mistakes::default();
    let Some(input) = input::parse(tokens, &mut mistakes) else {
        return mistakes
            .report()
            .map_or_else(Default::default, |report| report.errors);
    };
    // Of what is half typed nothing else is said: the rest may be about to be typed.
    let mut unsaid = Mistakes::default();
    let heard = if mistakes.count() > 0 {
        &mut unsaid
    } else {
        &mut mistakes
    };
    let model = lower::lower(&input, heard);
    let sound = rules::check(&model, heard);
    let proof = proof::prove(&model, &sound, heard);
    match mistakes.report() {
        None => expand::expand(&model, &proof),
        Some(report) => fallback::fallback(&model, &report),
    }
}
