//! The words of `#[kate(...)]` that have no module of their own beside this one.

mod crate_path;
mod emit_only;
mod lossy;
mod member;
mod no_display;
mod no_from_str;
mod skip;
