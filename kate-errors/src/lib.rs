//! kate-errors

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

// Lets the derive work inside this crate.
extern crate self as kate_errors;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod api;
mod body;
mod catalog;
mod decode;
mod emit;
mod error;
mod field;
mod json;
mod report;
mod response;
mod source;
mod undecoded;

pub use body::Body;
pub use catalog::{Catalog, Documented, ErrorSpec};
pub use decode::Decode;
pub use error::KateError;
pub use field::{Chars, DetailText};
pub use kate_errors_derive::KateError;
pub use report::Report;
pub use response::ToResponse;
pub use undecoded::{NoMatch, Undecoded, UndecodedKind};
