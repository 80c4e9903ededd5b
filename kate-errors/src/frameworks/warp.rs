//! [warp](https://docs.rs/warp) 0.4, by the feature `warp`.
//!
//! `#[kate(warp)]` on an error implements `Reply`, for handlers in `.then(...)`, and `From` for `Rejection`, for handlers in
//! `.and_then(...)`. The type must be `Send`, and for the latter `Sync` and `'static`.
//!
//! ```
//! use kate_errors::KateError;
//! use warp::{Filter, Reply};
//!
//! #[derive(Debug, KateError)]
//! #[kate(warp)]
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
//! async fn show(id: u64) -> Result<impl Reply, RunError> {
//!     Ok(std::fs::read_to_string("runs/7")?)
//! }
//!
//! let app = warp::path!("runs" / u64)
//!     .then(show)
//!     // Unknown routes, wrong methods, bad input and rejected errors answer in the same shape.
//!     .recover(kate_errors::warp::recover::<RunError>);
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for wrappers of the filter.
//!
//! # Errors that are not yours
//!
//! [`recover`] and [`detail`] rewrite them in the layout of the type that they are given, here `RunError`.
//!
//! | error | is rewritten | what to write |
//! | --- | --- | --- |
//! | unknown route, wrong method, bad input, missing extension | yes | |
//! | rejection of a type of yours | as 500 without a text | `#[kate(warp)]` on the type, or a `.recover(...)` before |
//! | `warp::reply::json` that cannot be serialized | no | `.then(kate_errors::warp::detail::<RunError>)` after `.recover(...)` |
//! | text of a handler, such as `reply::with_status("too late", ...)` | no | `.then(kate_errors::warp::detail::<RunError>)` after `.recover(...)` |
//! | text that is compressed | from status 500 on, by [`detail`] | `.then(...)` before `.with(compression::gzip())` |
//! | text that is longer than 64 KiB or a stream | from status 500 on, by [`detail`] | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//! | panic | no, warp closes the connection | |
//!
//! # Rejections as errors of your own
//!
//! A variant `other` keeps the status and the text of a rejection: see [`status_and_text`].

use std::convert::Infallible;
use std::fmt;

use http::StatusCode;
use warp::Reply;
use warp::reject::{self, Reject, Rejection};
use warp::reply::Response;

use super::foreign::{self, Foreign};
use crate::runtime::response::respond;
use crate::{Documented, KateError};

/// An error of your own inside a `Rejection`: `rejection.find::<Rejected>()`.
///
/// ```
/// use kate_errors::KateError;
/// use kate_errors::api::RunError;
/// use kate_errors::warp::Rejected;
///
/// let rejection = warp::Rejection::from(RunError::NotFound);
/// let found = rejection.find::<Rejected>().map(|rejected| rejected.0.status().as_u16());
/// assert_eq!(found, Some(404));
/// ```
pub struct Rejected(pub Box<dyn KateError + Send + Sync>);

/// Warp sends this text to the client if nothing recovers the rejection, so it is only the detail.
impl fmt::Debug for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.detail())
    }
}

impl Reject for Rejected {}

/// Answers every rejection. Errors of your own are sent as they are. Rejections of warp's own filters are written in the layout
/// of `E`. Rejections of other types are answered with 500, without their text. Recover your own rejection types before. From
/// status 500 on, the detail is always the name of the status, and the text is [logged](crate#logs).
///
/// ```
/// use kate_errors::api::ApiError;
/// use warp::Filter;
///
/// let app = warp::path!("runs" / u64)
///     .map(|id| format!("run {id}"))
///     .recover(kate_errors::warp::recover::<ApiError>);
/// ```
///
/// # Errors
///
/// None.
#[expect(
    clippy::unused_async,
    reason = "what a filter recovers with is a future"
)]
pub async fn recover<E: Documented>(rejection: Rejection) -> Result<Response, Infallible> {
    Ok(answer(Foreign::of::<E>(), &rejection))
}

