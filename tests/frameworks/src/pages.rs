//! Responses that handlers make without this crate.

/// A response that a handler makes itself.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status as a number: each framework has a type of its own for it.
    pub status: u16,
    /// Names and values of the headers.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The whole body.
    pub body: Vec<u8>,
}

/// One page for each reason to leave a response as it is.
#[must_use]
pub fn pages() -> Vec<Page> {
    let page = |status, headers: &[_], body: &[u8]| Page {
        status,
        headers: headers.to_vec(),
        body: body.to_vec(),
    };
    let (html, json) = ("text/html; charset=utf-8", "application/problem+json");
    let plain = ("content-type", "text/plain; charset=utf-8");
    vec![
        page(200, &[plain], b"all is well"),
        page(404, &[("content-type", html)], b"<h1>Nothing here</h1>"),
        page(409, &[("content-type", json)], br#"{"title":"Too late"}"#),
        page(400, &[plain, ("content-encoding", "x-odd")], b"\x1f\x8b"),
        page(400, &[plain], &vec![b'a'; 64 * 1024 + 1]),
    ]
}

/// The page with this index; after the last one a page of short plain text, which may be changed.
#[must_use]
pub fn page(index: usize) -> Page {
    let short = Page {
        status: 409,
        headers: vec![("content-type", "Text/Plain"), ("x-kept", "yes")],
        body: "Too \"late\", naïvely".into(),
    };
    pages().get(index).cloned().unwrap_or(short)
}
