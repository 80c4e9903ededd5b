//! The type that derives: its shape, its generics, its doc comments, its size, and its values as trait objects.

mod doc_comments;
mod generics;
mod recursive;
mod shapes;
mod thousand_variants;
mod trait_objects;
