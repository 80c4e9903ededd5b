//! The facts of HTTP that more than one part of this crate depends on, each in one place.

use http::{HeaderValue, StatusCode};

/// The content type of every error.
pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// RFC 9110, section 15: a client error or a server error. Codes above 599 are no status of HTTP, but no success either.
pub(crate) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// The status of a number that the macro has checked.
pub(crate) fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
