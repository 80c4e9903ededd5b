//! Responses of the user's own that are no errors of ours.

/// A response as a handler makes it by hand.
#[derive(Clone, Debug)]
pub struct Page {
    /// As a number, for the frameworks have types of their own.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(&'static str, &'static str)>,
    /// All at once.
    pub body: Vec<u8>,
}

/// One for each reason to leave a response alone.
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
        page(500, &[plain], &vec![b'a'; 64 * 1024 + 1]),
    ]
}

/// The page of that index, and after all that are left alone one of plain text that need not be.
#[must_use]
pub fn page(index: usize) -> Page {
    let text = Page {
        status: 409,
        headers: vec![("content-type", "Text/Plain"), ("x-kept", "yes")],
        body: "Too \"late\", naïvely".into(),
    };
    pages().get(index).cloned().unwrap_or(text)
}
