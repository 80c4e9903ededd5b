//! What derived code calls. Not public: it may change with any release.

pub use std::borrow::Cow;
pub use std::primitive::{str, u8, usize};
pub use std::vec::Vec;

pub use kate_errors_core::{Language, table::Table};

pub use kate_errors_derive::__Attributes as Attributes;

pub use crate::catalog::{Catalog, Documented, ErrorSpec};
pub use crate::decode::{Decoder, Query};
pub use crate::emit::*;
pub use crate::error::KateError;
pub use crate::field::{Known, Probe, Unknown};
pub use crate::needs::*;
pub use crate::prove::*;
pub use crate::response::ToResponse;
pub use crate::{Chars, Decode, NoMatch};
pub use bytes::Bytes;
pub use http::{HeaderMap, Response, StatusCode};

/// A type's catalog.
#[must_use]
pub const fn catalog(
    table: &'static Table,
    errors: &'static [ErrorSpec],
    groups: &'static [Catalog],
) -> Catalog {
    Catalog::of(table, errors, groups)
}

/// A group whose errors have another fix.
#[must_use]
pub const fn refixed_group(group: Catalog, errors: &'static [ErrorSpec]) -> Catalog {
    group.with_errors(errors)
}
