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
//!     .catcher(kate_errors::salvo::catcher());
//! ```
//!
//! The response's extensions carry the [`&'static ErrorSpec`](crate::ErrorSpec) of the error, for hoops that count errors by
//! name.

use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use salvo_core::catcher::Catcher;
use salvo_core::http::{ResBody, Response};
use salvo_core::{Depot, FlowCtrl, Handler, Request, async_trait};

use super::foreign::described;
use crate::wire::JSON;

/// Answers `{"detail": ...}` to requests that no handler answers: unknown routes (404), wrong methods (405), and input that
/// cannot be read. The status and the headers, such as `allow`, do not change. For a `StatusError`, the detail is its `brief`,
/// and never its cause.
///
/// ```
/// # use salvo_core as salvo;
/// use salvo::prelude::{Router, Service};
///
/// let app = Service::new(Router::new()).catcher(kate_errors::salvo::catcher());
/// ```
#[must_use]
pub fn catcher() -> Catcher {
    Catcher::new(Detail)
}

struct Detail;

#[async_trait]
impl Handler for Detail {
    async fn handle(
        &self,
        _: &mut Request,
        _: &mut Depot,
        response: &mut Response,
        _: &mut FlowCtrl,
    ) {
        let status = response.status_code.unwrap_or(StatusCode::NOT_FOUND);
        let text = match response.take_body() {
            ResBody::Error(error) => error.brief,
            _ => String::new(),
        };
        response.status_code(status);
        write(response, described(status, text.as_bytes()));
    }
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
    use http::header::{CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, ETAG, LAST_MODIFIED};
    pub use salvo_core::Scribe;
    pub use salvo_core::http::Response;

    use super::write;
    use crate::{KateError, ToResponse as _};

    /// Renders derived `Scribe`s.
    pub fn render<E: KateError>(error: &E, response: &mut Response) {
        let (parts, body) = error.to_response::<bytes::Bytes>().into_parts();
        response.status_code(parts.status);
        let headers = response.headers_mut();
        // Headers of a handler about a body that is not sent.
        for stale in [
            CONTENT_DISPOSITION,
            CONTENT_ENCODING,
            CONTENT_RANGE,
            ETAG,
            LAST_MODIFIED,
        ] {
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
