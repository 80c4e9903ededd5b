//! [actix-web](https://docs.rs/actix-web) 4, by the feature `actix_web`.
//!
//! `#[kate(actix_web)]` on an error implements `ResponseError`, so that handlers return it:
//!
//! ```
//! use actix_web::middleware::ErrorHandlers;
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
//!     // Unknown routes, wrong methods and bad input answer in the same shape.
//!     .wrap(ErrorHandlers::new().default_handler(kate_errors::actix_web::detail))
//!     .service(web::resource("/runs/{id}").get(show));
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware that counts errors
//! by name.

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderValue};
use actix_web::middleware::ErrorHandlerResponse;
use actix_web::{Error, HttpRequest, ResponseError};

pub use actix_web::http::StatusCode;

use super::foreign::{described, is_plain};
use crate::wire::status_code;

/// Rewrites error responses of plain text as `{"detail": ...}`: those of actix-web's own extractors, of unknown routes (404) and
/// of wrong methods of a resource (405). The status and the headers, such as `allow`, do not change. If there is no text, the
/// detail is the name of the status.
///
/// Use it with `actix_web::middleware::ErrorHandlers`. A body that is not plain text, is compressed, is a stream, or is longer
/// than 64 KiB is passed on unchanged.
///
/// ```
/// use actix_web::App;
/// use actix_web::middleware::ErrorHandlers;
///
/// let app = App::new().wrap(ErrorHandlers::new().default_handler(kate_errors::actix_web::detail));
/// ```
///
/// # Errors
///
/// None.
pub fn detail<B: MessageBody + 'static>(
    service: ServiceResponse<B>,
) -> actix_web::Result<ErrorHandlerResponse<B>> {
    let (request, response) = service.into_parts();
    let headers = response.headers();
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let length = match response.body().size() {
        BodySize::None => Some(0),
        BodySize::Sized(length) => Some(length),
        BodySize::Stream => None,
    };
    if !is_plain(content_type, length) || headers.contains_key(CONTENT_ENCODING) {
        let response = ServiceResponse::new(request, response).map_into_left_body();
        return Ok(ErrorHandlerResponse::Response(response));
    }
    let status = status_code(response.status().as_u16());
    let (mut head, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(text) => {
            let json = HeaderValue::from_static("application/json");
            head.headers_mut().insert(CONTENT_TYPE, json);
            EitherBody::right(BoxBody::new(described(status, &text)))
        }
        Err(body) => EitherBody::left(body),
    };
    let response = ServiceResponse::new(request, head.set_body(body));
    Ok(ErrorHandlerResponse::Response(response))
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
