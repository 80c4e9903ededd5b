//! Pages of the documentation, without code.

pub mod proof;
pub mod security;
