//! [salvo](https://docs.rs/salvo) 1, by the feature `salvo`.
//!
//! `#[kate(salvo)]` on an error implements `Scribe`, and by it `Writer`, so that handlers return it:
//!
//! ```
//! # use salvo_core as salvo;
//! use kate_errors::KateError;
//! use salvo::extract::PathParam;
//! use salvo::prelude::{Json, Router, Service, Writer, handler};
//!
//! #[derive(Debug, KateError)]
//! #[kate(salvo)]
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
//! async fn show(id: PathParam<u64>) -> Result<Json<String>, RunError> {
//!     let run = std::fs::read_to_string("runs/7")?;
//!     Ok(Json(run))
//! }
//!
//! let app = Service::new(Router::with_path("runs/{id}").get(show))
//!     // Unknown routes, wrong methods and bad input answer in the same shape.
//!     .catcher(kate_errors::salvo::catcher::<RunError>());
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for hoops that count errors by
//! name.
//!
//! # Errors that are not yours
//!
//! [`catcher`] and [`detail`] rewrite them in the layout of the type that they are given, here `RunError`.
//!
//! | error | is rewritten | what to write |
//! | --- | --- | --- |
//! | unknown route, wrong method, bad input | yes | |
//! | `StatusError` of a handler or a hoop, `Json` that cannot be serialized | yes | |
//! | panic | if it is caught | `.hoop(CatchPanic::new())` on the router |
//! | any of these, for a HEAD request | no, it has no content type | `.hoop(kate_errors::salvo::detail::<RunError>())` on the service |
//! | text of a handler, such as `response.render("too late")` | no | `.hoop(kate_errors::salvo::detail::<RunError>())` on the service |
//! | text that is longer than 64 KiB, a stream, or compressed | from status 500 on, by [`detail`] | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//!
//! # Bad input as an error of your own
//!
//! `Request::parse_json` and others return a `ParseError`. A variant `other` keeps its status and its text: see
//! [`status_and_text`].

use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use salvo_core::catcher::Catcher;
use salvo_core::http::{ParseError, ResBody, Response};
use salvo_core::{Depot, FlowCtrl, Handler, Request, async_trait};

use super::foreign::Foreign;
use crate::Documented;
use crate::wire::{JSON, is_error};

/// Answers requests that no handler answers, in the layout of `E`: unknown routes (404), wrong methods (405), and input that
/// cannot be read. The status and the headers, such as `allow`, do not change. For a `StatusError`, the detail is its `brief`,
/// and never its `detail` or its cause. From status 500 on, the detail is always the name of the status. The text is
/// [logged](crate#logs).
///
/// ```
/// # use salvo_core as salvo;
/// use kate_errors::api::ApiError;
/// use salvo::prelude::{Router, Service};
///
/// let app = Service::new(Router::new()).catcher(kate_errors::salvo::catcher::<ApiError>());
/// ```
#[must_use]
pub fn catcher<E: Documented>() -> Catcher {
    Catcher::new(Catch(Foreign::of::<E>()))
}

/// As [`catcher`], but sends the `brief` of errors from status 500 on too. It may tell how the server is built.
///
/// ```
/// # use salvo_core as salvo;
/// use kate_errors::api::ApiError;
/// use salvo::prelude::{Router, Service};
///
/// let app = Service::new(Router::new()).catcher(kate_errors::salvo::catcher_verbatim::<ApiError>());
/// ```
#[must_use]
pub fn catcher_verbatim<E: Documented>() -> Catcher {
    Catcher::new(Catch(Foreign::verbatim::<E>()))
}

struct Catch(Foreign);

#[async_trait]
impl Handler for Catch {
    async fn handle(
        &self,
        _: &mut Request,
        _: &mut Depot,
        response: &mut Response,
        _: &mut FlowCtrl,
    ) {
        rewrite(self.0, response).await;
    }
}

