//! [Rocket](https://docs.rs/rocket) 0.5, by the feature `rocket`.
//!
//! `#[kate(rocket)]` on an error implements `Responder`, so that handlers return it:
//!
//! ```
//! use kate_errors::KateError;
//! use rocket::{get, routes};
//!
//! #[derive(Debug, KateError)]
//! #[kate(rocket)]
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
//! #[get("/runs/<id>")]
//! async fn show(id: u64) -> Result<String, RunError> {
//!     Ok(std::fs::read_to_string("runs/7")?)
//! }
//!
//! let app = rocket::build()
//!     .mount("/", routes![show])
//!     // Unknown routes and bad input answer in the same shape.
//!     .register("/", kate_errors::rocket::catchers());
//! ```
//!
//! Rocket's responses have no extensions. A fairing gets the error that was sent from [`spec`]. Header values that are not UTF-8
//! are left out, because Rocket's header values are strings.

use std::io::Cursor;

use rocket::catcher::BoxFuture;
use rocket::http::{ContentType, Status};
use rocket::{Catcher, Request, Response};

use super::foreign::described;
use crate::ErrorSpec;
use crate::wire::status_code;

/// Answers `{"detail": ...}` to requests that no handler answers: unknown routes, and input that cannot be read. A catcher gets
/// only the status, so the detail is the name of the status. Rocket 0.5 answers a wrong method with 404.
///
/// ```
/// let app = rocket::build().register("/", kate_errors::rocket::catchers());
/// ```
#[must_use]
pub fn catchers() -> Vec<Catcher> {
    vec![Catcher::new(None, detail)]
}

fn detail<'r>(status: Status, _: &'r Request<'_>) -> BoxFuture<'r> {
    let body = described(status_code(status.code), b"");
    let mut response = Response::new();
    response.set_status(status);
    response.set_header(ContentType::JSON);
    response.set_sized_body(body.len(), Cursor::new(body));
    Box::pin(async move { Ok(response) })
}

/// The error that was sent. Call it in a fairing's `on_response`, not earlier: the result of the first call is cached.
///
/// ```
/// use rocket::fairing::AdHoc;
///
/// let count = AdHoc::on_response("count errors", |request, _| Box::pin(async move {
///     if let Some(spec) = kate_errors::rocket::spec(request) {
///         println!("{}", spec.name());
///     }
/// }));
/// ```
#[must_use]
pub fn spec(request: &Request<'_>) -> Option<&'static ErrorSpec> {
    request.local_cache(|| Sent(None)).0
}

struct Sent(Option<&'static ErrorSpec>);

/// The impls that `#[kate(rocket)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_rocket {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        // The response borrows nothing from the error, so any lifetime is valid.
        #[automatically_derived]
        impl<'__request, $($params)*> $crate::rocket::derived::Responder<'__request, 'static> for $error
        where
            $($bounds)*
        {
            fn respond_to(
                self,
                request: &'__request $crate::rocket::derived::Request<'_>,
            ) -> $crate::rocket::derived::Result<'static> {
                $crate::rocket::derived::response(&self, request)
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    use std::io::Cursor;

    pub use rocket::Request;
    use rocket::http::{Header, Status};
    pub use rocket::response::{Responder, Result};

    use super::Sent;
    use crate::{KateError, ToResponse as _};

    /// The response of derived `Responder`s.
    pub fn response<E: KateError>(error: &E, request: &Request<'_>) -> Result<'static> {
        let (parts, body) = error.to_response::<bytes::Bytes>().into_parts();
        let mut response = rocket::Response::new();
        response.set_status(Status::new(parts.status.as_u16()));
        for (name, value) in &parts.headers {
            if let Ok(value) = std::str::from_utf8(value.as_bytes()) {
                response.adjoin_header(Header::new(name.as_str().to_owned(), value.to_owned()));
            }
        }
        response.set_sized_body(body.len(), Cursor::new(body));
        request.local_cache(|| Sent(error.spec()));
        Ok(response)
    }
}