/// As [`recover`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use kate_errors::api::ApiError;
/// use warp::Filter;
///
/// let app = warp::path!("runs" / u64)
///     .map(|id| format!("run {id}"))
///     .recover(kate_errors::warp::recover_verbatim::<ApiError>);
/// ```
///
/// # Errors
///
/// None.
#[expect(
    clippy::unused_async,
    reason = "what a filter recovers with is a future"
)]
pub async fn recover_verbatim<E: Documented>(rejection: Rejection) -> Result<Response, Infallible> {
    Ok(answer(Foreign::verbatim::<E>(), &rejection))
}

fn answer(foreign: Foreign, rejection: &Rejection) -> Response {
    if let Some(Rejected(error)) = rejection.find() {
        return respond(&**error);
    }
    let (status, text) = told(rejection);
    let mut response = Response::default();
    *response.status_mut() = status;
    let body = foreign.respond(status, response.headers_mut(), text.as_bytes(), "");
    *response.body_mut() = body.into();
    response
}

/// Rewrites foreign errors that are no rejections in the layout of `E`: error replies of plain text, or without a content type,
/// such as those of `warp::reply::with_status`. Use it after [`recover`]. The status and the headers do not change. If there is
/// no text, the detail is the name of the status. From status 500 on, the detail is always that name. The text is
/// [logged](crate#logs).
///
/// A body of another type is passed on unchanged. So is, below status 500, a body that is compressed, is a stream, or is longer
/// than 64 KiB.
///
/// ```
/// use kate_errors::api::ApiError;
/// use kate_errors::warp::{detail, recover};
/// use warp::Filter;
///
/// let app = warp::path!("runs" / u64)
///     .map(|_| warp::reply::with_status("no such run", warp::http::StatusCode::NOT_FOUND))
///     .recover(recover::<ApiError>)
///     .then(detail::<ApiError>);
/// ```
pub async fn detail<E: Documented>(reply: impl Reply) -> Response {
    rewrite(Foreign::of::<E>(), reply.into_response()).await
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use kate_errors::api::ApiError;
/// use kate_errors::warp::{detail_verbatim, recover_verbatim};
/// use warp::Filter;
///
/// let app = warp::path!("runs" / u64)
///     .map(|_| warp::reply::with_status("the disk is full", warp::http::StatusCode::INSUFFICIENT_STORAGE))
///     .recover(recover_verbatim::<ApiError>)
///     .then(detail_verbatim::<ApiError>);
/// ```
pub async fn detail_verbatim<E: Documented>(reply: impl Reply) -> Response {
    rewrite(Foreign::verbatim::<E>(), reply.into_response()).await
}

async fn rewrite(foreign: Foreign, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = foreign
        .rewrite(parts.status, &mut parts.headers, body)
        .await;
    Response::from_parts(parts, body.map_or_else(|kept| kept, Into::into))
}

/// The statuses and texts of warp's own rejections, in the order in which warp prefers them: the greatest status first, and 405
/// only if there is no other.
macro_rules! known {
    ($rejection:ident { $($Type:ty => $status:ident,)* }) => {$(
        if let Some(known) = $rejection.find::<$Type>() {
            return (StatusCode::$status, known.to_string());
        }
    )*};
}

/// The status with which warp answers a rejection, and its text. Where warp has no text, as for an unknown route, it is the name of
/// the status. So it is for a rejection that is not warp's, and from status 500 on. Of a [`Rejected`] error of your own they are the
/// error's.
///
/// It makes an error of your own of a rejection, with the status kept:
///
/// ```
/// use http::StatusCode;
/// use kate_errors::KateError;
/// use kate_errors::warp::status_and_text;
/// use warp::Rejection;
///
/// #[derive(Debug, KateError)]
/// #[kate(warp)]
/// enum RunError {
///     #[kate(other)]
///     Other { status: StatusCode, detail: String },
/// }
///
/// impl From<Rejection> for RunError {
///     fn from(rejection: Rejection) -> Self {
///         let (status, detail) = status_and_text(&rejection);
///         Self::Other { status, detail }
///     }
/// }
/// ```
#[must_use]
pub fn status_and_text(rejection: &Rejection) -> (StatusCode, String) {
    if let Some(Rejected(error)) = rejection.find() {
        return (error.status(), error.detail().into_owned());
    }
    let (status, text) = told(rejection);
    foreign::status_and_text(status, text)
}

/// The status with which warp answers a rejection, and the text that warp has for it.
fn told(rejection: &Rejection) -> (StatusCode, String) {
    known! { rejection {
        warp::ext::MissingExtension => INTERNAL_SERVER_ERROR,
        reject::UnsupportedMediaType => UNSUPPORTED_MEDIA_TYPE,
        reject::PayloadTooLarge => PAYLOAD_TOO_LARGE,
        reject::LengthRequired => LENGTH_REQUIRED,
        warp::cors::CorsForbidden => FORBIDDEN,
        warp::body::BodyDeserializeError => BAD_REQUEST,
        reject::InvalidQuery => BAD_REQUEST,
        reject::InvalidHeader => BAD_REQUEST,
        reject::MissingHeader => BAD_REQUEST,
        reject::MissingCookie => BAD_REQUEST,
    } }
    if let Some(status) = private_status(rejection) {
        return (status, String::new());
    }
    known! { rejection {
        reject::MethodNotAllowed => METHOD_NOT_ALLOWED,
    } }
    let status = if rejection.is_not_found() {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    (status, String::new())
}

/// The status of a rejection whose type is private to warp, or behind a feature of warp. Only their `Debug` tells them apart from
/// those of the user, which are answered with 500.
fn private_status(rejection: &Rejection) -> Option<StatusCode> {
    let printed = format!("{rejection:?}");
    let reason = printed.strip_prefix("Rejection(")?.strip_suffix(')')?;
    let list = reason
        .strip_prefix('[')
        .and_then(|list| list.strip_suffix(']'));
    let statuses = list.unwrap_or(reason).split(", ").map(|entry| match entry {
        "FilePermissionError" => Some(StatusCode::FORBIDDEN),
        "MissingConnectionUpgrade" => Some(StatusCode::BAD_REQUEST),
        "MethodNotAllowed" => Some(StatusCode::METHOD_NOT_ALLOWED),
        _ if entry.starts_with("BodyReadError(") => Some(StatusCode::BAD_REQUEST),
        _ => None,
    });
    let statuses: Option<Vec<_>> = statuses.collect();
    let mut statuses = statuses?;
    statuses.retain(|status| *status != StatusCode::METHOD_NOT_ALLOWED);
    statuses.into_iter().max()
}

/// The impls that `#[kate(warp)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_warp {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        #[automatically_derived]
        impl<$($params)*> $crate::warp::derived::Reply for $error
        where
            $error: ::core::marker::Send,
            $($bounds)*
        {
            fn into_response(self) -> $crate::warp::derived::Response {
                $crate::warp::derived::response(&self)
            }
        }

        #[automatically_derived]
        impl<$($params)*> ::core::convert::From<$error> for $crate::warp::derived::Rejection
        where
            $error: ::core::marker::Send + ::core::marker::Sync + 'static,
            $($bounds)*
        {
            fn from(error: $error) -> Self {
                $crate::warp::derived::rejection(error)
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    pub use warp::Reply;
    pub use warp::reject::Rejection;
    pub use warp::reply::Response;

    use super::Rejected;
    use crate::KateError;

    /// The response of derived `Reply`s.
    pub fn response<E: KateError>(error: &E) -> Response {
        crate::runtime::respond(error)
    }

    /// The rejection of a derived error.
    pub fn rejection<E: KateError + Send + Sync + 'static>(error: E) -> Rejection {
        warp::reject::custom(Rejected(Box::new(error)))
    }
}
