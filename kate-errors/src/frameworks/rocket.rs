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
//!     .register("/", kate_errors::rocket::catchers::<RunError>());
//! ```
//!
//! Rocket's responses have no extensions. A fairing gets the error that was sent from [`spec`]. Header values that are not UTF-8
//! are left out, because Rocket's header values are strings.
//!
//! # Errors that are not yours
//!
//! [`catchers`] and [`detail`] rewrite them in the layout of the type that they are given, here `RunError`.
//!
//! | error | is rewritten | what to write |
//! | --- | --- | --- |
//! | unknown route, bad input | yes | |
//! | `Err(Status)` and `None` of a handler, `Json` that cannot be serialized | yes | |
//! | panic | yes | |
//! | error of a guard | with the name of the status | [`refuse(request, error)`](refuse) in the guard sends the error, with its headers |
//! | text of a handler, such as `BadRequest("too late")` | no | `.attach(kate_errors::rocket::detail::<RunError>())` |
//! | text that is longer than 64 KiB or a stream | from status 500 on, by [`detail`] | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//!
//! A guard such as `Result<Json<T>, json::Error>` has no status, so there is none to keep in an `other` variant.

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use rocket::catcher;
use rocket::fairing::{AdHoc, Fairing};
use rocket::http::{ContentType, Header, Status};
use rocket::outcome::Outcome;
use rocket::{Catcher, Request, Response};

use super::foreign::{Foreign, Plan, STALE_HEADERS};
use crate::wire::status_code;
use crate::{Documented, ErrorSpec, KateError, ToResponse as _};

/// Answers requests that no handler answers, in the layout of `E`: unknown routes, input that cannot be read, guards that fail,
/// and handlers that panic. A catcher gets only the status, so the detail is the name of the status. The error of a guard is sent
/// as it is, if the guard calls [`refuse`]. Rocket 0.5 answers a wrong method with 404.
///
/// ```
/// use kate_errors::api::ApiError;
///
/// let app = rocket::build().register("/", kate_errors::rocket::catchers::<ApiError>());
/// ```
#[must_use]
pub fn catchers<E: Documented>() -> Vec<Catcher> {
    vec![Catcher::new(None, Catch(Foreign::of::<E>()))]
}

#[derive(Clone)]
struct Catch(Foreign);

#[rocket::async_trait]
impl catcher::Handler for Catch {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        let mut sent = sent(request);
        if let Some(refused) = sent.refused.take() {
            if refused.response.status().as_u16() == status.code {
                sent.spec = refused.spec;
                return Ok(response(refused.response));
            }
        }
        sent.spec = None;
        let body = self.0.body(status_code(status.code), b"", "");
        let mut response = Response::new();
        response.set_status(status);
        response.set_header(ContentType::JSON);
        response.set_sized_body(body.len(), Cursor::new(body));
        Ok(response)
    }
}

/// The outcome of a guard that fails with an error of yours. The [catchers] send it with its headers. Without this, a catcher
/// would get the status alone.
///
/// The error is logged here, and not when it is sent. If the handler takes the guard as an `Option` or a `Result` and answers
/// itself, nothing of it is sent. A catcher knows only the status: if the handler fails with the same status and no body, the error
/// of the guard is sent.
///
/// ```
/// use kate_errors::KateError;
/// use kate_errors::rocket::refuse;
/// use rocket::Request;
/// use rocket::request::{FromRequest, Outcome};
///
/// #[derive(Debug, KateError)]
/// #[status(401)]
/// #[detail("Missing API key")]
/// #[header("www-authenticate", "Bearer")]
/// struct MissingKey;
///
/// struct User;
///
/// #[rocket::async_trait]
/// impl<'r> FromRequest<'r> for User {
///     type Error = MissingKey;
///
///     async fn from_request(request: &'r Request<'_>) -> Outcome<Self, MissingKey> {
///         match request.headers().get_one("authorization") {
///             Some(_) => Outcome::Success(User),
///             None => refuse(request, MissingKey),
///         }
///     }
/// }
/// ```
pub fn refuse<S, E: KateError, F>(request: &Request<'_>, error: E) -> Outcome<S, (Status, E), F> {
    let refused = Refused {
        response: error.to_response(),
        spec: error.spec(),
    };
    let status = Status::new(refused.response.status().as_u16());
    sent(request).refused = Some(refused);
    Outcome::Error((status, error))
}

