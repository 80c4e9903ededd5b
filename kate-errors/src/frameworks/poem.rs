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
//!     .after(kate_errors::poem::detail::<RunError>);
//! ```
//!
//! `poem::Error::data` and the response's data contain the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware
//! that counts errors by name. The error itself can be downcast as [`Shown`].
//!
//! # Errors that are not yours
//!
//! [`detail`] rewrites them in the layout of the type that it is given, here `RunError`.
//!
//! | error | is rewritten | what to write |
//! | --- | --- | --- |
//! | unknown route, wrong method | yes | |
//! | error of an extractor: bad JSON, missing `Data` | yes | |
//! | `Json` that cannot be serialized | yes | |
//! | text of a handler | yes | to send it as it is: another content type |
//! | error or response of middleware | if the middleware is inside | `.with(middleware)` before `.after(...)` |
//! | panic | if it is caught inside | `.with(CatchPanic::new())` before `.after(...)` |
//! | text that is compressed | from status 500 on | `.after(...)` before `.with(Compression::new())` |
//! | text that is longer than 64 KiB or a stream | from status 500 on | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//!
//! # Errors of extractors as errors of your own
//!
//! A handler gets the error of an extractor if the argument is a `poem::Result`. A variant `other` keeps its status and its text:
//!
//! ```
//! use http::StatusCode;
//! use kate_errors::KateError;
//! use kate_errors::poem::status_and_text;
//! use poem::handler;
//! use poem::web::Json;
//!
//! #[derive(Debug, KateError)]
//! #[kate(poem)]
//! enum RunError {
//!     #[kate(other)]
//!     Other { status: StatusCode, detail: String },
//! }
//!
//! impl From<poem::Error> for RunError {
//!     fn from(rejection: poem::Error) -> Self {
//!         let (status, detail) = status_and_text(&rejection);
//!         Self::Other { status, detail }
//!     }
//! }
//!
//! #[handler]
//! async fn create(name: poem::Result<Json<String>>) -> Result<String, RunError> {
//!     let Json(name) = name?;
//!     Ok(name)
//! }
//! ```

use std::error::Error as StdError;
use std::fmt;

use http::response;
use http_body_util::combinators::BoxBody;
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::{Body, Error, IntoResponse, Response, ResponseParts, Result};

use super::foreign::{self, Foreign};
use crate::{Documented, KateError, ToResponse as _};

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

/// Sends errors of your own as they are, and rewrites foreign errors in the layout of `E`: errors and error responses of plain
/// text, or without a content type. They are those of poem's own extractors, of unknown routes (404), of wrong methods (405), and
/// of middleware. The status and the headers do not change. If there is no text, the detail is the name of the status. From
/// status 500 on, the detail is always that name. The text is [logged](crate#logs).
///
/// Use it with `EndpointExt::after` on the outermost route. A body of another type is passed on unchanged. So is, below status
/// 500, a body that is compressed, is a stream, or is longer than 64 KiB.
///
/// ```
/// use kate_errors::api::ApiError;
/// use poem::{EndpointExt, Route};
///
/// let app = Route::new().after(kate_errors::poem::detail::<ApiError>);
/// ```
///
/// # Errors
///
/// None.
pub async fn detail<E: Documented>(result: Result<impl IntoResponse>) -> Result<Response> {
    Ok(rewrite(Foreign::of::<E>(), response(result)).await)
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use kate_errors::api::ApiError;
/// use poem::{EndpointExt, Route};
///
/// let app = Route::new().after(kate_errors::poem::detail_verbatim::<ApiError>);
/// ```
///
/// # Errors
///
/// None.
pub async fn detail_verbatim<E: Documented>(result: Result<impl IntoResponse>) -> Result<Response> {
    Ok(rewrite(Foreign::verbatim::<E>(), response(result)).await)
}

fn response(result: Result<impl IntoResponse>) -> Response {
    result.map_or_else(Error::into_response, IntoResponse::into_response)
}

async fn rewrite(foreign: Foreign, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = BoxBody::from(body);
    let body = foreign
        .rewrite(parts.status, &mut parts.headers, body)
        .await;
    Response::from_parts(parts, body.map_or_else(Body::from, Body::from))
}

/// The status of an error of poem, and its text, for an error of your own with both. Where there is no text, it is the name of the
/// status. From status 500 on, the text may tell how the server is built: it is [logged](crate#logs), and the name of the status
/// stands for it. If it may be an error of your own, look for it by `downcast_ref::<Shown<...>>()` before.
///
/// ```
/// use std::io;
///
/// use kate_errors::poem::status_and_text;
/// use poem::error::{InternalServerError, ParseJsonError};
///
/// let (status, detail) = status_and_text(&ParseJsonError::ContentTypeRequired.into());
/// assert_eq!((status.as_u16(), &*detail), (415, "expect content type `application/json`"));
///
/// let failed = InternalServerError(io::Error::other("disk 3 is full"));
/// let (status, detail) = status_and_text(&failed);
/// assert_eq!((status.as_u16(), &*detail), (500, "Internal Server Error"));
/// ```
#[must_use]
pub fn status_and_text(rejection: &Error) -> (StatusCode, String) {
    foreign::status_and_text(rejection.status(), rejection.to_string())
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
