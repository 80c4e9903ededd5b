//! What derived code calls, as `kate_errors::__private`. Not public: it may change with any release.

pub(crate) mod bounds;
pub(crate) mod checks;
pub(crate) mod cursor;
pub(crate) mod decode;
pub(crate) mod emit;
pub(crate) mod field;
pub(crate) mod output;
pub(crate) mod print;
mod printed;
pub(crate) mod response;

pub use std::borrow::Cow;
pub use std::primitive::{str, u8, usize};
pub use std::vec::Vec;

pub use kate_errors_core::Language;
pub use kate_errors_core::table::{Roots, Table};

pub use kate_errors_derive::__Attributes as Attributes;

pub use bounds::*;
pub use checks::*;
pub use decode::{Decoder, Query, decode, from_detail};
pub use emit::*;
pub use field::{FieldReader, Known, PointsToError, PointsToTraitObject, Probe, UnknownType};
pub use output::Output;
pub use print::SlowPrint;
pub use response::respond;

pub use crate::catalog::{Catalog, Documented, ErrorSpec};
pub use crate::decode::Decode;
pub use crate::detail_text::Chars;
pub use crate::error::KateError;
pub use crate::undecoded::{NoMatch, Undecoded};

/// For `#[kate(axum)]`.
#[cfg(feature = "axum")]
pub mod axum {
    pub use axum_core::response::{IntoResponse, Response};

    /// The response of derived `IntoResponse`s.
    pub fn response<E: crate::KateError>(error: &E) -> Response {
        super::respond(error)
    }
}

/// For `#[kate(actix_web)]`.
#[cfg(feature = "actix_web")]
pub mod actix_web {
    pub use crate::frameworks::actix_web::{StatusCode, response, status};
    pub use actix_web::{HttpResponse, ResponseError};
}

/// For `#[kate(poem)]`.
#[cfg(feature = "poem")]
pub mod poem {
    pub use crate::frameworks::poem::error;
    pub use poem::Error;
}

/// For `#[kate(rocket)]`.
#[cfg(feature = "rocket")]
pub mod rocket {
    pub use crate::frameworks::rocket::response;
    pub use rocket::Request;
    pub use rocket::response::{Responder, Result};
}

/// For `#[kate(salvo)]`.
#[cfg(feature = "salvo")]
pub mod salvo {
    pub use crate::frameworks::salvo::render;
    pub use salvo_core::Scribe;
    pub use salvo_core::http::Response;
}

/// For `#[kate(warp)]`.
#[cfg(feature = "warp")]
pub mod warp {
    pub use crate::frameworks::warp::{rejection, response};
    pub use warp::Reply;
    pub use warp::reject::Rejection;
    pub use warp::reply::Response;
}

pub use bytes::Bytes;
pub use http::{HeaderMap, Response, StatusCode};

/// A type's catalog.
#[must_use]
pub const fn catalog(
    table: &'static Table,
    errors: &'static [ErrorSpec],
    groups: &'static [Catalog],
) -> Catalog {
    Catalog::new(table, errors, groups)
}

/// A group whose errors have another fix.
#[must_use]
pub const fn group_with_fix(group: Catalog, errors: &'static [ErrorSpec]) -> Catalog {
    group.with_errors(errors)
}
