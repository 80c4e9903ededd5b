//! [actix-web](https://docs.rs/actix-web) 4, by the feature `actix_web`.
//!
//! `#[kate(actix_web)]` on an error implements `ResponseError`, so that handlers return it:
//!
//! ```
//! use actix_web::middleware::from_fn;
//! use actix_web::{App, web};
//! use kate_errors::KateError;
//!
//! #[derive(Debug, KateError)]
//! #[kate(actix_web)]
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
//! async fn show(id: web::Path<u64>) -> Result<web::Json<String>, RunError> {
//!     let run = std::fs::read_to_string("runs/7")?;
//!     Ok(web::Json(run))
//! }
//!
//! let app = App::new()
//!     .service(web::resource("/runs/{id}").get(show))
//!     // Unknown routes, wrong methods and bad input answer in the same shape: the last `wrap`.
//!     .wrap(from_fn(kate_errors::actix_web::detail::<RunError>));
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
//! | unknown route, wrong method of a resource | yes | |
//! | error of an extractor: bad JSON, missing `Data` | yes | |
//! | `Json` that cannot be serialized | yes | |
//! | text of a handler | yes | to send it as it is: another content type |
//! | error or response of middleware, such as `ErrorForbidden("...")` | if the middleware is inside | `.wrap(middleware)` before `.wrap(from_fn(...))` |
//! | panic | no, actix-web closes the connection | |
//! | text that is compressed | from status 500 on | `.wrap(from_fn(...))` before `.wrap(Compress::default())` |
//! | text that is longer than 64 KiB or a stream | from status 500 on | an error of your own |
//! | HTML, JSON, or another content type | no | an error of your own |
//!
//! `ErrorHandlers` of actix-web does not see errors of middleware.
//!
//! # Errors of extractors as errors of your own
//!
//! [`rejected`] converts the errors of an extractor. `#[from]` gives all of them one status and one text. A variant `other` keeps
//! both: see [`status_and_text`].

use std::fmt;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, ResponseError};

pub use actix_web::http::StatusCode;

use super::foreign::{self, Foreign, Plan, STALE_HEADERS};
use crate::Documented;
use crate::wire::{JSON_STR, status_code};

/// Rewrites foreign errors in the layout of `E`: errors and error responses of plain text, or without a content type. They are
/// those of actix-web's own extractors, of unknown routes (404), of wrong methods of a resource (405), and of middleware. The
/// status and the headers, such as `allow`, do not change. If there is no text, the detail is the name of the status. From status
/// 500 on, the detail is always that name. The text is [logged](crate#logs).
///
/// Use it with `actix_web::middleware::from_fn`, in the last `wrap` of the application. A body of another type is passed on
/// unchanged. So is, below status 500, a body that is compressed, is a stream, or is longer than 64 KiB.
///
/// An error of a middleware stays an error, as other middleware expects, with a response in this layout.
///
/// ```
/// use actix_web::App;
/// use actix_web::middleware::from_fn;
/// use kate_errors::api::ApiError;
///
/// let app = App::new().wrap(from_fn(kate_errors::actix_web::detail::<ApiError>));
/// ```
///
/// # Errors
///
/// Those of middleware that is wrapped before.
pub async fn detail<E: Documented>(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody + 'static>, Error> {
    rewrite(Foreign::of::<E>(), request, next).await
}

/// As [`detail`], but sends the texts of foreign errors from status 500 on too. They may tell how the server is built.
///
/// ```
/// use actix_web::App;
/// use actix_web::middleware::from_fn;
/// use kate_errors::api::ApiError;
///
/// let app = App::new().wrap(from_fn(kate_errors::actix_web::detail_verbatim::<ApiError>));
/// ```
///
/// # Errors
///
/// Those of middleware that is wrapped before.
pub async fn detail_verbatim<E: Documented>(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody + 'static>, Error> {
    rewrite(Foreign::verbatim::<E>(), request, next).await
}

async fn rewrite<B: MessageBody + 'static>(
    foreign: Foreign,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    match next.call(request).await {
        Ok(service) => {
            let (request, response) = service.into_parts();
            let response = rewrite_response(foreign, response);
            Ok(ServiceResponse::new(request, response))
        }
        // A response would need the request, and routing panics where a middleware has a clone of that.
        Err(error) => Err(ForeignError { error, foreign }.into()),
    }
}

