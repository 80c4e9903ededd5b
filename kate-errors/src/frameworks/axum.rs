//! [axum](https://docs.rs/axum) 0.8, by the feature `axum`.
//!
//! `#[kate(axum)]` on an error implements `IntoResponse`, so that handlers return it:
//!
//! ```
//! use axum::extract::Path;
//! use axum::middleware::map_response;
//! use axum::routing::get;
//! use axum::{Json, Router};
//! use kate_errors::KateError;
//!
//! #[derive(Debug, KateError)]
//! #[kate(axum)]
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
//! async fn show(Path(id): Path<u64>) -> Result<Json<String>, RunError> {
//!     let run = std::fs::read_to_string("runs/7")?;
//!     Ok(Json(run))
//! }
//!
//! let app: Router = Router::new()
//!     .route("/runs/{id}", get(show))
//!     // Unknown routes, wrong methods and bad input answer in the same shape: last on the router.
//!     .layer(map_response(kate_errors::axum::detail));
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware that counts errors
//! by name.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use axum_core::extract::{FromRequest, FromRequestParts, Request};
use axum_core::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::request::Parts;
use http_body::Body as _;
use http_body_util::{BodyExt as _, Collected};

use super::foreign::{described, is_plain};
use crate::wire::JSON;

/// Rewrites error responses of plain text as `{"detail": ...}`: those of axum's own extractors, of unknown routes (404) and of
/// wrong methods (405). The status and the headers, such as `allow`, do not change. If there is no text, the detail is the name
/// of the status.
///
/// Use it with `axum::middleware::map_response`, in the last layer of the router. A body that is not plain text, is compressed,
/// is longer than 64 KiB, or is of unknown length is passed on unchanged.
///
/// ```
/// use axum::Router;
/// use axum::middleware::map_response;
///
/// let app: Router = Router::new().layer(map_response(kate_errors::axum::detail));
/// ```
pub async fn detail(response: Response) -> Response {
    let status = response.status();
    let headers = response.headers();
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let plain = is_plain(content_type, response.body().size_hint().exact());
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || !plain || headers.contains_key(CONTENT_ENCODING) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let text = body.collect().await.map(Collected::to_bytes);
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, JSON);
    Response::from_parts(parts, described(status, &text.unwrap_or_default()).into())
}

/// An extractor whose rejection is converted into an error of your own, by `From`.
///
/// ```
/// use axum::Json;
/// use axum::extract::rejection::JsonRejection;
/// use kate_errors::KateError;
/// use kate_errors::axum::WithRejection;
///
/// #[derive(Debug, KateError)]
/// #[kate(axum)]
/// enum RunError {
///     #[status(422)]
///     #[detail("A run is needed")]
///     Body(#[from] JsonRejection),
/// }
///
/// async fn create(WithRejection(Json(name), _): WithRejection<Json<String>, RunError>) -> String {
///     name
/// }
/// ```
pub struct WithRejection<X, E>(
    /// The extracted value.
    pub X,
    /// The type of the error.
    pub PhantomData<fn() -> E>,
);

impl<S, X, E> FromRequestParts<S> for WithRejection<X, E>
where
    S: Send + Sync,
    X: FromRequestParts<S>,
    E: From<X::Rejection> + IntoResponse,
{
    type Rejection = E;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, E> {
        let extracted = X::from_request_parts(parts, state).await?;
        Ok(Self(extracted, PhantomData))
    }
}

impl<S, X, E> FromRequest<S> for WithRejection<X, E>
where
    S: Send + Sync,
    X: FromRequest<S>,
    E: From<X::Rejection> + IntoResponse,
{
    type Rejection = E;

    async fn from_request(request: Request, state: &S) -> Result<Self, E> {
        let extracted = X::from_request(request, state).await?;
        Ok(Self(extracted, PhantomData))
    }
}

impl<X, E> Deref for WithRejection<X, E> {
    type Target = X;

    fn deref(&self) -> &X {
        &self.0
    }
}

impl<X, E> DerefMut for WithRejection<X, E> {
    fn deref_mut(&mut self) -> &mut X {
        &mut self.0
    }
}

impl<X: fmt::Debug, E> fmt::Debug for WithRejection<X, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithRejection").field(&self.0).finish()
    }
}

/// The impls that `#[kate(axum)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_axum {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        #[automatically_derived]
        impl<$($params)*> $crate::axum::derived::IntoResponse for $error
        where
            $($bounds)*
        {
            fn into_response(self) -> $crate::axum::derived::Response {
                $crate::axum::derived::response(&self)
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    pub use axum_core::response::{IntoResponse, Response};

    /// The response of derived `IntoResponse`s.
    pub fn response<E: crate::KateError>(error: &E) -> Response {
        crate::runtime::respond(error)
    }
}
