//! One annotated enum is the whole error contract of an HTTP API that responds with `{"detail": "..."}`.
//!
//! FastAPI, Starlette, Django REST framework and the Kate API report an error as a status and a text. With this crate, an enum
//! describes all errors in one place: servers send its values, clients get the *same values* back, and the documentation lists every
//! error with its cause and its fix.
//!
//! # Describe the errors
//!
//! ```
//! use kate_errors::KateError;
//!
//! /// Subscriptions
//! ///
//! /// Errors of the endpoints that subscribe an agent to an artifact.
//! #[derive(Debug, PartialEq, KateError)]
//! pub enum SubscriptionError {
//!     /// Agent already has an active subscription
//!     #[status(409)]
//!     #[detail("Already subscribed")]
//!     #[fix("No action needed - query the artifact")]
//!     AlreadySubscribed,
//!
//!     /// Not enough tokens for subscription
//!     #[status(PAYMENT_REQUIRED)]
//!     #[detail("Insufficient token balance. Required: {required}, available: {available}")]
//!     #[detail("Insufficient token balance")]
//!     #[fix("Add tokens to your wallet")]
//!     InsufficientTokenBalance { required: Option<u64>, available: Option<u64> },
//! }
//! ```
//!
//! The [derive](macro@KateError) documents all attributes. It implements [`Display`](std::fmt::Display), which prints the detail,
//! [`Error`](std::error::Error), [`KateError`](trait@KateError), [`Decode`], [`Documented`], [`FromStr`](std::str::FromStr), and
//! [`From`] for each `#[from]` and for [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html).
//!
//! # Send them
//!
//! A value has a status, headers and a body. [`ToResponse`] turns them into an
//! [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html), which many frameworks take. In a function that
//! returns one, `?` does the same:
//!
//! ```
//! use bytes::Bytes;
//! use http::Response;
//! use kate_errors::api::{ArtifactError, SubscriptionError};
//! use kate_errors::{KateError, ToResponse};
//!
//! fn subscribe(artifact: &str, tokens: u64) -> Result<Response<Bytes>, Response<Bytes>> {
//!     if artifact != "atlas" {
//!         Err(ArtifactError::NotFound)?;
//!     }
//!     if tokens < 500 {
//!         Err(SubscriptionError::InsufficientTokenBalance { required: Some(500), available: Some(tokens) })?;
//!     }
//!     Ok(Response::new(Bytes::from_static(b"subscribed")))
//! }
//!
//! let response = subscribe("atlas", 120).unwrap_err();
//! assert_eq!(response.status(), 402);
//! assert_eq!(response.headers()["content-type"], "application/json");
//! assert_eq!(response.body(), r#"{"detail":"Insufficient token balance. Required: 500, available: 120"}"#);
//! ```
//!
//! # In your framework
//!
//! `#[kate(axum)]` on a type implements the trait that axum requires of errors, so that handlers can return it with `?`. The words
//! `actix_web`, `rocket`, `poem`, `warp` and `salvo` do the same. Each word needs the Cargo feature of its name, and each framework has
//! a module of that name. The module has a function that rewrites errors that are not yours: bad input, unknown routes, and
//! wrong methods.
//!
//! | framework | word, feature and module | implements | rewrites other errors |
//! | --- | --- | --- | --- |
//! | actix-web 4 | `actix_web` | `ResponseError` | `.wrap(from_fn(kate_errors::actix_web::detail::<E>))` |
//! | axum 0.8 | `axum` | `IntoResponse` | `.layer(map_response(kate_errors::axum::detail::<E>))` |
//! | poem 3 | `poem` | `From` for `poem::Error` | `.after(kate_errors::poem::detail::<E>)` |
//! | Rocket 0.5 | `rocket` | `Responder` | `.register("/", kate_errors::rocket::catchers::<E>())` |
//! | salvo 1 | `salvo` | `Scribe`, and so `Writer` | `.catcher(kate_errors::salvo::catcher::<E>())` |
//! | warp 0.4 | `warp` | `Reply`, `From` for `Rejection` | `.recover(kate_errors::warp::recover::<E>)` |
//! | hyper 1, tower, lambda_http, viz, volo | none | `From` for `http::Response<B>` | |
//!
//! `E` is your type: the detail is in its [`member`](Catalog::member). From status 500 on, an error that is not yours says the name of
//! its status and no more, because its text may tell how the server is built. The functions whose names end in `_verbatim` send the
//! text. Each module has a table of the errors that its function rewrites, and says what to write for the others.
//!
//! The extensions of such a response contain the error's [`&'static ErrorSpec`](ErrorSpec), for middleware that counts errors by name.
//!
//! A function with many kinds of errors can return `Box<dyn KateError + Send + Sync>`. `?` converts any error to it, and it has
//! the [`status`](trait@KateError), the [`spec`](trait@KateError) and the [response](ToResponse::to_response) of the error inside.
//!
//! # Logs
//!
//! With the feature `tracing`, an error is logged when it is sent. All events have the target `kate_errors`.
//!
//! | error | level | message | fields |
//! | --- | --- | --- | --- |
//! | of yours, status from 500 on | `error` | `error response` | `group`, `name`, `status`, `detail`, `source` |
//! | of yours, status below 500, with a source | `debug` | `error response` | `group`, `name`, `status`, `detail`, `source` |
//! | not of yours, rewritten, status from 500 on | `error` | `foreign error response` | `status`, `detail`, `source` |
//!
//! `group` is the name of the type and `name` that of the variant, as in [`ErrorSpec`]: group the events by these two. An error without a
//! spec has neither. `detail` is what the client gets. `source` is what it does not get: all sources of an error of yours, or the text
//! that was replaced, unless it is compressed, a stream, or longer than 64 KiB. A source is left out if the text before it ends with the
//! same text, so that no sentence is repeated.
//!
//! To see only these events, use a filter such as `kate_errors=error` of tracing-subscriber's `EnvFilter`.
//!
//! A `#[source]` is never in the response. It is in the error's source chain, and [`Report`] prints it for your log. The page
//! [`security`] lists everything that is sent, and what hostile input can and cannot do.
//!
//! # Get them back
//!
//! [`Decode`] takes what a client has received:
//!
//! ```
//! use http::{HeaderMap, StatusCode};
//! use kate_errors::api::SubscriptionError;
//! use kate_errors::{Decode, KateError, UndecodedKind};
//!
//! let (status, headers) = (StatusCode::PAYMENT_REQUIRED, HeaderMap::new());
//! let body = br#"{"detail": "Insufficient token balance. Required: 500, available: 120"}"#;
//! match SubscriptionError::decode(status, &headers, body) {
//!     Ok(SubscriptionError::InsufficientTokenBalance { required: Some(required), available: Some(available) }) => {
//!         assert_eq!(required - available, 380);
//!     }
//!     Ok(other) => panic!("{other}: {}", other.fix().unwrap_or_default()),
//!     Err(undecoded) => panic!("{undecoded}"),
//! }
//!
//! // A response that the API did not write is kept whole: status, headers and body.
//! let undecoded = SubscriptionError::decode(StatusCode::BAD_GATEWAY, &headers, b"<h1>Bad Gateway</h1>").unwrap_err();
//! assert_eq!(undecoded.kind(), UndecodedKind::NotJson);
//! assert_eq!(undecoded.body(), "<h1>Bad Gateway</h1>");
//! ```
//!
//! With the features `reqwest`, `reqwest_blocking`, `reqwest_middleware`, `ureq`, `hyper` and `client` (for any `http::Response` with an
//! `http_body::Body`), a response has the method `error_for::<E>()`. It passes on a success, and turns an error status into a
//! `ClientError`: the typed error with the response that was received, an error response that could not be decoded, or the client's own
//! error. A status that was received is never lost, even if the body breaks off. `ClientError::is_retryable` says what is worth a
//! retry.
//!
//! # List them
//!
//! The same attributes are data: [`Documented::CATALOG`] has every error with its status, details, cause, fix and headers, and prints
//! as Markdown. The derive also adds a table of them to the type's `impl KateError`, so that your own documentation shows them.
//!
//! ```
//! use kate_errors::Documented;
//! use kate_errors::api::RunError;
//!
//! assert_eq!(RunError::CATALOG.to_string(), "\
//! ## Runs
//!
//! Errors of the endpoints that record an agent's runs.
//!
//! | Status | Detail | Cause | Fix |
//! | --- | --- | --- | --- |
//! | 400 | `Run is not in RUNNING status` | Tried to upload spans to a completed run | Create a new run |
//! | 404 | `Run not found` | Invalid run ID | Check the run ID |
//!
//! ");
//! ```
//!
//! # What compiles comes back
//!
//! Every value of a type that compiles comes back equal. If a detail could be read in two ways, by one template or by two with the same
//! status, the type does not compile: the message shows such a detail and how to fix the type. The page [`proof`] has the promise,
//! its exceptions, and the cures.
//!
//! # When to use something else
//!
//! RFC 9457, section 3.1.4, advises clients not to parse `detail`. If an API sends a `type` or a code, tell its errors apart by that.
//! This crate is for APIs that send a status and a text only.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
// On docs.rs, each item shows the feature that it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Where a table is known at compile time, calls on it fold into constants, but only if they are inlined: the benchmarks
// show it.
#![allow(clippy::inline_always)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

