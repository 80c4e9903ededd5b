//! What can go wrong with a call.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;

use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};

use super::RetryAfter;
use crate::KateError;
use crate::undecoded::Undecoded;

/// Why a call brought no success: the API says so (`E`), it says something that nobody documented, or the call itself failed
/// (`T`, the client's own error).
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
    /// The API answered with one of its errors.
    Api(E),
    /// The API answered with an error status, and the type has no such error.
    Undecoded(Undecoded),
    /// No answer came, or not all of it, or the client could not make sense of it.
    Transport(T),
}

impl<E: KateError, T> ClientError<E, T> {
    /// The status: of an API's error its own, which another one may have been accepted for.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Undecoded(undecoded) => Some(undecoded.status()),
            Self::Transport(_) => None,
        }
    }

    /// When to try again (RFC 9110, section 10.2.3). Of an API's error: what its own header `retry-after` says, that is, what was
    /// received if a field travels in it, and else the constant or nothing. Of what nobody documented: what was received. A server may say any number: cap the wait, and do not add it to a clock unchecked.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        let of = |headers: &HeaderMap| headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok();
        match self {
            Self::Api(error) => of(&error.headers()),
            Self::Undecoded(undecoded) => of(undecoded.headers()),
            Self::Transport(_) => None,
        }
    }
}

impl<E: KateError, T: Error + 'static> ClientError<E, T> {
    /// Whether the same call may succeed later: 429, 502, 503, 504, and no answer in time.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(error) => is_timeout(error),
            _ => self
                .status()
                .is_some_and(|status| matches!(status.as_u16(), 429 | 502..=504)),
        }
    }
}

/// Whether time ran out, by what the clients say of it and what the system does.
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
        // What an `io::Error` wraps is not its source: that is the source of what it wraps.
        let wrapped = error.downcast_ref().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    false
}

/// In the alternate form (`{:#}`) an API's error has its fix, on a line of its own.
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
