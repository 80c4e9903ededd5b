//! [reqwest](https://docs.rs/reqwest) 0.13, by the feature `reqwest`; its blocking client by `reqwest_blocking`.
//!
//! ```no_run
//! use kate_errors::api::SubscriptionError;
//! use kate_errors::reqwest::{ClientError, ResponseExt};
//!
//! async fn subscribe(client: &reqwest::Client) -> Result<String, ClientError<SubscriptionError>> {
//!     let answer = client.post("http://127.0.0.1:8080/artifacts/atlas/subscribe").send().await;
//!     match answer.error_for::<SubscriptionError>().await {
//!         Ok(response) => Ok(response.text().await?),
//!         Err(ClientError::Api(SubscriptionError::AlreadySubscribed)) => Ok("subscribed".to_owned()),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```

use std::future::Future;

use reqwest::{Error, Response};

use super::limited::{Limited, MOST};
use crate::Decode;
use crate::undecoded::Undecoded;

/// Why a call by reqwest brought no success.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest::ClientError;
///
/// let error: ClientError<RunError> = ClientError::Api(RunError::NotFound);
/// assert_eq!(format!("{error:#}"), "Run not found\nfix: Check the run ID");
/// ```
pub type ClientError<E> = super::ClientError<E, Error>;

impl<E> From<Error> for ClientError<E> {
    fn from(error: Error) -> Self {
        // An error of `error_for_status` has no more than the status.
        match error.status() {
            Some(status) => Self::Undecoded(Undecoded::dropped(status)),
            None => Self::Transport(error),
        }
    }
}

/// Makes a typed error of a response with an error status; any other passes with its body unread. For `reqwest::Response`, and for
/// the `Result` of one.
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
    /// Reads at most 64 KiB of an error's body.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error; what could not be decoded, whole; or why the call failed.
    fn error_for<E: Decode>(self) -> impl Future<Output = Result<Response, ClientError<E>>> + Send {
        self.error_for_within(MOST)
    }

    /// Reads at most so many bytes of an error's body. What is longer is [`Undecoded`](crate::Undecoded), cut and says so.
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
        if !crate::wire::is_error(status) {
            return Ok(self);
        }
        let mut read = Limited::new(limit);
        while let Some(chunk) = self.chunk().await? {
            if !read.push(&chunk) {
                break;
            }
        }
        Err(read.decode(status, self.headers()))
    }
}

impl ResponseExt for Result<Response, Error> {
    async fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response, ClientError<E>> {
        self?.error_for_within(limit).await
    }
}

/// [`ResponseExt`], of the blocking client.
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
    /// Reads at most 64 KiB of an error's body.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error; what could not be decoded, whole; or why the call failed.
    fn error_for<E: Decode>(self) -> Result<reqwest::blocking::Response, ClientError<E>> {
        self.error_for_within(MOST)
    }

    /// Reads at most so many bytes of an error's body. What is longer is [`Undecoded`](crate::Undecoded), cut and says so.
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
        if !crate::wire::is_error(status) {
            return Ok(self);
        }
        let mut read = Limited::new(limit);
        // A writer that is full ends the copy with an error of its own.
        let copied = self.copy_to(&mut read);
        if !read.cut {
            copied?;
        }
        Err(read.decode(status, self.headers()))
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
impl std::io::Write for Limited {
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