// Derived code names this crate `::kate_errors`, also inside this crate.
extern crate self as kate_errors;

pub mod api;
mod body;
mod catalog;
#[cfg(feature = "client")]
mod clients;
mod decode;
mod detail_text;
mod error;
mod frameworks;
mod guide;
mod json;
#[cfg(feature = "tracing")]
mod log;
mod received;
mod report;
mod response;
mod runtime;
mod undecoded;
mod wire;

#[doc(hidden)]
pub mod __private {
    //! What derived code calls. It is not public: it may change with any release.

    pub use crate::runtime::*;
}

pub use body::Body;
pub use catalog::{Catalog, Documented, ErrorSpec};
#[cfg(feature = "reqwest")]
pub use clients::reqwest;
#[cfg(feature = "reqwest_middleware")]
pub use clients::reqwest_middleware;
#[cfg(feature = "ureq")]
pub use clients::ureq;
#[cfg(feature = "client")]
pub use clients::{ClientError, RetryAfter, RetryAfterError, client};
pub use decode::Decode;
pub use detail_text::{
    Addresses, Chars, DetailText, Integer, Language, Length, PatternError, Words, WordsError,
};
pub use error::KateError;
pub use frameworks::*;
pub use guide::{proof, security};
pub use http;
/// Makes an enum or a struct the error contract of an API.
///
/// Attributes of their own describe the error. `#[kate(...)]` controls how this crate treats it.
///
/// # Describing an error
///
/// | attribute | on | meaning |
/// | --- | --- | --- |
/// | `#[status(402)]`, `#[status(PAYMENT_REQUIRED)]` | variant, struct; on an enum: the default of its variants | The status, 400 to 599, as a number or as the name of a constant of [`http::StatusCode`](https://docs.rs/http/1/http/status/struct.StatusCode.html). With `#[status(400, accept(409, 422))]`, decoding takes these statuses too, and with `accept(any)` every error status |
/// | `#[detail("...")]` | variant, struct; on an enum: the default of variants without one | The [template](#templates) of the detail, the text that the client reads. There may be several: each is a *form* of the same error |
/// | `#[fix("...")]` | variant, struct; on an enum: the default | What the caller can do about the error. Optional |
/// | `/// ...` | variant, struct | The first paragraph is the cause. The rest is for your readers only. The first paragraph on an enum is the title of its group, and the rest is the group's description |
/// | `#[header("www-authenticate", "Bearer")]` | variant, struct; on an enum: for all its variants, unless a variant sets the same header | A constant header. Decoding does not require it |
/// | `#[header("retry-after")]` | field of type `Option<T>` | The field is sent in that header, and read from it. A value that no header can hold is left out. A value that cannot be parsed becomes `None`. `content-type`, `content-length` and hop-by-hop names are refused |
/// | `#[source]`, `#[from]` | field | As in thiserror. The source may be any error, also `Box<dyn Error + Send + Sync>` or `anyhow::Error`. A field named `source` is a source without the attribute, unless another field is marked or it is written `r#source`. `#[from]` fills the other fields with `None`, with their default if they are marked `skip`, or with a `Backtrace`. Sources are never sent |
///
/// # Controlling the derive
///
/// | word of `#[kate(...)]` | on | meaning |
/// | --- | --- | --- |
/// | `transparent` | variant or struct with one field (or a `Box` or `Arc` of one) that is a `KateError` itself | Status, detail, headers, body and decoding are those of the field. `#[fix]` may override its fix. `source()` is the field's source |
/// | `other` | one variant `{ status: StatusCode, detail: String }` | Takes each error that no other variant matches, including those of nested types |
/// | `emit_only` | variant, or the whole type | It is never decoded. Its template may use all of [`format!`]: `{x:?}`, widths, and arguments after the literal. Fields are bound by name, as `_0` and `_1` in tuples, and `.x` and `.0` work as in thiserror. On a type, it removes [`Decode`] and `FromStr`. A variant whose source is not an `Option`, or whose detail prints the source, is emit-only without this word |
/// | `lossy` | variant, struct | Accepts that a detail can be read in more than one way. The earlier variant wins, and within a variant the reading in which the first field is shortest, then the second, and so on |
/// | `chars = "0-9a-f-"` | field | The [characters](Chars) that the field prints, if its type does not tell |
/// | `len = 32`, `len = 1..=63` | field | How many characters the field's text has, beside `chars` or alone |
/// | `words("running", "done")` | field | The [words](Language::words) that the field prints, if its type does not tell |
/// | `skip` | field | The field is not sent. Decoding fills in `Default::default()` |
/// | `expose` | field | Allows a detail to print this source |
/// | `member = "detail"` | enum, struct | The JSON member that contains the detail, such as `"error"` or `"message"` in other APIs. It is one name, and no path. The type of a transparent field must have the same |
/// | `no_display` | enum, struct | Does not implement `Display` and `Error`, nor `From` for `#[from]`, so that thiserror or you can. The log and the response then may have different texts |
/// | `no_from_str` | enum, struct | Does not implement `FromStr`, so that another derive or you can. [`Decode::from_detail`] reads a text |
/// | `crate = path` | enum, struct | The path of this crate, if it is re-exported |
/// | `axum`, `actix_web`, `rocket`, `poem`, `warp`, `salvo` | enum, struct | Implements the traits of that framework. Each word needs the feature of its name |
///
/// # Templates
///
/// `{name}` and `{0}` are placeholders for fields. `{{` and `}}` are braces. Fields print with `Display` and parse with `FromStr`.
///
/// A value is written in the first form whose `Option` fields are all `Some`, so there must be a form without `Option` fields. A form
/// after that one is never written: it is for decoding an old wording. Decoding tries all forms in order. A field that the matched form
/// does not have must be an `Option`, which becomes `None`, or marked `skip`, or a header field. The derive recognizes an `Option` by its
/// name, as serde's does. A form may have a field twice: both places must have the same text, and the proof takes them as two fields.
///
/// A detail is compared exactly: case and spaces count, and a template must match the whole detail. Spaces at its ends and line breaks,
/// which are hard to see in the source, must be written as escapes (`\u{20}`, `\n`).
///
/// A field takes only what its type prints: an integer within its range without `+` or leading zeros, `true` or `false`, the characters
/// of a [`DetailText`] type. A field of a type that this crate does not know takes any text that `FromStr` takes and that the value
/// prints again.
///
/// A field that is spelled as `Box<T>`, `Arc<T>`, `Rc<T>`, `Wrapping<T>` or `Saturating<T>` is read as `T`, and `Box<str>`, `Arc<str>`, `Rc<str>` and
/// `Cow<str>` as a `String`.
///
/// If a detail could be read in two ways, the type does not compile. The page [`proof`] has what is checked, and the cures.
///
/// ```
/// use kate_errors::{Decode, KateError};
///
/// #[derive(Debug, PartialEq, KateError)]
/// #[status(404)]
/// enum Lookup {
///     #[detail("{name} has {count} of {wanted} parts")]
///     Incomplete { name: String, count: u8, wanted: u8 },
///     #[detail("{0} not found")]
///     NotFound(String),
/// }
///
/// let error: Lookup = "a kit has 3 of 4 parts".parse().unwrap();
/// assert_eq!(error, Lookup::Incomplete { name: "a kit".to_owned(), count: 3, wanted: 4 });
///
/// // 256 is not a `u8`, and the text does not end in "not found".
/// assert!("a kit has 3 of 256 parts".parse::<Lookup>().is_err());
/// ```
///
/// # Sources, headers, groups
///
/// ```
/// use std::io;
///
/// use http::StatusCode;
/// use kate_errors::api::AuthError;
/// use kate_errors::{KateError, Report};
///
/// #[derive(Debug, KateError)]
/// #[status(503)]
/// enum StoreError {
///     /// The disk is full or gone
///     #[detail("The store is not available")]
///     #[fix("Try again later")]
///     Io(#[from] io::Error),
///
///     #[detail("The store is busy")]
///     Busy {
///         #[header("retry-after")]
///         retry_after: Option<u32>,
///     },
///
///     #[kate(transparent)]
///     Auth(#[from] AuthError),
///
///     #[kate(other)]
///     Other { status: StatusCode, detail: String },
/// }
///
/// let error = StoreError::from(io::Error::other("disk 3 is full"));
/// assert_eq!(error.body(), r#"{"detail":"The store is not available"}"#);
/// assert_eq!(
///     Report::new(&error).to_string(),
///     "StoreError::Io (503): The store is not available; caused by: disk 3 is full; fix: Try again later",
/// );
/// assert_eq!(StoreError::Busy { retry_after: Some(30) }.headers()["retry-after"], "30");
/// assert_eq!(StoreError::from(AuthError::TokenExpired).status(), 401);
/// ```
///
/// # Generics
///
/// Bounds are inferred for each field and each impl, as in thiserror. A field in a detail needs `Display`, and for [`Decode`] also
/// `FromStr`. A field whose type names the deriving type brings no bound for what the derive itself implements: rustc would need the
/// impl to prove the bound of the impl. The derive does not see that two generic types hold each other. Write `Display` and `Error` of one
/// of them by hand then, with `#[kate(no_display)]`.
///
/// # Enums without variants
///
/// They are errors that never happen. Nothing decodes to one, and the catalog is empty.
pub use kate_errors_derive::KateError;
pub use received::Received;
pub use report::Report;
pub use response::ToResponse;
pub use undecoded::{NoMatch, Undecoded, UndecodedKind};
