//! Why a response could not be decoded.

mod kind;
mod no_match;
mod quoted;
mod unread;

use std::error::Error;
use std::{fmt, str};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use crate::json::{NoDetail, NotAString, without_mark};
use crate::received::Received;
use crate::report::{sources, write_sources};
pub use kind::UndecodedKind;
pub use no_match::NoMatch;
use quoted::{Quoted, QuotedBytes};
pub(crate) use unread::Unread;

/// A response that could not be decoded, with its status, headers and body as they were received. It has the size of a pointer.
///
/// It prints one line, with at most 200 characters of the detail or the body. The alternate form (`{:#}`) has its sources too.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::{Decode, UndecodedKind};
/// use kate_errors::api::RunError;
///
/// let status = StatusCode::BAD_GATEWAY;
/// let error = RunError::decode(status, &HeaderMap::new(), b"<html>nginx</html>").unwrap_err();
/// assert_eq!(error.kind(), UndecodedKind::NotJson);
/// assert_eq!(error.to_string(), r#"502 Bad Gateway: the body is not JSON: "<html>nginx</html>""#);
/// assert_eq!(error.body(), "<html>nginx</html>");
/// ```
///
/// A body that is JSON can be read as a type of yours:
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::{Decode, UndecodedKind};
/// use kate_errors::api::RunError;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Invalid {
///     detail: Vec<Field>,
/// }
///
/// #[derive(Deserialize)]
/// struct Field {
///     msg: String,
/// }
///
/// let status = StatusCode::UNPROCESSABLE_ENTITY;
/// let body = br#"{"detail":[{"loc":["body","name"],"msg":"Field required"}]}"#;
/// let error = RunError::decode(status, &HeaderMap::new(), body).unwrap_err();
/// assert_eq!(error.kind(), UndecodedKind::DetailIsList);
/// assert_eq!(error.json::<Invalid>().unwrap().detail[0].msg, "Field required");
/// ```
#[derive(Debug)]
pub struct Undecoded(Box<Inner>);

#[derive(Debug)]
struct Inner {
    reason: Reason,
    received: Received,
}

#[derive(Debug)]
enum Reason {
    NoMatch {
        type_name: &'static str,
        detail: String,
        unread: Option<Unread>,
    },
    NoDetail {
        member: &'static str,
        why: NoDetail,
    },
    Encoded,
    Empty,
    NotAnErrorStatus,
    #[cfg(feature = "client")]
    BrokenOff(Box<dyn Error + Send + Sync>),
    #[cfg(feature = "client")]
    TooLong,
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    Dropped,
}

impl Undecoded {
    pub(crate) fn not_an_error(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self::copy(Reason::NotAnErrorStatus, status, headers, body)
    }

    pub(crate) fn no_match(
        type_name: &'static str,
        unread: Option<Unread>,
        detail: String,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let reason = Reason::NoMatch {
            type_name,
            detail,
            unread,
        };
        Self::copy(reason, status, headers, body)
    }

    pub(crate) fn no_detail(
        member: &'static str,
        why: NoDetail,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let reason = match why {
            NoDetail::NotJson(_) if without_mark(body).is_empty() => Reason::Empty,
            NoDetail::NotJson(_) if encoding(headers).is_some() && !is_text(body) => {
                Reason::Encoded
            }
            NoDetail::NotJson(_)
            | NoDetail::NotAnObject
            | NoDetail::Missing
            | NoDetail::Repeated
            | NoDetail::NotAString(_) => Reason::NoDetail { member, why },
        };
        Self::copy(reason, status, headers, body)
    }

    #[cfg(feature = "client")]
    pub(crate) fn broken_off(received: Received, error: Box<dyn Error + Send + Sync>) -> Self {
        Self::new(Reason::BrokenOff(error), received)
    }

    #[cfg(feature = "client")]
    pub(crate) fn too_long(received: Received) -> Self {
        Self::new(Reason::TooLong, received)
    }

    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn dropped(status: StatusCode) -> Self {
        let received = Received::new(status, HeaderMap::new(), Bytes::new());
        Self::new(Reason::Dropped, received)
    }

    fn copy(reason: Reason, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let body = Bytes::copy_from_slice(body);
        Self::new(reason, Received::new(status, headers.clone(), body))
    }

    fn new(reason: Reason, received: Received) -> Self {
        Self(Box::new(Inner { reason, received }))
    }

    /// Why the response could not be decoded.
    #[must_use]
    pub fn kind(&self) -> UndecodedKind {
        match &self.0.reason {
            Reason::NoMatch { .. } => UndecodedKind::NoMatch,
            Reason::NoDetail { why, .. } => match why {
                NoDetail::NotJson(_) => UndecodedKind::NotJson,
                NoDetail::NotAnObject => UndecodedKind::NotAnObject,
                NoDetail::Missing => UndecodedKind::DetailMissing,
                NoDetail::Repeated => UndecodedKind::DetailRepeated,
                NoDetail::NotAString(NotAString::Null) => UndecodedKind::DetailIsNull,
                NoDetail::NotAString(NotAString::Bool) => UndecodedKind::DetailIsBool,
                NoDetail::NotAString(NotAString::Number) => UndecodedKind::DetailIsNumber,
                NoDetail::NotAString(NotAString::List) => UndecodedKind::DetailIsList,
                NoDetail::NotAString(NotAString::Object) => UndecodedKind::DetailIsObject,
            },
            Reason::Encoded => UndecodedKind::EncodedBody,
            Reason::Empty => UndecodedKind::EmptyBody,
            Reason::NotAnErrorStatus => UndecodedKind::NotAnErrorStatus,
            #[cfg(feature = "client")]
            Reason::BrokenOff(_) => UndecodedKind::BrokenOff,
            #[cfg(feature = "client")]
            Reason::TooLong => UndecodedKind::TooLong,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => UndecodedKind::Dropped,
        }
    }

