//! The error of a call.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;

use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};

use super::retry_after::RetryAfter;
use crate::error::KateError;
use crate::undecoded::Undecoded;
use crate::wire::is_retryable;

/// The error of a call: the API's error (`E`), an error response that could not be decoded, or the client's own error (`T`).
///
/// ```
/// use kate_errors::ClientError;
/// use kate_errors::api::{ApiError, RateLimitError};
///
/// type Failed = ClientError<ApiError, std::io::Error>;
///
/// let error = Failed::Api(RateLimitError::Exceeded { retry_after: Some(30) }.into());
/// assert!(error.is_retryable());
/// assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
/// assert_eq!(error.to_string(), "Rate limit exceeded");
/// assert_eq!(format!("{error:#}"), "Rate limit exceeded\nfix: Wait and retry, or reduce request frequency");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ClientError<E, T> {
    /// The API responded with one of its errors.
    Api(E),
    /// The response has an error status, and could not be decoded.
    Undecoded(Undecoded),
    /// There is no response, or not all of it, or the client could not read it.
    Transport(T),
}

impl<E: KateError, T> ClientError<E, T> {
    /// The status. For an API's error, it is the error's own status, even if the response had another status that the error
    /// accepts.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Undecoded(undecoded) => Some(undecoded.status()),
            Self::Transport(_) => None,
        }
    }

    /// When to try again, by the header `retry-after` (RFC 9110, section 10.2.3).
    ///
    /// For an API's error, this is the header of the error: the received value if the error has a field for it, else the
    /// constant, if there is one. For an undecoded response, it is the received value.
    ///
    /// A server may send any number. Limit the time that you wait, and add it to a clock with checked arithmetic only.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        let parse = |headers: &HeaderMap| headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok();
        match self {
            Self::Api(error) => parse(&error.headers()),
            Self::Undecoded(undecoded) => parse(undecoded.headers()),
            Self::Transport(_) => None,
        }
    }
}

impl<E: KateError, T: Error + 'static> ClientError<E, T> {
    /// Whether the same call may succeed later: after a status of 429, 502, 503 or 504, or after a timeout.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(error) => is_timeout(error),
            Self::Api(error) => is_retryable(error.status()),
            Self::Undecoded(undecoded) => is_retryable(undecoded.status()),
        }
    }
}

/// Whether an error or one of its sources is a timeout, of a client or of the operating system.
fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        #[cfg(feature = "reqwest")]
        if error.downcast_ref().is_some_and(reqwest::Error::is_timeout) {
            return true;
        }
        #[cfg(feature = "ureq")]
        if matches!(error.downcast_ref(), Some(ureq::Error::Timeout(_))) {
            return true;
        }
        let timed_out = |error: &io::Error| error.kind() == io::ErrorKind::TimedOut;
        if error.downcast_ref().is_some_and(timed_out) {
            return true;
        }
        // The source of an `io::Error` is not the error that it wraps, but the source of that one.
        let wrapped = error.downcast_ref().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    false
}

/// The alternate form (`{:#}`) of an API's error has the fix on a second line.
impl<E: KateError, T> Display for ClientError<E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => {
                write!(f, "{error}")?;
                match error.fix().filter(|_| f.alternate()) {
                    Some(fix) => write!(f, "\nfix: {fix}"),
                    None => Ok(()),
                }
            }
            Self::Undecoded(undecoded) => undecoded.fmt(f),
            Self::Transport(_) => f.write_str("the call failed"),
        }
    }
}

impl<E: KateError, T: Error + 'static> Error for ClientError<E, T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Api(error) => error.source(),
            Self::Undecoded(undecoded) => undecoded.source(),
            Self::Transport(error) => Some(error),
        }
    }
}
