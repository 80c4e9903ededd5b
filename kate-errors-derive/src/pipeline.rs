//! The stages of the derive. Each is a module:
//!
//! 1. `input` parses the tokens of the type.
//! 2. `attribute` reads its attributes, and `lower` makes the `model` of them, which the later stages read.
//! 3. `rules` check the model.
//! 4. `forms` numbers the details of the model, and `proof` proves that they are unambiguous.
//! 5. `expand` generates the impls. It cannot fail.
//!
//! Each stage adds its diagnostics to one list, and the next stage still runs. If there are any, `fallback` writes stub impls
//! instead of `expand`, so that the rest of the user's crate compiles.
//!
//! Nothing here needs rustc: the tests and the fuzzer call it too.

use proc_macro2::TokenStream;

use crate::diagnostics::{Diagnostics, Report, compile_errors};
use crate::forms::Forms;
use crate::input::Input;
use crate::{expand, fallback, input, lower, proof, rules};

/// The output of the derive for a type.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    match input::parse(tokens) {
        Input::Whole(input) => {
            let model = lower::lower(&input, &mut diagnostics);
            let sound = rules::check(&model, &mut diagnostics);
            let forms = Forms::of(&model);
            let proof = proof::prove(&model, &forms, &sound, &mut diagnostics);
            match diagnostics.report() {
                None => expand::expand(&model, &forms, &proof),
                Some(report) => fallback::fallback(&model, &report),
            }
        }
        Input::Partial { error, input } => {
            let errors = error
                .map(|error| compile_errors([error]))
                .unwrap_or_default();
            let Some(input) = input else {
                return errors;
            };
            // The user may be typing the missing parts, so the other diagnostics are dropped.
            let model = lower::lower(&input, &mut diagnostics);
            let report = Report {
                errors,
                unknown: TokenStream::new(),
            };
            fallback::fallback(&model, &report)
        }
    }
}