/// Rewrites foreign errors that have a body, which salvo's catchers do not see, in the layout of `E`: error responses of plain
/// text, or without a content type. It also does what [`catcher`] does, and for HEAD requests too, for which salvo calls no
/// catcher. From status 500 on, the detail is always the name of the status. The text is [logged](crate#logs).
///
/// Use it as the first hoop of the service, beside the catcher. A body of another type is passed on unchanged. So is, below
/// status 500, a body that is compressed, is a stream, or is longer than 64 KiB.
///
/// ```
/// # use salvo_core as salvo;
/// use kate_errors::api::ApiError;
/// use kate_errors::salvo::{catcher, detail};
/// use salvo::prelude::{Router, Service};
///
/// let app = Service::new(Router::new()).catcher(catcher::<ApiError>()).hoop(detail::<ApiError>());
/// ```
#[must_use]
pub fn detail<E: Documented>() -> impl Handler {
    Hoop(Foreign::of::<E>())
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// # use salvo_core as salvo;
/// use kate_errors::api::ApiError;
/// use kate_errors::salvo::{catcher_verbatim, detail_verbatim};
/// use salvo::prelude::{Router, Service};
///
/// let app = Service::new(Router::new())
///     .catcher(catcher_verbatim::<ApiError>())
///     .hoop(detail_verbatim::<ApiError>());
/// ```
#[must_use]
pub fn detail_verbatim<E: Documented>() -> impl Handler {
    Hoop(Foreign::verbatim::<E>())
}

struct Hoop(Foreign);

#[async_trait]
impl Handler for Hoop {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        control: &mut FlowCtrl,
    ) {
        control.call_next(request, depot, response).await;
        if response.status_code.is_some_and(is_error) {
            rewrite(self.0, response).await;
        }
    }
}

/// Rewrites an error response.
async fn rewrite(foreign: Foreign, response: &mut Response) {
    let status = response.status_code.unwrap_or(StatusCode::NOT_FOUND);
    let body = response.take_body();
    let headers = response.headers_mut();
    let body = match body {
        ResBody::Error(error) => {
            let cause = error.cause.as_ref().map(ToString::to_string);
            let reason: Vec<_> = error.detail.into_iter().chain(cause).collect();
            let reason = reason.join(": ");
            Ok(foreign.respond(status, headers, error.brief.as_bytes(), &reason))
        }
        // Salvo's own catcher ignores the content type of an empty body too.
        ResBody::None => Ok(foreign.respond(status, headers, b"", "")),
        body => foreign.rewrite(status, headers, body).await,
    };
    response.status_code(status);
    match body {
        Ok(body) => write(response, body),
        Err(kept) => drop(response.replace_body(kept)),
    }
}

/// The status with which salvo answers input that it cannot read, and the text of the error.
///
/// It makes an error of your own of it, with the status kept:
///
/// ```
/// # use salvo_core as salvo;
/// use http::StatusCode;
/// use kate_errors::KateError;
/// use kate_errors::salvo::status_and_text;
/// use salvo::http::ParseError;
///
/// #[derive(Debug, KateError)]
/// #[kate(salvo)]
/// enum RunError {
///     #[kate(other)]
///     Other { status: StatusCode, detail: String },
/// }
///
/// impl From<ParseError> for RunError {
///     fn from(rejection: ParseError) -> Self {
///         let (status, detail) = status_and_text(&rejection);
///         Self::Other { status, detail }
///     }
/// }
///
/// assert_eq!(RunError::from(ParseError::PayloadTooLarge).status(), 413);
/// ```
#[must_use]
pub fn status_and_text(rejection: &ParseError) -> (StatusCode, String) {
    let status = if matches!(rejection, ParseError::PayloadTooLarge) {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::BAD_REQUEST
    };
    (status, rejection.to_string())
}

/// Writes the body and its headers. Salvo sends no body to a HEAD request, so the length must be set here.
fn write(response: &mut Response, body: bytes::Bytes) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, JSON);
    headers.insert(CONTENT_LENGTH, body.len().into());
    response.body(body);
}

/// The impls that `#[kate(salvo)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_salvo {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        #[automatically_derived]
        impl<$($params)*> $crate::salvo::derived::Scribe for $error
        where
            $($bounds)*
        {
            fn render(self, response: &mut $crate::salvo::derived::Response) {
                $crate::salvo::derived::render(&self, response);
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    pub use salvo_core::Scribe;
    pub use salvo_core::http::Response;

    use super::write;
    use crate::frameworks::foreign::STALE_HEADERS;
    use crate::{KateError, ToResponse as _};

    /// Renders derived `Scribe`s.
    pub fn render<E: KateError>(error: &E, response: &mut Response) {
        let (parts, body) = error.to_response::<bytes::Bytes>().into_parts();
        response.status_code(parts.status);
        let headers = response.headers_mut();
        // Headers of a handler about a body that is not sent.
        for stale in STALE_HEADERS {
            headers.remove(stale);
        }
        // Headers that hoops have set are kept, except those that the error sets itself.
        for name in parts.headers.keys() {
            headers.remove(name);
        }
        for (name, value) in &parts.headers {
            headers.append(name.clone(), value.clone());
        }
        if let Some(spec) = error.spec() {
            response.extensions.insert(spec);
        }
        write(response, body);
    }
}
