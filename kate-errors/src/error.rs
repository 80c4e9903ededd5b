//! The trait of errors that a server can send.

use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use kate_errors_core::json;

use crate::catalog::ErrorSpec;

/// An error that an HTTP API reports as a status and `{"detail": "..."}`.
///
/// [The derive](macro@crate::KateError) implements it. An implementation by hand needs [`status`](Self::status) and
/// [`detail`](Self::detail) only.
///
/// The trait is dyn-compatible. `Box<dyn KateError + Send + Sync>` holds any such error, `?` converts errors to it, and it is
/// an [`Error`] itself, so that `anyhow` takes it too.
///
/// ```
/// use std::borrow::Cow;
/// use std::fmt;
///
/// use http::StatusCode;
/// use kate_errors::{KateError, ToResponse};
///
/// #[derive(Debug)]
/// struct Gone;
///
/// impl fmt::Display for Gone {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str("gone")
///     }
/// }
///
/// impl std::error::Error for Gone {}
///
/// impl KateError for Gone {
///     fn status(&self) -> StatusCode {
///         StatusCode::GONE
///     }
///
///     fn detail(&self) -> Cow<'static, str> {
///         Cow::Borrowed("This run was deleted")
///     }
/// }
///
/// fn show() -> Result<(), Box<dyn KateError + Send + Sync>> {
///     Err(Gone)?
/// }
///
/// let error = show().unwrap_err();
/// assert_eq!(error.status(), 410);
/// assert_eq!(error.body(), r#"{"detail":"This run was deleted"}"#);
/// assert_eq!(error.to_response::<Vec<u8>>().headers()["content-type"], "application/json");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `KateError`",
    label = "has no status and no detail text",
    note = "write `#[derive(KateError)]` on it, or implement `KateError` by hand"
)]
pub trait KateError: Error {
    /// The status of the response, 400 to 599 (RFC 9110, sections 15.5 and 15.6).
    fn status(&self) -> StatusCode;

    /// The text that tells the client what is wrong. A constant detail is borrowed.
    fn detail(&self) -> Cow<'static, str>;

    /// What the caller can do about the error. The default is `None`.
    fn fix(&self) -> Option<&'static str> {
        None
    }

    /// The headers of the response without `content-type`, which [`ToResponse`](crate::ToResponse) adds. The default is none.
    fn headers(&self) -> HeaderMap {
        HeaderMap::new()
    }

    /// The JSON member of the body that contains the detail. The default is `detail`.
    fn member(&self) -> &'static str {
        "detail"
    }

    /// The body of the response, `{"detail":"..."}`. The derive builds the body of a constant detail at compile time, so nothing
    /// is allocated.
    fn body(&self) -> Bytes {
        let mut out = Vec::new();
        self.write_body(&mut out);
        out.into_boxed_slice().into()
    }

    /// Appends the [body](Self::body) to a buffer.
    fn write_body(&self, out: &mut Vec<u8>) {
        json::write_body(self.member(), out, |out| json::escape(&self.detail(), out));
    }

    /// The error's entry in the [catalog](crate::Catalog), with its name, cause, fix and more. It is `None` for errors that no
    /// catalog lists: implementations by hand, and variants marked `#[kate(other)]`.
    fn spec(&self) -> Option<&'static ErrorSpec> {
        None
    }
}

/// Implements the trait for a pointer by forwarding to what it points to.
macro_rules! forward {
    ($(<$T:ident $(: ?$Sized:ident)?> $Pointer:ty,)*) => {$(
        impl<$T: KateError $(+ ?$Sized)?> KateError for $Pointer {
            fn status(&self) -> StatusCode {
                (**self).status()
            }

            fn detail(&self) -> Cow<'static, str> {
                (**self).detail()
            }

            fn fix(&self) -> Option<&'static str> {
                (**self).fix()
            }

            fn headers(&self) -> HeaderMap {
                (**self).headers()
            }

            fn member(&self) -> &'static str {
                (**self).member()
            }

            fn body(&self) -> Bytes {
                (**self).body()
            }

            fn write_body(&self, out: &mut Vec<u8>) {
                (**self).write_body(out);
            }

            fn spec(&self) -> Option<&'static ErrorSpec> {
                (**self).spec()
            }
        }
    )*};
}

// The pointers for which the standard library implements `Error`. An impl for a `Box` of an unsized type would conflict with the
// `From` below.
forward! {
    <T: ?Sized> &T,
    <T> Box<T>,
    <T: ?Sized> Arc<T>,
}

/// Lets `?` convert any error into a boxed one, and makes the boxed one an `Error`.
macro_rules! boxed {
    ($($dyn:ty $(: $Send:ident + $Sync:ident)?,)*) => {$(
        impl<'a, E: KateError $(+ $Send + $Sync)? + 'a> From<E> for Box<$dyn> {
            fn from(error: E) -> Self {
                Box::new(error)
            }
        }

        impl<'a> Error for Box<$dyn> {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                (**self).source()
            }
        }
    )*};
}

boxed! {
    dyn KateError + 'a,
    dyn KateError + Send + Sync + 'a: Send + Sync,
}
