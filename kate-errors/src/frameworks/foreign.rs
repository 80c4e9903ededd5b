//! Errors that are not ours, in our shape.

use bytes::Bytes;
use http::StatusCode;
use kate_errors_core::json;

/// `{"detail": ...}` with this text, or with the status's own name where there is none.
pub(super) fn described(status: StatusCode, text: &[u8]) -> Bytes {
    let text = std::str::from_utf8(text)
        .ok()
        .filter(|text| !text.is_empty());
    let text = text
        .or(status.canonical_reason())
        .unwrap_or("Unknown error");
    json::body("detail", text).into()
}

/// Whether a response of this content type and length may be text for people, which a client cannot tell apart. What is longer
/// than 64 KiB, or of unknown length, is none.
#[cfg(any(feature = "actix_web", feature = "axum", feature = "poem"))]
pub(super) fn is_plain(content_type: Option<&[u8]>, length: Option<u64>) -> bool {
    let plain = content_type.is_none_or(|content_type| {
        let start = content_type.get(..10);
        start.is_some_and(|start| start.eq_ignore_ascii_case(b"text/plain"))
    });
    plain && length.is_some_and(|length| length <= crate::wire::BODY_LIMIT as u64)
}
