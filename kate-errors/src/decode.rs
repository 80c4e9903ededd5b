//! The trait of all errors that come back from a response.

use http::{HeaderMap, StatusCode};

use crate::runtime::decode::{self, Decoder};
use crate::undecoded::{NoMatch, Undecoded};

/// An error that comes back from its response as the same value.
///
/// [The derive](macro@crate::KateError) implements it, unless the type is marked `#[kate(emit_only)]`; nothing else can.
///
/// # How a variant is chosen
///
/// 1. Among the variants whose own status was received, those of transparent fields in their place: the first that
///    matches the text.
/// 2. Among those that `accept` the status: the first that matches.
/// 3. The `#[kate(other)]` variant; that of a transparent field before the outer type's.
///
/// A status below 400 is never decoded. No input panics, and the time is at most proportional to the body's length times that of
/// the templates that it may be: few come into question, those that begin and end as the text does.
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
    /// The error that says this text, with this status.
    ///
    /// Without a status all variants are tried but `other`; a text that errors of two statuses say is then no match.
    ///
    /// # Errors
    ///
    /// [`NoMatch`], where no variant has this status and text.
    fn from_detail(status: Option<StatusCode>, detail: &str) -> Result<Self, NoMatch> {
        decode::from_detail(status, detail)
    }

    /// The error that this response reports.
    ///
    /// # Errors
    ///
    /// [`Undecoded`], which keeps the whole response: where the status is below 400, where the body has no text, and
    /// where no variant has this status and text.
    fn decode(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, Undecoded> {
        decode::decode(status, headers, body)
    }

    /// [`decode`](Self::decode), of an [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html).
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
