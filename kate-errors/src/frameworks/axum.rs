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
//!     .layer(map_response(kate_errors::axum::detail::<RunError>));
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware that counts errors
//! by name.
//!
//! # Errors that are not yours
//!
//! [`detail`] rewrites them in the layout of the type that it is given, here `RunError`.
//!
//! | error | is rewritten | what to write |
//! | --- | --- | --- |
//! | unknown route, wrong method | yes | |
//! | rejection of an extractor: bad JSON, missing `Extension` | yes | |
//! | `Json` that cannot be serialized | yes | |
//! | text of a handler, such as `(StatusCode::CONFLICT, "too late")` | yes | to send it as it is: another content type |
//! | response of middleware, such as the timeout of tower-http | if the middleware is inside | `.layer(TimeoutLayer::...)` before `.layer(map_response(...))` |
//! | panic | if it is caught inside | `.layer(CatchPanicLayer::new())` before `.layer(map_response(...))` |
//! | text that is compressed | from status 500 on | `.layer(map_response(...))` before `.layer(CompressionLayer::new())` |
//! | text that is longer than 64 KiB or a stream | from status 500 on | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//!
//! # Rejections as errors of your own
//!
//! `#[from]` on a rejection gives all its errors one status and one text. A variant `other` keeps both, for [`WithRejection`] and
//! for `#[from_request(rejection(RunError))]` of axum:
//!
//! ```
//! use axum::extract::rejection::JsonRejection;
//! use http::StatusCode;
//! use kate_errors::KateError;
//!
//! #[derive(Debug, KateError)]
//! #[kate(axum)]
//! enum RunError {
//!     #[kate(other)]
//!     Other { status: StatusCode, detail: String },
//! }
//!
//! impl From<JsonRejection> for RunError {
//!     fn from(rejection: JsonRejection) -> Self {
//!         Self::Other { status: rejection.status(), detail: rejection.body_text() }
//!     }
//! }
//! ```
//!
//! A `JsonRejection` is always the client's error. A `PathRejection` and an `ExtensionRejection` may have the status 500, and a text
//! with names of types. Make a variant of your own of them then, whose text tells nothing.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use axum_core::body::Body;
use axum_core::extract::{FromRequest, FromRequestParts, Request};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;

use super::foreign::Foreign;
use crate::catalog::Documented;

/// Rewrites foreign errors in the layout of `E`: error responses of plain text, or without a content type. They are those of
/// axum's own extractors, of unknown routes (404), of wrong methods (405), and of middleware. The status and the headers, such as
/// `allow`, do not change. If there is no text, the detail is the name of the status. From status 500 on, the detail is always
/// that name. The text is [logged](crate#logs).
///
/// Use it with `axum::middleware::map_response`, in the last layer of the router. A body of another type is passed on unchanged.
/// So is, below status 500, a body that is compressed, is longer than 64 KiB, or is of unknown length.
///
/// ```
/// use axum::Router;
/// use axum::middleware::map_response;
/// use kate_errors::api::ApiError;
///
/// let app: Router = Router::new().layer(map_response(kate_errors::axum::detail::<ApiError>));
/// ```
pub async fn detail<E: Documented>(response: Response) -> Response {
    rewrite(Foreign::of::<E>(), response).await
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use axum::Router;
/// use axum::middleware::map_response;
/// use kate_errors::api::ApiError;
///
/// let app: Router = Router::new().layer(map_response(kate_errors::axum::detail_verbatim::<ApiError>));
/// ```
pub async fn detail_verbatim<E: Documented>(response: Response) -> Response {
    rewrite(Foreign::verbatim::<E>(), response).await
}

async fn rewrite(foreign: Foreign, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = foreign
        .rewrite(parts.status, &mut parts.headers, body)
        .await;
    Response::from_parts(parts, body.map_or_else(|kept| kept, Body::from))
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
