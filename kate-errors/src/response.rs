//! An error as an HTTP response.

use bytes::Bytes;
use http::Response;
use http::header::CONTENT_TYPE;

use crate::error::KateError;
use crate::wire::JSON;

/// Turns an error into an [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html), which most web frameworks
/// of Rust take.
///
/// ```
/// use kate_errors::ToResponse;
/// use kate_errors::api::ToolError;
///
/// let response = ToolError::TimedOut.to_response::<Vec<u8>>();
/// assert_eq!(response.status(), 504);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// assert_eq!(response.body(), br#"{"detail":"Tool execution timed out"}"#);
/// ```
pub trait ToResponse {
    /// The response with the error's status, headers and body, and `content-type: application/json`.
    #[must_use]
    fn to_response<B: From<Bytes>>(&self) -> Response<B>;
}

impl<E: KateError + ?Sized> ToResponse for E {
    fn to_response<B: From<Bytes>>(&self) -> Response<B> {
        #[cfg(feature = "tracing")]
        crate::log::log(self);
        let mut response = Response::new(self.body().into());
        *response.status_mut() = self.status();
        *response.headers_mut() = self.headers();
        response.headers_mut().insert(CONTENT_TYPE, JSON);
        response
    }
}
