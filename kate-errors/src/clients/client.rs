//! Any client that gives an `http::Response` with a body of [http-body](https://docs.rs/http-body) 1, such as hyper and tower; by the feature
//! `client`.
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
//! assert!(matches!(error, ClientError::Api(RunError::NotFound)));
//! # }
//! ```

use std::future::Future;
use std::pin::pin;

use bytes::Buf;
use http::Response;
use http_body::Body;
use http_body_util::BodyExt as _;

use super::ClientError;
use super::limited::{Limited, MOST};
use crate::Decode;

/// Makes a typed error of a response with an error status; any other passes with its body unread.
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
    /// Reads at most 64 KiB of an error's body.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error; what could not be decoded, whole; or why the call failed.
    fn error_for<E: Decode>(
        self,
    ) -> impl Future<Output = Result<Response<B>, ClientError<E, B::Error>>> {
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
    ) -> impl Future<Output = Result<Response<B>, ClientError<E, B::Error>>>;
}

impl<B: Body> ResponseExt<B> for Response<B> {
    async fn error_for_within<E: Decode>(
        self,
        limit: usize,
    ) -> Result<Self, ClientError<E, B::Error>> {
        if !crate::wire::is_error(self.status()) {
            return Ok(self);
        }
        let (parts, body) = self.into_parts();
        let mut body = pin!(body);
        let mut read = Limited::new(limit);
        'frames: while let Some(frame) = body.frame().await {
            let data = frame.map_err(ClientError::Transport)?.into_data();
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
        Err(read.decode(parts.status, &parts.headers))
    }
}
