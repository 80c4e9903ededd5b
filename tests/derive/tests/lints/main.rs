//! Lints of the user's crate: derived code breaks none of them.

pub mod deny;
mod forbid;
