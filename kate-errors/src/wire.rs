//! Facts about HTTP that more than one part of this crate depends on, each in one place.

use http::{HeaderValue, StatusCode};

/// The content type of every error.
pub(crate) const JSON: HeaderValue = HeaderValue::from_static(JSON_STR);

/// [`JSON`], for frameworks with header values of their own.
pub(crate) const JSON_STR: &str = "application/json";

/// The limit on the length of a body that is read or rewritten, unless the user sets another one: 64 KiB.
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

/// Whether a status reports an error: 400 to 599 (RFC 9110, sections 15.5 and 15.6). HTTP does not define statuses above 599;
/// they count as errors, because they do not report success.
pub(crate) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// Whether a status reports that the server failed. Those above 599 count, as in [`is_error`].
#[cfg_attr(
    not(any(feature = "axum", feature = "tracing")),
    allow(dead_code, reason = "the log and frameworks ask")
)]
pub(crate) fn is_server_error(status: StatusCode) -> bool {
    status.as_u16() >= 500
}

/// A status from a number that the macro or a framework has already checked.
pub(crate) fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
