//! `#[source]` and `#[from]`.

mod marks;
mod pointers;