/// A fairing that rewrites foreign errors that have a body, which Rocket's catchers do not see, in the layout of `E`: error
/// responses of plain text, or without a content type, such as those of `rocket::response::status::BadRequest`. The status and
/// the headers do not change. If there is no text, the detail is the name of the status. From status 500 on, the detail is always
/// that name. The text is [logged](crate#logs).
///
/// Attach it beside the [catchers]. A body of another type is passed on unchanged. So is, below status 500, a body that is
/// compressed, is a stream, or is longer than 64 KiB.
///
/// ```
/// use kate_errors::api::ApiError;
/// use kate_errors::rocket::{catchers, detail};
///
/// let app = rocket::build().register("/", catchers::<ApiError>()).attach(detail::<ApiError>());
/// ```
#[must_use]
pub fn detail<E: Documented>() -> impl Fairing {
    fairing(Foreign::of::<E>())
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use kate_errors::api::ApiError;
/// use kate_errors::rocket::{catchers, detail_verbatim};
///
/// let app = rocket::build().register("/", catchers::<ApiError>()).attach(detail_verbatim::<ApiError>());
/// ```
#[must_use]
pub fn detail_verbatim<E: Documented>() -> impl Fairing {
    fairing(Foreign::verbatim::<E>())
}

fn fairing(foreign: Foreign) -> AdHoc {
    AdHoc::on_response("foreign errors", move |_, response| {
        Box::pin(rewrite(foreign, response))
    })
}

async fn rewrite(foreign: Foreign, response: &mut Response<'_>) {
    let status = status_code(response.status().code);
    let length = response.body_mut().size().await;
    let length = length.and_then(|length| u64::try_from(length).ok());
    let headers = response.headers();
    let content_type = headers.get_one("content-type").map(str::as_bytes);
    let is_encoded = headers.contains("content-encoding");
    let plan = foreign.plan(status, content_type, is_encoded, length);
    let text = match plan {
        Plan::Keep => return,
        Plan::Read => response.body_mut().to_bytes().await,
        Plan::Replace => Ok(Vec::new()),
    };
    for stale in STALE_HEADERS {
        response.remove_header(stale);
    }
    let body = foreign.body(status, &text.unwrap_or_default(), "");
    response.set_header(ContentType::JSON);
    response.set_sized_body(body.len(), Cursor::new(body));
}

/// The error that was sent, for a fairing's `on_response`.
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
    sent(request).spec
}

/// What this module knows of the answer to a request.
#[derive(Default)]
struct Sent {
    spec: Option<&'static ErrorSpec>,
    refused: Option<Refused>,
}

/// The error of a guard, for the catchers.
struct Refused {
    response: http::Response<Bytes>,
    spec: Option<&'static ErrorSpec>,
}

fn sent<'r>(request: &'r Request<'_>) -> MutexGuard<'r, Sent> {
    let sent = request.local_cache(Mutex::<Sent>::default);
    sent.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Rocket's response.
fn response(sent: http::Response<Bytes>) -> Response<'static> {
    let (parts, body) = sent.into_parts();
    let mut response = Response::new();
    response.set_status(Status::new(parts.status.as_u16()));
    for (name, value) in &parts.headers {
        if let Ok(value) = std::str::from_utf8(value.as_bytes()) {
            response.adjoin_header(Header::new(name.as_str().to_owned(), value.to_owned()));
        }
    }
    response.set_sized_body(body.len(), Cursor::new(body));
    response
}

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
    pub use rocket::Request;
    pub use rocket::response::{Responder, Result};

    use crate::{KateError, ToResponse as _};

    /// The response of derived `Responder`s.
    pub fn response<E: KateError>(error: &E, request: &Request<'_>) -> Result<'static> {
        super::sent(request).spec = error.spec();
        Ok(super::response(error.to_response()))
    }
}