    /// The status that was received.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.received().status()
    }

    /// The headers that were received.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.received().headers()
    }

    /// The body that was received.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.received().body()
    }

    /// Reads a type from the JSON of the body. `serde_json::Value` reads any. A byte order mark is ignored.
    ///
    /// # Errors
    ///
    /// The body is not JSON, or not that of the type.
    pub fn json<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        self.received().json()
    }

    /// The detail that no variant matches. There is one if the kind is [`NoMatch`](UndecodedKind::NoMatch).
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match &self.0.reason {
            Reason::NoMatch { detail, .. } => Some(detail),
            Reason::NoDetail { .. }
            | Reason::Encoded
            | Reason::Empty
            | Reason::NotAnErrorStatus => None,
            #[cfg(feature = "client")]
            Reason::BrokenOff(_) | Reason::TooLong => None,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => None,
        }
    }

    /// The response that was received.
    #[must_use]
    pub fn received(&self) -> &Received {
        &self.0.received
    }

    /// The response that was received.
    #[must_use]
    pub fn into_received(self) -> Received {
        self.0.received
    }

    /// The status, headers and body that were received.
    #[must_use]
    pub fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        self.into_received().into_parts()
    }

    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body();
        match &self.0.reason {
            Reason::NoMatch {
                type_name,
                detail,
                unread,
            } => {
                write!(f, "no error of `{type_name}` says {}", Quoted(detail))?;
                match unread {
                    Some(unread) => write!(f, "; {unread}"),
                    None => Ok(()),
                }
            }
            Reason::NoDetail { member, why } => {
                why.describe(member, f)?;
                write!(f, ": {}", QuotedBytes(body))
            }
            Reason::Encoded => {
                let encoding = encoding(self.headers()).unwrap_or_default();
                write!(f, "the body is encoded ({encoding}) and was not decoded")
            }
            Reason::Empty if announces_a_body(self.headers()) => {
                f.write_str("the body is empty, as in each response to HEAD")
            }
            Reason::Empty => f.write_str("the body is empty"),
            Reason::NotAnErrorStatus => f.write_str("not an error status"),
            #[cfg(feature = "client")]
            Reason::BrokenOff(_) if body.is_empty() => {
                f.write_str("nothing of the body could be read")
            }
            #[cfg(feature = "client")]
            Reason::BrokenOff(_) => {
                let (length, read) = (body.len(), QuotedBytes(body));
                write!(f, "only {length} bytes of the body could be read: {read}")
            }
            #[cfg(feature = "client")]
            Reason::TooLong => {
                let (length, read) = (body.len(), QuotedBytes(body));
                write!(
                    f,
                    "the body is longer than {length} bytes, and cut there: {read}"
                )
            }
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => f.write_str("the client dropped headers and body"),
        }
    }
}

/// The encoding that a body still has, if the client did not undo it.
fn encoding(headers: &HeaderMap) -> Option<&str> {
    let encoding = headers.get(CONTENT_ENCODING)?.to_str().ok()?;
    let is_none = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
    (!is_none).then_some(encoding)
}

/// Whether a body can be read by a person. Some clients undo an encoding and keep its header, and some servers name one that they did
/// not apply.
fn is_text(body: &[u8]) -> bool {
    let is_hidden = |c: char| c.is_control() && !c.is_ascii_whitespace();
    str::from_utf8(body).is_ok_and(|text| !text.contains(is_hidden))
}

/// Whether the headers are those of a response with a body.
fn announces_a_body(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH);
    length.is_some_and(|length| length.as_bytes() != b"0")
}

impl fmt::Display for Undecoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status();
        write!(f, "{}", status.as_str())?;
        if let Some(name) = status.canonical_reason() {
            write!(f, " {name}")?;
        }
        f.write_str(": ")?;
        self.describe(f)?;
        if f.alternate() {
            write_sources(sources(self.source()), f)?;
        }
        Ok(())
    }
}

impl Error for Undecoded {
    /// The client's error, if the body broke off. The parser's, if the body seems to be meant as JSON.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0.reason {
            Reason::NoDetail { why, .. } => match why {
                NoDetail::NotJson(error) => is_meant_as_json(self.body()).then_some(error as _),
                NoDetail::NotAnObject
                | NoDetail::Missing
                | NoDetail::Repeated
                | NoDetail::NotAString(_) => None,
            },
            Reason::NoMatch { .. } | Reason::Encoded | Reason::Empty | Reason::NotAnErrorStatus => {
                None
            }
            #[cfg(feature = "client")]
            Reason::BrokenOff(error) => Some(&**error),
            #[cfg(feature = "client")]
            Reason::TooLong => None,
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Reason::Dropped => None,
        }
    }
}

/// Whether a body that is not JSON begins as JSON does. In any other text, the position that the parser reports helps nobody.
fn is_meant_as_json(body: &[u8]) -> bool {
    matches!(
        without_mark(body).trim_ascii_start().first(),
        Some(b'{' | b'[' | b'"')
    )
}
