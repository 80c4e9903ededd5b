//! The bytes of answers.

pub(crate) const DOWN: &str = "503 Service Unavailable";
pub(crate) const NOT_FOUND: &str = "404 Not Found";

pub(crate) const GONE: &str = r#"{"detail":"Run not found"}"#;
pub(crate) const HALF: &str = r#"{"detail":"Overl"#;

/// [`GONE`], by gzip.
pub(crate) const GZIP: [u8; 46] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0x4a, 0x49, 0x2d, 0x49,
    0xcc, 0xcc, 0x51, 0xb2, 0x52, 0x0a, 0x2a, 0xcd, 0x53, 0xc8, 0xcb, 0x2f, 0x51, 0x48, 0xcb, 0x2f,
    0xcd, 0x4b, 0x51, 0xaa, 0x05, 0x00, 0x02, 0x27, 0x86, 0xdf, 0x1a, 0x00, 0x00, 0x00,
];

/// A whole answer.
pub(crate) fn whole(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    framed(status, headers, body.as_ref().len(), body)
}

/// An answer that announces a body of this length.
pub(crate) fn framed(
    status: &str,
    headers: &str,
    length: usize,
    body: impl AsRef<[u8]>,
) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}retry-after: 9\r\ncontent-length: {length}\r\n\r\n");
    [head.as_bytes(), body.as_ref()].concat()
}

/// An answer with this body after `transfer-encoding: chunked`.
pub(crate) fn chunked(status: &str, body: &str) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\nretry-after: 9\r\ntransfer-encoding: chunked\r\n\r\n{body}");
    head.into_bytes()
}
