//! [reqwest-middleware](https://docs.rs/reqwest-middleware) 0.5 with the feature `reqwest_middleware`, also with
//! [reqwest-retry](https://docs.rs/reqwest-retry) 0.9.
//!
//! Its client returns the responses of reqwest, and errors of its own. Those of reqwest-retry contain the error of the last try, which
//! [`is_retryable`](error::ClientError::is_retryable) and [`is_unsent`](error::ClientError::is_unsent) find. An error of another
//! middleware is [`Transport`](error::ClientError::Transport): it may report a call of its own, such as that for a token.
//!
//! ```no_run
//! use kate_errors::api::RunError;
//! use kate_errors::reqwest_middleware::{ClientError, ResponseExt};
//! use reqwest_middleware::ClientWithMiddleware;
//!
//! async fn show(client: &ClientWithMiddleware) -> Result<String, ClientError<RunError>> {
//!     let response = client.get("http://127.0.0.1:8080/runs/7").send().await.error_for::<RunError>().await?;
//!     Ok(response.text().await?)
//! }
//! ```

use std::future::Future;

use reqwest::Response;
use reqwest_middleware::Error;
use reqwest_retry::RetryError;

use super::error;
use crate::decode::Decode;
use crate::undecoded::Undecoded;
use crate::wire::BODY_LIMIT;

/// The error of a call with reqwest-middleware.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest_middleware::ClientError;
///
/// fn is_gone(error: &ClientError<RunError>) -> bool {
///     matches!(error, ClientError::Api(RunError::NotFound, _))
/// }
/// ```
pub type ClientError<E> = error::ClientError<E, Error>;

impl<E> From<Error> for ClientError<E> {
    fn from(error: Error) -> Self {
        // A middleware may have called `error_for_status`, which drops headers and body.
        match of_reqwest(&error).and_then(reqwest::Error::status) {
            Some(status) => Self::Undecoded(Undecoded::dropped(status)),
            None => Self::Transport(error),
        }
    }
}

impl<E> From<reqwest::Error> for ClientError<E> {
    fn from(error: reqwest::Error) -> Self {
        Error::Reqwest(error).into()
    }
}

/// The error of reqwest, of the last try if there were several. One in a middleware's own error may be that of another call.
fn of_reqwest(error: &Error) -> Option<&reqwest::Error> {
    match error {
        Error::Reqwest(error) => Some(error),
        Error::Middleware(error) => match error.downcast_ref()? {
            RetryError::WithRetries { err, .. } | RetryError::Error(err) => of_reqwest(err),
        },
    }
}

/// Turns a response with an error status into a typed error, and passes on any other response with its body unread. Implemented for
/// `reqwest::Response` and for a `Result` of one.
///
/// ```no_run
/// use kate_errors::api::RunError;
/// use kate_errors::reqwest_middleware::{ClientError, ResponseExt};
/// use reqwest_middleware::ClientWithMiddleware;
///
/// # async fn run(client: &ClientWithMiddleware) -> Result<(), ClientError<RunError>> {
/// let response = client.get("http://127.0.0.1:8080/runs/7").send().await.error_for::<RunError>().await?;
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
    async fn error_for_within<E: Decode>(self, limit: usize) -> Result<Self, ClientError<E>> {
        let checked = super::reqwest::ResponseExt::error_for_within(self, limit).await;
        checked.map_err(|error| error.map_transport(Error::Reqwest))
    }
}

impl ResponseExt for Result<Response, Error> {
    async fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response, ClientError<E>> {
        ResponseExt::error_for_within(self?, limit).await
    }
}
