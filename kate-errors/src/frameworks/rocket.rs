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
//! Rocket's responses have no extensions: [`spec`] tells a fairing which error was sent. Header values that are not UTF-8 are
//! left out, for Rocket's are strings.

use std::io::Cursor;

use rocket::catcher::BoxFuture;
use rocket::http::{ContentType, Header, Status};
use rocket::{Catcher, Request, Response};

use super::foreign::described;
use crate::wire::status_code;
use crate::{ErrorSpec, KateError, ToResponse as _};

/// Answers `{"detail": ...}` to what no handler answers: unknown routes, and input that cannot be read. A catcher
/// is told the status alone, so the status's name is the text. To a wrong method Rocket 0.5 answers 404.
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

/// The error that was sent, for a fairing in its `on_response`: not earlier, since what is asked first is remembered.
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

/// The response of derived `Responder`s.
#[doc(hidden)]
pub fn response<E: KateError>(
    error: &E,
    request: &Request<'_>,
) -> rocket::response::Result<'static> {
    let (parts, body) = error.to_response::<bytes::Bytes>().into_parts();
    let mut response = Response::new();
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
