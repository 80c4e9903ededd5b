//! Finds the forms that may match a detail without a test of every form.
//!
//! Constants are in a hash table, because a constant matches a detail only if they are equal. Templates are sorted by the literal
//! that they begin with. Templates that begin with a placeholder are sorted by the literal that they end with. If two literals
//! begin (or end) the same detail, the shorter one begins (or ends) the longer one. So the longest one is found by binary search,
//! and links lead from it to the others. The search compares the first eight bytes of the literals, which stand in the links, and
//! the literals themselves where these are equal.

mod build;
mod lookup;

pub use build::IndexParts;
pub use lookup::{Constants, Templates};
