//! The kinds of responses that could not be decoded.

/// Why a response could not be decoded.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::api::RunError;
/// use kate_errors::{Decode, UndecodedKind};
///
/// let kind = |body: &str| {
///     RunError::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body.as_bytes()).unwrap_err().kind()
/// };
/// assert_eq!(kind(r#"{"detail": "Run away"}"#), UndecodedKind::NoMatch);
/// assert_eq!(kind(r#"{"detail": ["Run away"]}"#), UndecodedKind::DetailIsList);
/// assert_eq!(kind(r#"{"error": "Run not found"}"#), UndecodedKind::DetailMissing);
/// assert_eq!(kind("Run not found"), UndecodedKind::NotJson);
/// assert_eq!(kind(""), UndecodedKind::EmptyBody);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UndecodedKind {
    /// The body has a detail, and no variant matches it.
    NoMatch,
    /// The detail is a list, as in FastAPI's responses to invalid requests.
    DetailIsList,
    /// The detail is an object.
    DetailIsObject,
    /// The detail is a number.
    DetailIsNumber,
    /// The detail is `true` or `false`.
    DetailIsBool,
    /// The detail is `null`.
    DetailIsNull,
    /// The body is an object without the member that carries the detail.
    DetailMissing,
    /// The body has the member that carries the detail more than once.
    DetailRepeated,
    /// The body is JSON, but not an object.
    NotAnObject,
    /// The body is not JSON. It is often the text or the page of a proxy.
    NotJson,
    /// The body has a `content-encoding`, such as `gzip`, that the client did not undo, and is no text.
    EncodedBody,
    /// The body is empty, as it is in each response to HEAD.
    EmptyBody,
    /// The body broke off, or the client could not undo its encoding. What was read before is kept, and the client's error is the
    /// source. If the bytes read before are a whole body of the API, the result is the API's error, and not this kind.
    BrokenOff,
    /// The body is longer than the client's limit. Only its beginning was read.
    TooLong,
    /// The client made an error of the status and dropped headers and body, which are empty here. ureq does so unless
    /// `http_status_as_error(false)` is set.
    Dropped,
    /// The status is below 400.
    NotAnErrorStatus,
}
