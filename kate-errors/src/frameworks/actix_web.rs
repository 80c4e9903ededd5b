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
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for middleware that counts by name.

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::middleware::ErrorHandlerResponse;
use actix_web::{Error, HttpRequest, HttpResponse, ResponseError};

pub use actix_web::http::StatusCode;

use super::foreign::{described, is_plain};
use crate::wire::status_code;
use crate::{KateError, ToResponse as _};

/// Gives error responses of plain text the shape `{"detail": ...}`: those of actix-web's own extractors, of unknown routes (404)
/// and of a resource's wrong methods (405). Status and headers stay, `allow` among them; where there is no text, the status's
/// name is it.
///
/// For `actix_web::middleware::ErrorHandlers`. Bodies that are not plain text, that are compressed, that are streams or longer than
/// 64 KiB are passed on as they are.
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

/// Makes an extractor's error one of yours, by `From`: for `error_handler` of `JsonConfig`, `PathConfig`, `QueryConfig` and `FormConfig`.
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

/// The status of derived `ResponseError`s.
#[doc(hidden)]
pub fn status<E: KateError>(error: &E) -> StatusCode {
    let code = error.status().as_u16();
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response of derived `ResponseError`s.
#[doc(hidden)]
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
