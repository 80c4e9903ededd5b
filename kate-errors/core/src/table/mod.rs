//! The table of a type: everything that is known about its errors at compile time. It is written as constants that are readable
//! in the output of `cargo expand`.
//!
//! The macro builds a [`Table`] from its model, proves on it what it can, and writes it as struct literals into the generated
//! code. At run time, encoding and decoding read it; in constants, the [proof](crate::proof) reads it.

mod build;
mod entries;
mod index;

pub use build::{body_of_constant, body_of_template, sort};
pub use entries::{
    Accept, Body, ErrorEntry, FormEntry, FormKind, Header, Index, Link, NestedEntry, Read, Table,
};
pub use index::{Constants, IndexParts, Templates};

#[cfg(test)]
mod tests;
