//! What the macro and the runtime of [kate-errors] share, so that both sides always agree:
//!
//! - [`Chars`] and [`Language`]: which texts a field can print, as automata over characters;
//! - [`template`]: a detail text, taken apart once into literals and placeholders;
//! - [`matching`]: a text, read back through those automata in linear time;
//! - [`proof`]: that no text has two readings;
//! - [`table`]: everything that is known of a type's errors at compile time, as two literals;
//! - [`json`]: a text, escaped for a JSON string;
//! - [`markdown`]: a text, escaped for a table.
//!
//! Use it through `kate-errors`; this crate's own interface may change with any release.
//!
//! [kate-errors]: https://crates.io/crates/kate-errors

#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Where a table is known at compile time, most of what reads it is too: but only where it is inlined, as the benchmarks show.
#![allow(clippy::inline_always)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod chars;
mod integer;
pub mod json;
mod language;
pub mod markdown;
pub mod matching;
mod named;
pub mod proof;
mod same;
pub mod table;
pub mod template;

pub use chars::{Chars, PatternError};
pub use integer::Integer;
pub use language::Language;
pub use named::same_text;
pub use same::same;
