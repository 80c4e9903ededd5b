//! A one-way pipeline: `input` reads tokens, however broken, `attribute` and `lower` turn them into the `model`, `rules`
//! judge it, `proof` shows that its texts are told apart, `expand` writes the impls and has no error path. Each stage adds
//! its diagnostics to one list and goes on; where there are any, they are all reported and `fallback` writes impls that keep
//! the rest of the crate quiet.
//!
//! Nothing of it needs rustc: the tests and the fuzzer call it too.

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::{expand, fallback, input, lower, proof, rules};

/// What the derive makes of a type.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(input) = input::parse(tokens, &mut diagnostics) else {
        return diagnostics
            .report()
            .map_or_else(Default::default, |report| report.errors);
    };
    // Of what is half typed nothing else is said: the rest may be about to be typed.
    let mut unsaid = Diagnostics::default();
    let heard = if diagnostics.count() > 0 {
        &mut unsaid
    } else {
        &mut diagnostics
    };
    let model = lower::lower(&input, heard);
    let sound = rules::check(&model, heard);
    let proof = proof::prove(&model, &sound, heard);
    match diagnostics.report() {
        None => expand::expand(&model, &proof),
        Some(report) => fallback::fallback(&model, &report),
    }
}
