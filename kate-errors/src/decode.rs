//! The trait of errors that a client decodes from a response.

use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use crate::runtime::decode::{decode, from_detail};
use crate::runtime::decoder::Decoder;
use crate::undecoded::{NoMatch, Undecoded};

/// An error that a client decodes from its response, as the same value that the server sent.
///
/// [The derive](macro@crate::KateError) implements it, unless the type is marked `#[kate(emit_only)]`. It cannot be implemented by
/// hand.
///
/// # How a variant is chosen
///
/// 1. The first variant that has the received status as its own and matches the detail. The variants of a transparent field are
///    tried in the position of that field.
/// 2. The first variant that `accept`s the status and matches the detail.
/// 3. The `#[kate(other)]` variant. That of a transparent field comes before the outer type's.
///
/// A status below 400 is never decoded. No input panics. The time is at most proportional to the length of the body times that of
/// the templates that may match it. Only the templates that begin and end as the detail does are tried.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::Decode;
/// use kate_errors::api::SubscriptionError;
///
/// let body = br#"{"detail": "Insufficient token balance. Required: 500, available: 120"}"#;
/// let error = SubscriptionError::decode(StatusCode::PAYMENT_REQUIRED, &HeaderMap::new(), body);
/// assert_eq!(error.unwrap(), SubscriptionError::InsufficientTokenBalance {
///     required: Some(500),
///     available: Some(120),
/// });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`"
)]
pub trait Decode: Decoder {
    /// The error with this status and detail.
    ///
    /// Without a status, all variants but `other` are tried. If errors of two statuses have the detail, the result is
    /// [`NoMatch`].
    ///
    /// # Errors
    ///
    /// [`NoMatch`] if no variant has this status and detail.
    fn from_detail(status: Option<StatusCode>, detail: &str) -> Result<Self, NoMatch> {
        from_detail(status, detail)
    }

    /// The error that this response reports.
    ///
    /// # Errors
    ///
    /// [`Undecoded`], which keeps the whole response, if the status is below 400, if the body has no detail, or if no variant has
    /// this status and detail.
    fn decode(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, Undecoded> {
        decode(status, headers, body)
    }

    /// [`decode`](Self::decode) for an [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html).
    ///
    /// # Errors
    ///
    /// Those of [`decode`](Self::decode).
    fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, Undecoded> {
        Self::decode(
            response.status(),
            response.headers(),
            response.body().as_ref(),
        )
    }
}

impl<T: Decode> Decode for Box<T> {}

impl<T: Decode> Decode for Arc<T> {}
