//! The derive macro of [kate-errors]; its documentation is there.
//!
//! Here stands what rustc calls; what it gets, the `pipeline` makes.
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
mod frameworks;
mod generics;
mod input;
mod lower;
mod model;
mod pipeline;
mod proof;
mod rules;
mod shorthand;
mod status;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

#[expect(missing_docs, reason = "its page is the facade's")]
#[proc_macro_derive(KateError, attributes(status, detail, fix, header, source, from, kate))]
pub fn kate_error(input: TokenStream) -> TokenStream {
    pipeline::derive(input.into()).into()
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
