//! Everything that derived code calls, as `kate_errors::__private`. It is not public: it may change with any release.
//!
//! | what derived code does | with |
//! | --- | --- |
//! | describes a value, so that it can be sent | [`emit`] |
//! | writes forms with fields | [`write`], [`output`], [`print`] |
//! | forwards the methods of `KateError` | [`kate_error`], [`response`] |
//! | reads a value from the entries of its table | [`decoder`], [`cursor`], [`field_reader`] |
//! | forwards the methods of `Decode` | [`decode`] |
//! | lists its errors | [`catalog`] |
//! | asks what the types of its fields are | [`probe`], [`language`], [`source`] |
//! | requires something of the types of its fields | [`bounds`] |
//! | checks in constants what the macro could not | [`checks`] |

mod bounds;
mod catalog;
mod checks;
mod cursor;
pub(crate) mod decode;
pub(crate) mod decoder;
mod emit;
mod field_reader;
mod kate_error;
mod language;
mod output;
mod print;
mod probe;
pub(crate) mod response;
mod source;
mod write;

pub use std::borrow::Cow;
pub use std::primitive::{str, u8, usize};
pub use std::vec::Vec;

pub use bytes::Bytes;
pub use http::{HeaderMap, Response, StatusCode};
pub use kate_errors_core::Language;
pub use kate_errors_core::table::{Roots, Table};

pub use kate_errors_derive::__Attributes as Attributes;

pub use bounds::{
    DecodedTransparentField, FieldDefault, FieldDisplay, FieldFromStr, OtherDetail, OtherStatus,
    TransparentField,
};
pub use catalog::{catalog, errors, errors_with_fix, group_with_fix};
pub use checks::{check_form, check_forms, check_nested, confirm, same_member};
pub use decode::{decode, from_detail};
pub use decoder::{Decoder, Query};
pub use emit::{Emit, Role};
pub use field_reader::FieldReader;
pub use kate_error::{
    body, detail, display, fix, headers, insert_header, spec, status, write_body,
};
pub use language::UnknownLanguage;
pub use output::Output;
pub use print::SlowPrint;
pub use probe::Probe;
pub use response::respond;
// rustc's messages name the markers `DerefsToError`, `DerefsToTraitObject` and `IsError` by this path.
pub use source::{
    DerefsToError, DerefsToTraitObject, FieldSource, IsError, PointsToError, PointsToTraitObject,
};
pub use write::{write_format, write_template};

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
