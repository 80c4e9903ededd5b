//! The derive macro of [kate-errors]; its documentation is there. The module `pipeline` shows the way from a type to its impls.
//!
//! [kate-errors]: https://docs.rs/kate-errors

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod attribute;
mod diagnostics;
mod expand;
mod fallback;
mod forms;
mod input;
mod lower;
mod messages;
mod model;
mod pipeline;
mod proof;
mod rules;
mod status;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

#[expect(missing_docs, reason = "it is documented in the facade")]
#[proc_macro_derive(
    KateError,
    // `error` is thiserror's. It is here so that one left over from thiserror gets our diagnostic and none of rustc's.
    attributes(status, detail, fix, header, source, from, kate, error)
)]
pub fn kate_error(input: TokenStream) -> TokenStream {
    pipeline::derive(input.into()).into()
}

/// Generates nothing. It makes the attributes of [`KateError`](macro@KateError) known on an item, so that rustc refuses only
/// other attributes there.
#[doc(hidden)]
#[proc_macro_derive(
    __Attributes,
    attributes(status, detail, fix, header, source, from, kate)
)]
pub fn attributes(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