fn rewrite_response<B: MessageBody>(
    foreign: Foreign,
    response: HttpResponse<B>,
) -> HttpResponse<EitherBody<B>> {
    let headers = response.headers();
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let is_encoded = headers.contains_key(CONTENT_ENCODING);
    let length = match response.body().size() {
        BodySize::None => Some(0),
        BodySize::Sized(length) => Some(length),
        BodySize::Stream => None,
    };
    let status = status_code(response.status().as_u16());
    let plan = foreign.plan(status, content_type, is_encoded, length);
    let (mut head, body) = response.into_parts();
    let text = match plan {
        Plan::Keep => Err(body),
        Plan::Read => match body.try_into_bytes() {
            // Its length is known, but it is a stream.
            Err(_) if foreign.hides(status) => Ok(bytes::Bytes::new()),
            text => text,
        },
        Plan::Replace => Ok(bytes::Bytes::new()),
    };
    let body = match text {
        Ok(text) => {
            let headers = head.headers_mut();
            for stale in STALE_HEADERS {
                headers.remove(stale);
            }
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(JSON_STR));
            EitherBody::right(BoxBody::new(foreign.body(status, &text, "")))
        }
        Err(kept) => EitherBody::left(kept),
    };
    head.set_body(body)
}

/// An error of a middleware.
struct ForeignError {
    error: Error,
    foreign: Foreign,
}

impl fmt::Debug for ForeignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl fmt::Display for ForeignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl ResponseError for ForeignError {
    fn status_code(&self) -> StatusCode {
        self.error.as_response_error().status_code()
    }

    fn error_response(&self) -> HttpResponse {
        let response = self.error.error_response();
        rewrite_response(self.foreign, response).map_into_boxed_body()
    }
}

/// The status of an extractor's error, and its text. From status 500 on, the text may tell how the server is built: it is
/// [logged](crate#logs), and the name of the status stands for it.
///
/// It makes an error of your own of all errors of an extractor, with their statuses kept:
///
/// ```
/// use actix_web::error::JsonPayloadError;
/// use kate_errors::KateError;
/// use kate_errors::actix_web::status_and_text;
/// use kate_errors::http::StatusCode;
///
/// #[derive(Debug, KateError)]
/// #[kate(actix_web)]
/// enum RunError {
///     #[kate(other)]
///     Other { status: StatusCode, detail: String },
/// }
///
/// impl From<JsonPayloadError> for RunError {
///     fn from(rejection: JsonPayloadError) -> Self {
///         let (status, detail) = status_and_text(&rejection);
///         Self::Other { status, detail }
///     }
/// }
///
/// let error = RunError::from(JsonPayloadError::Overflow { limit: 100 });
/// assert_eq!(error.status(), 413);
/// ```
#[must_use]
pub fn status_and_text(rejection: &impl ResponseError) -> (http::StatusCode, String) {
    let status = status_code(rejection.status_code().as_u16());
    foreign::status_and_text(status, rejection.to_string())
}

/// Converts an extractor's error into an error of your own, by `From`. Use it with `error_handler` of `JsonConfig`, `PathConfig`,
/// `QueryConfig` and `FormConfig`.
///
/// ```
/// use actix_web::App;
/// use actix_web::error::JsonPayloadError;
/// use actix_web::web::JsonConfig;
/// use kate_errors::KateError;
/// use kate_errors::actix_web::rejected;
///
/// #[derive(Debug, KateError)]
/// #[kate(actix_web)]
/// enum RunError {
///     #[status(422)]
///     #[detail("A run is needed")]
///     Body(#[from] JsonPayloadError),
/// }
///
/// let app = App::new().app_data(JsonConfig::default().error_handler(rejected::<_, RunError>));
/// ```
pub fn rejected<R, E: From<R> + ResponseError + 'static>(rejection: R, _: &HttpRequest) -> Error {
    E::from(rejection).into()
}

/// The impls that `#[kate(actix_web)]` generates.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_actix_web {
    ([$($params:tt)*] [$error:ty] [$($bounds:tt)*] $without_feature:tt) => {
        #[automatically_derived]
        impl<$($params)*> $crate::actix_web::derived::ResponseError for $error
        where
            $($bounds)*
        {
            fn status_code(&self) -> $crate::actix_web::derived::StatusCode {
                $crate::actix_web::derived::status(self)
            }

            fn error_response(&self) -> $crate::actix_web::derived::HttpResponse {
                $crate::actix_web::derived::response(self)
            }
        }
    };
}

/// Functions that the derived impls call.
#[doc(hidden)]
pub mod derived {
    pub use actix_web::http::StatusCode;
    pub use actix_web::{HttpResponse, ResponseError};

    use actix_web::body::BoxBody;
    use actix_web::http::header::{HeaderName, HeaderValue};

    use crate::{KateError, ToResponse as _};

    /// The status of derived `ResponseError`s.
    pub fn status<E: KateError>(error: &E) -> StatusCode {
        let code = error.status().as_u16();
        StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The response of derived `ResponseError`s.
    pub fn response<E: KateError>(error: &E) -> HttpResponse {
        let (parts, body) = error.to_response::<bytes::Bytes>().into_parts();
        let mut response = HttpResponse::with_body(status(error), BoxBody::new(body));
        for (name, value) in &parts.headers {
            let name = HeaderName::from_bytes(name.as_str().as_bytes());
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
                response.headers_mut().append(name, value);
            }
        }
        if let Some(spec) = error.spec() {
            response.extensions_mut().insert(spec);
        }
        response
    }
}
