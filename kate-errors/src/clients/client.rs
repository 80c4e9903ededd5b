//! Any client that returns an `http::Response` with a body of [http-body](https://docs.rs/http-body) 1, such as hyper and tower, with
//! the feature `client`.
//!
//! ```
//! use bytes::Bytes;
//! use http::Response;
//! use http_body_util::Full;
//! use kate_errors::api::RunError;
//! use kate_errors::client::ResponseExt;
//! use kate_errors::{ClientError, ToResponse};
//!
//! # async fn run() {
//! let response: Response<Full<Bytes>> = RunError::NotFound.to_response();
//! let error = response.error_for::<RunError>().await.unwrap_err();
//! assert!(matches!(error, ClientError::Api(RunError::NotFound, _)));
//! # }
//! ```
//!
//! With the feature `hyper`, [`is_retryable`](ClientError::is_retryable) knows hyper's own errors.

use std::error::Error;
use std::future::Future;
use std::pin::pin;

use bytes::Buf;
use http::Response;
use http_body::Body;
use http_body_util::BodyExt as _;

use super::error::ClientError;
use super::limited_body::LimitedBody;
use crate::decode::Decode;
use crate::wire::{BODY_LIMIT, is_error};

/// Turns a response with an error status into a typed error, and passes on any other response with its body unread. Implemented for
/// an `http::Response` and for a `Result` of one.
///
/// ```
/// use http::Response;
/// use http_body_util::Empty;
/// use kate_errors::api::RunError;
/// use kate_errors::client::ResponseExt;
///
/// # async fn run() {
/// let response = Response::new(Empty::<bytes::Bytes>::new());
/// assert!(response.error_for::<RunError>().await.is_ok());
/// # }
/// ```
pub trait ResponseExt<B: Body>: Sized {
    /// The client's own error. For a `Result` it is the error of the `Result`, for a response that of its body.
    type Transport;

    /// Passes a success on, and turns an error into a typed one. At most 64 KiB of its body are read. How long that may take is for the
    /// client to say: a timeout of each read alone does not end a body that comes byte by byte.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error, an error response that could not be decoded, or the client's own error.
    fn error_for<E: Decode>(
        self,
    ) -> impl Future<Output = Result<Response<B>, ClientError<E, Self::Transport>>> {
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
    ) -> impl Future<Output = Result<Response<B>, ClientError<E, Self::Transport>>>;
}

impl<B: Body<Error: Into<Box<dyn Error + Send + Sync>>>> ResponseExt<B> for Response<B> {
    type Transport = B::Error;

    async fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> Result<Self, ClientError<E, B::Error>> {
        checked(self, limit).await
    }
}

impl<B: Body<Error: Into<Box<dyn Error + Send + Sync>>>, Failed> ResponseExt<B>
    for Result<Response<B>, Failed>
{
    type Transport = Failed;

    async fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> Result<Response<B>, ClientError<E, Failed>> {
        checked(self.map_err(ClientError::Transport)?, limit).await
    }
}

async fn checked<B: Body<Error: Into<Box<dyn Error + Send + Sync>>>, E: Decode, T>(
    response: Response<B>,
    limit: usize,
) -> Result<Response<B>, ClientError<E, T>> {
    if !is_error(response.status()) {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let mut body = pin!(body);
    let mut read = LimitedBody::new(limit);
    'frames: while let Some(frame) = body.frame().await {
        let data = match frame {
            Ok(frame) => frame.into_data(),
            Err(error) => return Err(read.decode_broken(parts.status, parts.headers, error)),
        };
        let Some(mut data) = data.ok().filter(Buf::has_remaining) else {
            if read.push(&[]) {
                continue;
            }
            break;
        };
        while data.has_remaining() {
            let chunk = data.chunk();
            if !read.push(chunk) {
                break 'frames;
            }
            let length = chunk.len();
            data.advance(length);
        }
    }
    Err(read.decode(parts.status, parts.headers))
}
