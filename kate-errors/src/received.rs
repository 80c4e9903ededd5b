//! A response as a client received it.

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use serde::Deserialize;

use crate::json;

/// The status, headers and body of a response, as they were received. It has the size of a pointer.
///
/// `ClientError::Api` has it beside the error, for what the error itself does not contain: a request's id in a header, or another
/// member of the body.
///
/// ```
/// use http::{Response, StatusCode};
/// use kate_errors::Received;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Fields {
///     errors: Vec<String>,
/// }
///
/// let response = Response::builder().status(422).header("x-request-id", "r1");
/// let received = Received::from(response.body(r#"{"detail":"Validation failed","errors":["name"]}"#).unwrap());
/// assert_eq!(received.status(), StatusCode::UNPROCESSABLE_ENTITY);
/// assert_eq!(received.headers()["x-request-id"], "r1");
/// assert_eq!(received.json::<Fields>().unwrap().errors, ["name"]);
/// ```
#[derive(Clone, Debug)]
pub struct Received(Box<Parts>);

#[derive(Clone, Debug)]
struct Parts {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Received {
    /// A response of these parts. [`From`] makes one of an [`http::Response`].
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use kate_errors::Received;
    ///
    /// let received = Received::new(StatusCode::NOT_FOUND, HeaderMap::new(), "Not Found");
    /// assert_eq!(received.body(), "Not Found");
    /// ```
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        let body = body.into();
        Self(Box::new(Parts {
            status,
            headers,
            body,
        }))
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Reads a type from the JSON of the body. `serde_json::Value` reads any. A byte order mark is ignored.
    ///
    /// # Errors
    ///
    /// The body is not JSON, or not that of the type.
    pub fn json<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        json::from_body(self.body())
    }

    /// The status, the headers and the body.
    #[must_use]
    pub fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.0.status, self.0.headers, self.0.body)
    }
}

impl<B: Into<Bytes>> From<Response<B>> for Received {
    fn from(response: Response<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self::new(parts.status, parts.headers, body)
    }
}
