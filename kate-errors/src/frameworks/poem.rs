//! [poem](https://docs.rs/poem) 3, by the feature `poem`.
//!
//! `#[kate(poem)]` on an error implements `From` for `poem::Error`, so that handlers return it:
//!
//! ```
//! use kate_errors::KateError;
//! use poem::web::{Json, Path};
//! use poem::{EndpointExt, Route, get, handler};
//!
//! #[derive(Debug, KateError)]
//! #[kate(poem)]
//! enum RunError {
//!     #[status(404)]
//!     #[detail("Run {id} not found")]
//!     NotFound { id: u64 },
//!
//!     #[status(500)]
//!     #[detail("Something went wrong")]
//!     Store(#[from] std::io::Error),
//! }
//!
//! #[handler]
//! async fn show(Path(id): Path<u64>) -> Result<Json<String>, RunError> {
//!     let run = std::fs::read_to_string("runs/7")?;
//!     Ok(Json(run))
//! }
//!
//! let app = Route::new()
//!     .at("/runs/:id", get(show))
//!     // Unknown routes, wrong methods and bad input answer in the same shape.
//!     .catch_all_error(kate_errors::poem::detail);
//! ```
//!
//! `poem::Error::data` and the response's data contain the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware
//! that counts errors by name. The error itself can be downcast as [`Shown`].

use std::error::Error as StdError;
use std::fmt;

use http::response;
use http_body::Body as _;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Collected};
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use poem::{Body, Error, Response, ResponseParts};

use super::foreign::{described, is_plain};
use crate::wire::JSON;
use crate::{KateError, ToResponse as _};

/// An error of your own inside a `poem::Error`.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::poem::Shown;
///
/// let error = poem::Error::from(RunError::NotFound);
/// assert_eq!(error.downcast_ref::<Shown<RunError>>().map(|shown| &shown.0), Some(&RunError::NotFound));
/// ```
#[derive(Debug)]
pub struct Shown<E>(pub E);

impl<E: fmt::Display> fmt::Display for Shown<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<E: StdError> StdError for Shown<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

impl<E: KateError> ResponseError for Shown<E> {
    fn status(&self) -> StatusCode {
        self.0.status()
    }

    fn as_response(&self) -> Response {
        let (parts, body) = self.0.to_response::<Body>().into_parts();
        let response::Parts {
            status,
            version,
            headers,
            extensions,
            ..
        } = parts;
        let parts = ResponseParts {
            status,
            version,
            headers,
            extensions,
        };
        Response::from_parts(parts, body)
    }
}

/// Answers every error with `{"detail": ...}`. Errors of your own are sent as they are. Those of poem's own extractors, of
/// unknown routes (404) and of wrong methods (405) are rewritten. The status and the headers do not change. If there is no text,
/// the detail is the name of the status.
///
/// Use it with `EndpointExt::catch_all_error` on the outermost route. A body that is not plain text, is compressed, is a stream,
/// or is longer than 64 KiB is passed on unchanged.
///
/// ```
/// use poem::{EndpointExt, Route};
///
/// let app = Route::new().catch_all_error(kate_errors::poem::detail);
/// ```
pub async fn detail(error: Error) -> Response {
    let (mut parts, body) = error.into_response().into_parts();
    let body = BoxBody::from(body);
    let content_type = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let plain = is_plain(content_type, body.size_hint().exact());
    if !plain || parts.headers.contains_key(CONTENT_ENCODING) {
        return Response::from_parts(parts, body.into());
    }
    let text = body.collect().await.map(Collected::to_bytes);
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, JSON);
    let body = described(parts.status, &text.unwrap_or_default());
    Response::from_parts(parts, body.into())
}

/// The impls that `#[kate(poem)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_poem {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        #[automatically_derived]
        impl<$($params)*> ::core::convert::From<$error> for $crate::poem::derived::Error
        where
            $error: ::core::marker::Send + ::core::marker::Sync + 'static,
            $($bounds)*
        {
            fn from(error: $error) -> Self {
                $crate::poem::derived::error(error)
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    pub use poem::Error;

    use super::Shown;
    use crate::KateError;

    /// The `poem::Error` of a derived error.
    pub fn error<E: KateError + Send + Sync + 'static>(error: E) -> Error {
        let spec = error.spec();
        let mut error = Error::from(Shown(error));
        if let Some(spec) = spec {
            error.set_data(spec);
        }
        error
    }
}
