//! [reqwest](https://docs.rs/reqwest) 0.13 with the feature `reqwest`, and its blocking client with the feature `reqwest_blocking`.
//!
//! ```no_run
//! use kate_errors::api::SubscriptionError;
//! use kate_errors::reqwest::{ClientError, ResponseExt};
//!
//! async fn subscribe(client: &reqwest::Client) -> Result<String, ClientError<SubscriptionError>> {
//!     let answer = client.post("http://127.0.0.1:8080/artifacts/atlas/subscribe").send().await;
//!     match answer.error_for::<SubscriptionError>().await {
//!         Ok(response) => Ok(response.text().await?),
//!         Err(ClientError::Api(SubscriptionError::AlreadySubscribed, _)) => Ok("subscribed".to_owned()),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```

use std::future::Future;
use std::mem;

use reqwest::{Error, Response};

use super::error;
use super::limited_body::LimitedBody;
use crate::decode::Decode;
use crate::undecoded::Undecoded;
use crate::wire::{BODY_LIMIT, is_error};

/// The error of a call with reqwest.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest::ClientError;
///
/// fn is_gone(error: &ClientError<RunError>) -> bool {
///     matches!(error, ClientError::Api(RunError::NotFound, _))
/// }
/// ```
pub type ClientError<E> = error::ClientError<E, Error>;

impl<E> From<Error> for ClientError<E> {
    fn from(error: Error) -> Self {
        // An error of `error_for_status` has dropped the body.
        match error.status() {
            Some(status) => Self::Undecoded(Undecoded::dropped(status)),
            None => Self::Transport(error),
        }
    }
}

/// Turns a response with an error status into a typed error, and passes on any other response with its body unread. Implemented for
/// `reqwest::Response` and for a `Result` of one.
///
/// ```no_run
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest::{ClientError, ResponseExt};
///
/// # async fn run() -> Result<(), ClientError<RunError>> {
/// let response = reqwest::get("http://127.0.0.1:8080/runs/7").await.error_for::<RunError>().await?;
/// # Ok(())
/// # }
/// ```
pub trait ResponseExt: Sized {
    /// Passes a success on, and turns an error into a typed one. At most 64 KiB of its body are read. How long that may take is for the
    /// client to say: a timeout of each read alone does not end a body that comes byte by byte.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error, an error response that could not be decoded, or the client's own error.
    fn error_for<E: Decode>(self) -> impl Future<Output = Result<Response, ClientError<E>>> + Send {
        self.error_for_within(BODY_LIMIT)
    }

    /// [`error_for`](Self::error_for) with another limit, in bytes. A longer body is cut there, and the error is
    /// [`Undecoded`](crate::Undecoded) of the kind [`TooLong`](crate::UndecodedKind::TooLong).
    ///
    /// # Errors
    ///
    /// Those of [`error_for`](Self::error_for).
    fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Response, ClientError<E>>> + Send;
}

impl ResponseExt for Response {
    async fn error_for_within<E: Decode>(mut self, limit: usize) -> Result<Self, ClientError<E>> {
        let status = self.status();
        if !is_error(status) {
            return Ok(self);
        }
        let headers = mem::take(self.headers_mut());
        let mut read = LimitedBody::new(limit);
        loop {
            match self.chunk().await {
                Ok(Some(chunk)) if read.push(&chunk) => {}
                Ok(_) => return Err(read.decode(status, headers)),
                Err(error) => return Err(read.decode_broken(status, headers, error)),
            }
        }
    }
}

impl ResponseExt for Result<Response, Error> {
    async fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response, ClientError<E>> {
        self?.error_for_within(limit).await
    }
}

/// [`ResponseExt`] for the blocking client.
///
/// ```no_run
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest::{BlockingResponseExt, ClientError};
///
/// # fn run() -> Result<(), ClientError<RunError>> {
/// let response = reqwest::blocking::get("http://127.0.0.1:8080/runs/7").error_for::<RunError>()?;
/// # Ok(())
/// # }
/// ```
#[cfg(feature = "reqwest_blocking")]
pub trait BlockingResponseExt: Sized {
    /// Passes a success on, and turns an error into a typed one. At most 64 KiB of its body are read. How long that may take is for the
    /// client to say: a timeout of each read alone does not end a body that comes byte by byte.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error, an error response that could not be decoded, or the client's own error.
    fn error_for<E: Decode>(self) -> Result<reqwest::blocking::Response, ClientError<E>> {
        self.error_for_within(BODY_LIMIT)
    }

    /// [`error_for`](Self::error_for) with another limit, in bytes. A longer body is cut there, and the error is
    /// [`Undecoded`](crate::Undecoded) of the kind [`TooLong`](crate::UndecodedKind::TooLong).
    ///
    /// # Errors
    ///
    /// Those of [`error_for`](Self::error_for).
    fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> Result<reqwest::blocking::Response, ClientError<E>>;
}

#[cfg(feature = "reqwest_blocking")]
impl BlockingResponseExt for reqwest::blocking::Response {
    fn error_for_within<E: Decode>(mut self, limit: usize) -> Result<Self, ClientError<E>> {
        let status = self.status();
        if !is_error(status) {
            return Ok(self);
        }
        let mut read = LimitedBody::new(limit);
        let headers = mem::take(self.headers_mut());
        match self.copy_to(&mut read) {
            // If the limit is reached, the writer ends the copy with an error of its own.
            Err(error) if !read.is_cut() => Err(read.decode_broken(status, headers, error)),
            Ok(_) | Err(_) => Err(read.decode(status, headers)),
        }
    }
}

#[cfg(feature = "reqwest_blocking")]
impl BlockingResponseExt for Result<reqwest::blocking::Response, Error> {
    fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> Result<reqwest::blocking::Response, ClientError<E>> {
        self?.error_for_within(limit)
    }
}

#[cfg(feature = "reqwest_blocking")]
impl std::io::Write for LimitedBody {
    fn write(&mut self, chunk: &[u8]) -> std::io::Result<usize> {
        if self.push(chunk) {
            Ok(chunk.len())
        } else {
            Err(std::io::ErrorKind::WriteZero.into())
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
