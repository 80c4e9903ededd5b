//! What could not be decoded, kept whole.

use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::json::Unexpected;
use crate::wire::status_code;

/// No error of the type says this text.
///
/// ```
/// use http::StatusCode;
/// use kate_errors::Decode;
/// use kate_errors::api::RunError;
///
/// let error = RunError::from_detail(Some(StatusCode::NOT_FOUND), "Run away").unwrap_err();
/// assert_eq!(error.to_string(), "no error of `RunError` says this");
/// assert_eq!(error.shared_by(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoMatch {
    type_name: &'static str,
    shared_by: Option<(u16, u16)>,
}

impl NoMatch {
    pub(crate) const fn none(type_name: &'static str) -> Self {
        Self {
            type_name,
            shared_by: None,
        }
    }

    pub(crate) const fn shared(type_name: &'static str, first: u16, second: u16) -> Self {
        Self {
            type_name,
            shared_by: Some((first, second)),
        }
    }

    /// Two statuses under which the type has this text, where the text alone does not tell which error it is.
    #[must_use]
    pub fn shared_by(&self) -> Option<(StatusCode, StatusCode)> {
        self.shared_by
            .map(|(first, second)| (status_code(first), status_code(second)))
    }
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.type_name;
        match self.shared_by {
            None => write!(f, "no error of `{name}` says this"),
            Some((first, second)) => {
                write!(
                    f,
                    "errors of `{name}` say this under status {first} and under {second}; only a status tells them apart"
                )
            }
        }
    }
}

impl Error for NoMatch {}

/// A response that could not be decoded: its status, headers and body, as they were received.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::{Decode, UndecodedKind};
/// use kate_errors::api::RunError;
///
/// let status = StatusCode::BAD_GATEWAY;
/// let error = RunError::decode(status, &HeaderMap::new(), b"<html>nginx</html>").unwrap_err();
/// assert_eq!(error.kind(), UndecodedKind::UnexpectedBody);
/// assert_eq!(error.to_string(), "502 Bad Gateway: the body is not JSON");
/// assert_eq!(error.body(), "<html>nginx</html>");
/// ```
#[derive(Debug)]
pub struct Undecoded(Box<Parts>);

#[derive(Debug)]
struct Parts {
    why: Why,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Debug)]
enum Why {
    NoMatch {
        type_name: &'static str,
        detail: String,
    },
    UnexpectedBody {
        member: &'static str,
        unexpected: Unexpected,
    },
    NotAnErrorStatus,
    #[cfg(feature = "client")]
    TooLong,
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    Dropped,
}

/// Why a response could not be decoded.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::api::RunError;
/// use kate_errors::{Decode, UndecodedKind};
///
/// let kind = |status, body: &str| RunError::decode(status, &HeaderMap::new(), body.as_bytes()).unwrap_err().kind();
/// assert_eq!(kind(StatusCode::NOT_FOUND, r#"{"detail": "Run away"}"#), UndecodedKind::NoMatch);
/// assert_eq!(kind(StatusCode::NOT_FOUND, "Run not found"), UndecodedKind::UnexpectedBody);
/// assert_eq!(kind(StatusCode::OK, ""), UndecodedKind::NotAnErrorStatus);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UndecodedKind {
    /// The body has a text, and no variant matches it.
    NoMatch,
    /// The body has no text: it is not JSON, has no such member or two of them, or the member is not a string, as in
    /// FastAPI's answers to invalid requests.
    UnexpectedBody,
    /// The status is below 400.
    NotAnErrorStatus,
    /// A client read the body up to its limit, and no further: what is kept is cut.
    TooLong,
    /// A client made an error of the status and dropped the rest, as ureq does unless `http_status_as_error(false)` is set:
    /// headers and body are empty.
    Dropped,
}

impl Undecoded {
    pub(crate) fn not_an_error(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self::new(Why::NotAnErrorStatus, status, headers, body)
    }

    pub(crate) fn no_match(
        type_name: &'static str,
        detail: String,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        Self::new(Why::NoMatch { type_name, detail }, status, headers, body)
    }

    pub(crate) fn unexpected(
        member: &'static str,
        unexpected: Unexpected,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        Self::new(
            Why::UnexpectedBody { member, unexpected },
            status,
            headers,
            body,
        )
    }

    #[cfg(feature = "client")]
    pub(crate) fn too_long(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self::new(Why::TooLong, status, headers, body)
    }

    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn dropped(status: StatusCode) -> Self {
        Self::new(Why::Dropped, status, &HeaderMap::new(), &[])
    }

    fn new(why: Why, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let (headers, body) = (headers.clone(), Bytes::copy_from_slice(body));
        Self(Box::new(Parts {
            why,
            status,
            headers,
            body,
        }))
    }

    /// Which case it is.
    #[must_use]
    pub fn kind(&self) -> UndecodedKind {
        match self.0.why {
            Why::NoMatch { .. } => UndecodedKind::NoMatch,
            Why::UnexpectedBody { .. } => UndecodedKind::UnexpectedBody,
            Why::NotAnErrorStatus => UndecodedKind::NotAnErrorStatus,
            #[cfg(feature = "client")]
            Why::TooLong => UndecodedKind::TooLong,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Why::Dropped => UndecodedKind::Dropped,
        }
    }

    /// The status that was received.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers that were received.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body that was received.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The text that no variant matches, where there was one.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match &self.0.why {
            Why::NoMatch { detail, .. } => Some(detail),
            _ => None,
        }
    }

    /// What was received: status, headers and body.
    #[must_use]
    pub fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.0.status, self.0.headers, self.0.body)
    }
}

impl fmt::Display for Undecoded {
    /// One line, however long the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 200;
        write!(f, "{}: ", self.0.status)?;
        match &self.0.why {
            Why::NoMatch { type_name, detail } => match detail.char_indices().nth(SHOWN) {
                Some((end, _)) => {
                    write!(f, "no error of `{type_name}` says {:?}...", &detail[..end])
                }
                None => write!(f, "no error of `{type_name}` says {detail:?}"),
            },
            Why::UnexpectedBody { member, unexpected } => unexpected.describe(member, f),
            Why::NotAnErrorStatus => f.write_str("not an error status"),
            #[cfg(feature = "client")]
            Why::TooLong => {
                let length = self.0.body.len();
                write!(f, "the body is longer than {length} bytes, and cut there")
            }
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Why::Dropped => f.write_str("the client dropped headers and body"),
        }
    }
}

impl Error for Undecoded {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0.why {
            Why::UnexpectedBody {
                unexpected: Unexpected::NotJson(error),
                ..
            } => Some(error),
            _ => None,
        }
    }
}
