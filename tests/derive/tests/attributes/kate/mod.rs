//! The words of `#[kate(...)]`.

mod emit_only;
mod words;
