//! The words of `#[kate(...)]`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{LitStr, Path};

/// How many characters a field's text has.
#[derive(Clone)]
pub(crate) struct TextLength {
    pub(crate) min: u16,
    /// `None` if there is no limit.
    pub(crate) max: Option<u16>,
    /// The tokens after `=`.
    pub(crate) tokens: TokenStream,
}

/// The words on a type, a variant or a field. `attribute/kate.rs` has a table of them, with where each may be written.
#[derive(Clone, Default)]
pub(crate) struct Words {
    pub(crate) chars: Option<LitStr>,
    /// `crate = path`
    pub(crate) krate: Option<Path>,
    pub(crate) emit_only: Option<Span>,
    pub(crate) expose: Option<Span>,
    /// `len = 32`
    pub(crate) len: Option<TextLength>,
    pub(crate) lossy: Option<Span>,
    pub(crate) member: Option<LitStr>,
    pub(crate) no_display: Option<Span>,
    pub(crate) no_from_str: Option<Span>,
    pub(crate) other: Option<Span>,
    pub(crate) skip: Option<Span>,
    pub(crate) transparent: Option<Span>,
    /// The words that the field prints: `words("running", "done")`.
    pub(crate) word_list: Option<Vec<LitStr>>,
    /// The frameworks whose traits the type implements, by their words.
    pub(crate) frameworks: Vec<Ident>,
}
