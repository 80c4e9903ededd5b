//! `kate_errors::api` against the reference, of which this is a second copy.

mod groups;
mod reference;
mod whole;
