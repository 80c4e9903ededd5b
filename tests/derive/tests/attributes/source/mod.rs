//! `#[source]` and `#[from]`.

mod beside;
mod marks;
mod pointers;
