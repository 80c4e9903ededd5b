//! What the targets share.
//!
//! `cargo +nightly fuzz run decode` in the crate above runs one. A seed that begins with `=` is written by hand, to be read; the others
//! are what the fuzzer found, minimised.

pub mod choice;
pub mod every;
pub mod forever;
pub mod member;
pub mod naive;
pub mod response;
pub mod source;
