//! Why a response or a detail could not be decoded.

use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::json::NoDetail;
use crate::wire::status_code;

/// No error of the type has this detail.
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

    /// Two statuses of errors that have this detail. They are set if more than one error has the detail, and only the status
    /// would tell which one it is.
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

/// A response that could not be decoded, with its status, headers and body as they were received.
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
pub struct Undecoded(Box<Inner>);

#[derive(Debug)]
struct Inner {
    reason: Reason,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Debug)]
enum Reason {
    NoMatch {
        type_name: &'static str,
        detail: String,
    },
    NoDetail {
        member: &'static str,
        why: NoDetail,
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
    /// The body has a detail, and no variant matches it.
    NoMatch,
    /// The body has no detail. It is not JSON, it has no such member or more than one, or the member is not a string, as in
    /// FastAPI's responses to invalid requests.
    UnexpectedBody,
    /// The status is below 400.
    NotAnErrorStatus,
    /// The body is longer than the client's limit. Only its beginning was read.
    TooLong,
    /// The client made an error of the status and dropped headers and body, which are empty here. ureq does so unless
    /// `http_status_as_error(false)` is set.
    Dropped,
}

impl Undecoded {
    pub(crate) fn not_an_error(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self::new(Reason::NotAnErrorStatus, status, headers, body)
    }

    pub(crate) fn no_match(
        type_name: &'static str,
        detail: String,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        Self::new(Reason::NoMatch { type_name, detail }, status, headers, body)
    }

    pub(crate) fn no_detail(
        member: &'static str,
        why: NoDetail,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        Self::new(Reason::NoDetail { member, why }, status, headers, body)
    }

    #[cfg(feature = "client")]
    pub(crate) fn too_long(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self::new(Reason::TooLong, status, headers, body)
    }

    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn dropped(status: StatusCode) -> Self {
        Self::new(Reason::Dropped, status, &HeaderMap::new(), &[])
    }

    fn new(reason: Reason, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let (headers, body) = (headers.clone(), Bytes::copy_from_slice(body));
        Self(Box::new(Inner {
            reason,
            status,
            headers,
            body,
        }))
    }

    /// Why the response could not be decoded.
    #[must_use]
    pub fn kind(&self) -> UndecodedKind {
        match self.0.reason {
            Reason::NoMatch { .. } => UndecodedKind::NoMatch,
            Reason::NoDetail { .. } => UndecodedKind::UnexpectedBody,
            Reason::NotAnErrorStatus => UndecodedKind::NotAnErrorStatus,
            #[cfg(feature = "client")]
            Reason::TooLong => UndecodedKind::TooLong,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => UndecodedKind::Dropped,
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

    /// The detail that no variant matches. There is one if the kind is [`NoMatch`](UndecodedKind::NoMatch).
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match &self.0.reason {
            Reason::NoMatch { detail, .. } => Some(detail),
            Reason::NoDetail { .. } | Reason::NotAnErrorStatus => None,
            #[cfg(feature = "client")]
            Reason::TooLong => None,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => None,
        }
    }

    /// The status, headers and body that were received.
    #[must_use]
    pub fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.0.status, self.0.headers, self.0.body)
    }
}

impl fmt::Display for Undecoded {
    /// Prints one line. A long detail is cut.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PRINTED_CHARS: usize = 200;
        write!(f, "{}: ", self.0.status)?;
        match &self.0.reason {
            Reason::NoMatch { type_name, detail } => match detail.char_indices().nth(PRINTED_CHARS)
            {
                Some((end, _)) => {
                    write!(f, "no error of `{type_name}` says {:?}...", &detail[..end])
                }
                None => write!(f, "no error of `{type_name}` says {detail:?}"),
            },
            Reason::NoDetail { member, why } => why.describe(member, f),
            Reason::NotAnErrorStatus => f.write_str("not an error status"),
            #[cfg(feature = "client")]
            Reason::TooLong => {
                let length = self.0.body.len();
                write!(f, "the body is longer than {length} bytes, and cut there")
            }
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => f.write_str("the client dropped headers and body"),
        }
    }
}

impl Error for Undecoded {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0.reason {
            Reason::NoDetail { why, .. } => match why {
                NoDetail::NotJson(error) => Some(error),
                NoDetail::NotAnObject
                | NoDetail::Missing
                | NoDetail::Repeated
                | NoDetail::NotAString => None,
            },
            Reason::NoMatch { .. } | Reason::NotAnErrorStatus => None,
            #[cfg(feature = "client")]
            Reason::TooLong => None,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => None,
        }
    }
}
