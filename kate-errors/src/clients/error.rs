//! The error of a call.

use std::error::Error;
use std::fmt::{self, Display};

use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};

use super::retry::{is_interruption, is_transient, is_unsent};
use super::retry_after::RetryAfter;
use crate::error::KateError;
use crate::received::Received;
use crate::report::{sources, write_sources};
use crate::undecoded::Undecoded;

/// The error of a call: the API's error (`E`), an error response that could not be decoded, or the client's own error (`T`).
///
/// ```
/// use bytes::Bytes;
/// use kate_errors::api::{ApiError, RateLimitError};
/// use kate_errors::{ClientError, ToResponse};
///
/// type Failed = ClientError<ApiError, std::io::Error>;
///
/// let limit = RateLimitError::Exceeded { retry_after: Some(30) };
/// let received = limit.to_response::<Bytes>().into();
/// let error = Failed::Api(limit.into(), received);
/// assert!(error.is_retryable());
/// assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
/// assert_eq!(error.to_string(), "Rate limit exceeded");
/// assert_eq!(format!("{error:#}"), "Rate limit exceeded\nfix: Wait and retry, or reduce request frequency");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ClientError<E, T> {
    /// The API responded with one of its errors. What was received stands beside it, for headers and members of the body that the
    /// error has no field for.
    Api(E, Received),
    /// The response has an error status, and could not be decoded, or broke off.
    Undecoded(Undecoded),
    /// No status was received, or the body of a success could not be read.
    Transport(T),
}

impl<E, T> ClientError<E, T> {
    /// The response, if its status was received.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use http::Response;
    /// use kate_errors::api::RunError;
    /// use kate_errors::client::ResponseExt;
    ///
    /// # async fn run() {
    /// let response = Response::builder().status(404).header("x-request-id", "r1");
    /// let response = response.body(r#"{"detail":"Run not found"}"#.to_owned()).unwrap();
    /// let error = response.error_for::<RunError>().await.unwrap_err();
    /// let id = error.received().and_then(|received| received.headers().get("x-request-id"));
    /// assert_eq!(id.unwrap(), "r1");
    /// # }
    /// ```
    #[must_use]
    pub fn received(&self) -> Option<&Received> {
        match self {
            Self::Api(_, received) => Some(received),
            Self::Undecoded(undecoded) => Some(undecoded.received()),
            Self::Transport(_) => None,
        }
    }

    /// The status that was received. An error that accepts it may have another status of its own.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.received().map(Received::status)
    }

    /// The same error, with another type for the client's own error.
    ///
    /// ```
    /// use std::io;
    ///
    /// use kate_errors::ClientError;
    /// use kate_errors::api::RunError;
    ///
    /// let error: ClientError<RunError, io::ErrorKind> = ClientError::Transport(io::ErrorKind::TimedOut);
    /// let error: ClientError<RunError, io::Error> = error.map_transport(io::Error::from);
    /// assert!(error.is_retryable());
    /// ```
    #[must_use]
    pub fn map_transport<U>(self, map: impl FnOnce(T) -> U) -> ClientError<E, U> {
        match self {
            Self::Api(error, received) => ClientError::Api(error, received),
            Self::Undecoded(undecoded) => ClientError::Undecoded(undecoded),
            Self::Transport(error) => ClientError::Transport(map(error)),
        }
    }
}

impl<E: KateError, T> ClientError<E, T> {
    /// When to try again, by the header `retry-after` (RFC 9110, section 10.2.3).
    ///
    /// It is the received header. If there is none, it is that of the API's error, which may have a constant one.
    ///
    /// A server may send any number. Limit the time that you wait, and add it to a clock with checked arithmetic only.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        let parse = |headers: &HeaderMap| headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok();
        match self {
            Self::Api(error, received) => {
                parse(received.headers()).or_else(|| parse(&error.headers()))
            }
            Self::Undecoded(undecoded) => parse(undecoded.headers()),
            Self::Transport(_) => None,
        }
    }
}

impl<E: KateError, T: Error + 'static> ClientError<E, T> {
    /// Whether the same call may succeed later.
    ///
    /// - **By the status**: 408, 425, 429, 500, 502, 503, 504, and those from 500 on that are not registered, such as 529 (RFC 9110,
    ///   section 15). Any other error status if the response has a [`retry_after`](Self::retry_after).
    /// - **Without a status**: after a timeout, or if there was no connection, or if it ended before the answer. The feature `hyper`
    ///   is needed to tell that from hyper's errors.
    ///
    /// It does not say that a second call does no harm. After most of these errors the server may have done what it was asked to, and
    /// only the answer is lost. Repeat a call if its method is idempotent, or if the server can tell that it has seen it, for
    /// example by an idempotency key (RFC 9110, section 9.2.2). A call that [was not sent](Self::is_unsent) can always be repeated.
    ///
    /// ```
    /// use std::io;
    ///
    /// use http::Method;
    /// use kate_errors::ClientError;
    /// use kate_errors::api::RunError;
    ///
    /// fn may_repeat(method: &Method, error: &ClientError<RunError, io::Error>) -> bool {
    ///     error.is_unsent() || error.is_retryable() && method.is_idempotent()
    /// }
    ///
    /// let refused = ClientError::Transport(io::ErrorKind::ConnectionRefused.into());
    /// assert!(may_repeat(&Method::POST, &refused));
    ///
    /// let late = ClientError::Transport(io::ErrorKind::TimedOut.into());
    /// assert!(may_repeat(&Method::GET, &late));
    /// assert!(!may_repeat(&Method::POST, &late));
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(error) => is_interruption(error),
            Self::Api(_, received) => {
                is_transient(received.status()) || self.retry_after().is_some()
            }
            Self::Undecoded(undecoded) => {
                is_transient(undecoded.status()) || self.retry_after().is_some()
            }
        }
    }

    /// Whether no connection was made, so that the call did not reach the server: the name was not found, or the connection was
    /// refused. Such a call can be repeated whatever its method. It is `false` where that is not certain.
    ///
    /// If the client follows redirects, it is about the last request, and the ones before it were sent.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        match self {
            Self::Transport(error) => is_unsent(error),
            Self::Api(..) | Self::Undecoded(_) => false,
        }
    }
}

/// The alternate form (`{:#}`) is for people. That of an API's error has the fix on a second line. Those of an undecoded response and
/// of the client's error have all sources, on the same line. The other form of a client's error has its root cause alone.
impl<E: KateError, T: Error + 'static> Display for ClientError<E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error, _) => {
                write!(f, "{error}")?;
                match error.fix().filter(|_| f.alternate()) {
                    Some(fix) => write!(f, "\nfix: {fix}"),
                    None => Ok(()),
                }
            }
            Self::Undecoded(undecoded) => undecoded.fmt(f),
            Self::Transport(error) => {
                f.write_str("the call failed")?;
                let all = sources(Some(error));
                if f.alternate() {
                    write_sources(all, f)
                } else {
                    write_sources(all.last(), f)
                }
            }
        }
    }
}

impl<E: KateError, T: Error + 'static> Error for ClientError<E, T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Api(error, _) => error.source(),
            Self::Undecoded(undecoded) => undecoded.source(),
            Self::Transport(error) => Some(error),
        }
    }
}
