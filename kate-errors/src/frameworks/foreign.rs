//! Rewrites errors of a framework in the format of this crate.

use bytes::Bytes;
use http::StatusCode;
use kate_errors_core::json;

/// The body `{"detail": ...}` with this text, or with the name of the status if there is no text.
pub(super) fn described(status: StatusCode, text: &[u8]) -> Bytes {
    let text = std::str::from_utf8(text)
        .ok()
        .filter(|text| !text.is_empty());
    let text = text
        .or(status.canonical_reason())
        .unwrap_or("Unknown error");
    json::body("detail", text).into()
}

/// Whether a response of this content type and length is a plain text that is rewritten. A body that is longer than 64 KiB, or of
/// unknown length, is not.
pub(super) fn is_plain(content_type: Option<&[u8]>, length: Option<u64>) -> bool {
    let plain = content_type.is_none_or(|content_type| {
        let start = content_type.get(..10);
        start.is_some_and(|start| start.eq_ignore_ascii_case(b"text/plain"))
    });
    plain && length.is_some_and(|length| length <= crate::wire::BODY_LIMIT as u64)
}
