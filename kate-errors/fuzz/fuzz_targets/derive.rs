//! The macro over arbitrary types: it says something of each, which is Rust, and the same when asked again.

#![no_main]

// A macro's crate is a plug-in of the compiler and cannot be linked: its modules are built in here.
#[path = "../../../kate-errors-derive/src/attribute/mod.rs"]
mod attribute;
#[path = "../../../kate-errors-derive/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../../kate-errors-derive/src/expand/mod.rs"]
mod expand;
#[path = "../../../kate-errors-derive/src/fallback.rs"]
mod fallback;
#[path = "../../../kate-errors-derive/src/forms.rs"]
mod forms;
#[path = "../../../kate-errors-derive/src/input/mod.rs"]
mod input;
#[path = "../../../kate-errors-derive/src/lower/mod.rs"]
mod lower;
#[path = "../../../kate-errors-derive/src/messages.rs"]
mod messages;
#[path = "../../../kate-errors-derive/src/model/mod.rs"]
mod model;
#[path = "../../../kate-errors-derive/src/pipeline.rs"]
mod pipeline;
#[path = "../../../kate-errors-derive/src/proof/mod.rs"]
mod proof;
#[path = "../../../kate-errors-derive/src/rules/mod.rs"]
mod rules;
#[path = "../../../kate-errors-derive/src/status.rs"]
mod status;

use kate_errors_core::template::{self, Piece, TemplateError};
use kate_errors_fuzz::source;
use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

fuzz_target!(|data: &[u8]| {
    let Some(source) = source::read(data) else {
        return;
    };
    check_pieces(&source);
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return;
    };
    let output = pipeline::derive(tokens.clone());
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{error}: {source} makes {output}");
    }
    // Only for some inputs, because it doubles the time.
    if data.len() % 8 == 0 {
        assert_eq!(pipeline::derive(tokens).to_string(), output.to_string());
    }
});

/// The pieces of a template make up the template. If it cannot be parsed, there is a brace at the position of the error.
fn check_pieces(text: &str) {
    match template::parse(text) {
        Ok(pieces) => {
            let write = |piece: &Piece| match piece {
                Piece::Literal(text) => text.replace('{', "{{").replace('}', "}}"),
                Piece::Placeholder { at, .. } => text[at.clone()].to_owned(),
            };
            assert_eq!(pieces.iter().map(write).collect::<String>(), text);
        }
        Err(TemplateError::Unclosed(at) | TemplateError::Nested(at)) => {
            assert!(text[at..].starts_with('{'))
        }
        Err(TemplateError::Unopened(at)) => assert!(text[at..].starts_with('}')),
    }
}
