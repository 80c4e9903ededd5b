//! The type that derives: its generics, its documentation, its size, and its values as trait objects.

mod doc_comments;
mod dyn_errors;
mod generics;
mod thousand_variants;
