//! `kate_errors::api` against the reference, typed here once more.

mod groups;
mod reference;
mod whole;
