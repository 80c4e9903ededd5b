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
//!     .recover(kate_errors::warp::recover);
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for wrappers of the filter.

use std::convert::Infallible;
use std::fmt;

use http::StatusCode;
use http::header::CONTENT_TYPE;
use warp::reject::{self, Reject, Rejection};
use warp::reply::Response;

use super::foreign::described;
use crate::KateError;
use crate::runtime::response::respond;
use crate::wire::JSON;

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

/// Answers every rejection with `{"detail": ...}`. Errors of your own are sent as they are, and rejections of warp's own filters
/// are rewritten. Rejections of other types are answered with 500, without their text. Recover your own rejection types before.
///
/// ```
/// use warp::Filter;
///
/// let app = warp::path!("runs" / u64).map(|id| format!("run {id}")).recover(kate_errors::warp::recover);
/// ```
///
/// # Errors
///
/// None.
#[expect(
    clippy::unused_async,
    reason = "what a filter recovers with is a future"
)]
pub async fn recover(rejection: Rejection) -> Result<Response, Infallible> {
    if let Some(Rejected(error)) = rejection.find() {
        return Ok(respond(&**error));
    }
    let (status, text) = explain(&rejection);
    let mut response = http::Response::new(described(status, text.as_bytes()).into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    Ok(response)
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

fn explain(rejection: &Rejection) -> (StatusCode, String) {
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
        reject::MethodNotAllowed => METHOD_NOT_ALLOWED,
    } }
    let status = if rejection.is_not_found() {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    (status, String::new())
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
