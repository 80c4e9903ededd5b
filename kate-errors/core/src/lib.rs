//! The parts of [kate-errors] that its macro and its runtime share, so that both always agree.
//!
//! **Use it through `kate-errors`.** That crate exports the types of [`Language`]. Everything else is hidden from the
//! documentation and may change with any release.
//!
//! # Overview
//!
//! A detail is the text of an error that the client reads. It is written as a *template* of literals and placeholders.
//! The server prints the fields in place of the placeholders, and the client reads the fields from the detail again. So
//! there are three questions:
//!
//! - What can a field print? Its type has a *language*, a set of texts.
//! - Which error does a detail belong to, and what are its fields? The *table* of a type finds the candidates, and
//!   *matching* reads the fields.
//! - Is the answer unique for every detail? The *proof* decides it when the user's crate is compiled.
//!
//! # Architecture
//!
//! - `language` has the languages. A language is a deterministic automaton over characters, whose state is a number. It is never built in memory: `Language::step` computes the next state.
//! - `template` parses a template, as written in `#[detail("...")]`, into literals and placeholders.
//! - `matching` reads the fields from a detail, given the literals of its template and the languages of its
//!   placeholders. The time is linear in the length of the detail.
//! - `table` stores what is known at compile time about the errors of a type, and finds the form entries that may match
//!   a detail. The macro builds the table, and the runtime reads it from a `static`.
//! - `proof` decides whether a template matches some detail with two different readings, and whether two templates
//!   match the same detail. It searches the product of two automata, and answers with a *witness*, a short detail that
//!   shows the conflict.
//! - `json` and `markdown` escape strings for a body and for a table of the documentation.
//! - `const_str` has what `str` lacks in a `const`.
//!
//! # Why so much of it is `const`
//!
//! The macro sees the tokens of a type, and not the types of its fields. Where it knows the field types by their names,
//! it proves natively. Where it does not, or where one type contains the errors of another, the proof runs inside a
//! `const` of the user's crate. So `language`, `proof`, and what they need of `table` are written as `const fn`: with
//! `while` loops, without iterators, and without a heap.
//!
//! [kate-errors]: https://crates.io/crates/kate-errors

#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Where a table is known at compile time, calls on it fold into constants, but only if they are inlined: the benchmarks
// show it.
#![allow(clippy::inline_always)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod const_str;
#[doc(hidden)]
pub mod json;
mod language;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod matching;
#[doc(hidden)]
pub mod proof;
#[doc(hidden)]
pub mod table;
#[doc(hidden)]
pub mod template;

#[doc(hidden)]
pub use const_str::str_eq;
pub use language::{Addresses, Chars, Integer, Language, Length, PatternError, Words, WordsError};
