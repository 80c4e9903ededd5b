//! One annotated enum is the whole error contract of an HTTP API that answers `{"detail": "..."}`.
//!
//! FastAPI, Starlette, Django REST framework and the Kate API report errors as a status and one text. With this crate an enum
//! says it all once: servers send its values, clients get the *same values* back, and docs list every error
//! with its cause and its fix.
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
//! [The derive's page](macro@KateError) has all attributes. It writes [`Display`](std::fmt::Display) (the text) and
//! [`Error`](std::error::Error), [`KateError`](trait@KateError), [`Decode`], [`Documented`],
//! [`FromStr`](std::str::FromStr), and [`From`] for every `#[from]` and for
//! [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html).
//!
//! # Send them
//!
//! A value knows its status, headers and body. [`ToResponse`] makes them a response of any framework that takes an
//! [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html), and so does `?` where a function returns one:
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
//! `#[kate(axum)]` on a type implements what axum wants of an error, so that handlers return it by `?`; so do the words `actix_web`,
//! `rocket`, `poem`, `warp` and `salvo`, each with the Cargo feature of its name. The module of that name has the one line that
//! gives the same shape to errors that are not yours: bad input, unknown routes, wrong methods.
//!
//! | framework | word, feature and module | implements | errors that are not yours |
//! | --- | --- | --- | --- |
//! | actix-web 4 | `actix_web` | `ResponseError` | `.wrap(ErrorHandlers::new().default_handler(kate_errors::actix_web::detail))` |
//! | axum 0.8 | `axum` | `IntoResponse` | `.layer(map_response(kate_errors::axum::detail))` |
//! | poem 3 | `poem` | `From` for `poem::Error` | `.catch_all_error(kate_errors::poem::detail)` |
//! | Rocket 0.5 | `rocket` | `Responder` | `.register("/", kate_errors::rocket::catchers())` |
//! | salvo 1 | `salvo` | `Scribe`, and so `Writer` | `.catcher(kate_errors::salvo::catcher())` |
//! | warp 0.4 | `warp` | `Reply`, `From` for `Rejection` | `.recover(kate_errors::warp::recover)` |
//! | hyper 1, tower, lambda_http, viz, volo | none | `From` for `http::Response<B>` | |
//!
//! A response made by one of these carries the error's [`&'static ErrorSpec`](ErrorSpec) in its extensions, for middleware that counts
//! errors by name. With the feature `tracing`, an error with a source is logged when it is sent, sources and all: at `error` from 500 on,
//! else at `debug`.
//!
//! Functions that fail in many ways return `Box<dyn KateError + Send + Sync>`: `?` makes one of any error, and it has the
//! [`status`](trait@KateError), the [`spec`](trait@KateError) and [`to_response`](ToResponse::to_response) of the error inside.
//!
//! What went wrong inside stays inside: a `#[source]` is in the error's source chain and, with [`Report`], in your log, but never in
//! the response. [`security`] has all that is sent, what hostile input can do, and what it cannot.
//!
//! # Get them back
//!
//! [`Decode`] takes what any client received:
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
//! // What is not the API's own is kept whole: status, headers and body.
//! let undecoded = SubscriptionError::decode(StatusCode::BAD_GATEWAY, &headers, b"<h1>Bad Gateway</h1>").unwrap_err();
//! assert_eq!(undecoded.kind(), UndecodedKind::UnexpectedBody);
//! assert_eq!(undecoded.body(), "<h1>Bad Gateway</h1>");
//! ```
//!
//! With the features `reqwest`, `reqwest_blocking`, `ureq` and `client` (any `http::Response` with an `http_body::Body`) a response has
//! `error_for::<E>()`: a success passes, an error status becomes a `ClientError` that has the typed error, what nobody documented,
//! or why the call failed.
//!
//! # List them
//!
//! The same attributes are data: [`Documented::CATALOG`] has every error with its status, texts, cause, fix and headers, and prints as
//! Markdown. The derive also puts them as a table on the type's `impl KateError`, so that your own rustdoc shows them.
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
//! Every value of a type that compiles comes back equal. Where a text could be read in two ways, by one template or by two under one
//! status, the compiler shows such a text and says how to cure it: [`proof`] has the promise, its exceptions and the cures.
//!
//! # When to use something else
//!
//! RFC 9457, section 3.1.4, advises clients not to parse `detail`. Where an API has a `type` or a code, tell its errors apart by that.
//! This crate is for APIs that send nothing but a status and a text.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
// There each item shows the feature that it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Where a table is known at compile time, most of what reads it is too: but only where it is inlined, as the benchmarks show.
#![allow(clippy::inline_always)]
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

// Lets the derive work inside this crate.
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
mod report;
mod response;
mod runtime;
mod undecoded;
mod wire;

#[doc(hidden)]
pub mod __private {
    //! What derived code calls. Not public: it may change with any release.

    pub use crate::runtime::*;
}

pub use body::Body;
pub use catalog::{Catalog, Documented, ErrorSpec};
#[cfg(feature = "reqwest")]
pub use clients::reqwest;
#[cfg(feature = "ureq")]
pub use clients::ureq;
#[cfg(feature = "client")]
pub use clients::{ClientError, RetryAfter, RetryAfterError, client};
pub use decode::Decode;
pub use detail_text::{Chars, DetailText, PatternError};
pub use error::KateError;
#[cfg(feature = "actix_web")]
pub use frameworks::actix_web;
#[cfg(feature = "axum")]
pub use frameworks::axum;
#[cfg(feature = "poem")]
pub use frameworks::poem;
#[cfg(feature = "rocket")]
pub use frameworks::rocket;
#[cfg(feature = "salvo")]
pub use frameworks::salvo;
#[cfg(feature = "warp")]
pub use frameworks::warp;
pub use guide::{proof, security};
pub use http;
/// Makes an enum or a struct the error contract of an API.
///
/// What an error says stands in attributes of its own; how the crate treats it stands in `#[kate(...)]`.
///
/// # What an error says
///
/// | attribute | on | meaning |
/// | --- | --- | --- |
/// | `#[status(402)]`, `#[status(PAYMENT_REQUIRED)]` | variant, struct; on an enum: the default of its variants | 400 to 599, as a number or as the constant's name in [`http::StatusCode`](https://docs.rs/http/1/http/status/struct.StatusCode.html). `#[status(400, accept(409, 422))]` or `accept(any)`: decoding takes these too |
/// | `#[detail("...")]` | variant, struct | the [text](#texts). May stand several times: each is a *form* of the same error |
/// | `#[fix("...")]` | variant, struct; on an enum: the default | what the caller can do about it. Optional |
/// | `/// ...` | variant, struct | the cause: the first paragraph; what follows is for your readers alone. An enum's own first paragraph is its group's title, the rest its text |
/// | `#[header("www-authenticate", "Bearer")]` | variant, struct; on an enum: for all, a variant's own wins | a constant header; decoding does not ask for it |
/// | `#[header("retry-after")]` | field of type `Option<T>` | the field travels in that header, both ways. What no header can hold is left out; what cannot be parsed becomes `None`. `content-type`, `content-length` and hop-by-hop names are refused |
/// | `#[source]`, `#[from]` | field | as in thiserror: any error, `Box<dyn Error + Send + Sync>` and `anyhow::Error` too; a field named `source` is one. Never shown to the client |
///
/// # How the crate treats it
///
/// | word of `#[kate(...)]` | on | meaning |
/// | --- | --- | --- |
/// | `transparent` | variant or struct with one field (or a `Box` of one) that is itself a `KateError` | status, text, headers, body and parsing are the field's; `#[fix]` may override; `source()` is the field's source |
/// | `other` | one variant `{ status: StatusCode, detail: String }` | takes what no other variant matches, nested ones included |
/// | `emit_only` | variant, or the whole type | is never parsed back; its text takes all that [`format!`] takes (`{x:?}`, width, arguments after the literal; fields are bound by name, `_0`, `_1` in tuples; `.x` and `.0` work as in thiserror). On the type: no [`Decode`], no `FromStr`. A variant whose source is not an `Option`, or whose text shows it, is emit-only by nature |
/// | `lossy` | variant, struct | accepts that its text can be read in more than one way: the earlier variant, then the shortest leftmost field, wins |
/// | `chars = "0-9a-f-"` | field | the [characters](Chars) of the field's text, where its type does not say |
/// | `skip` | field | not on the wire: parsing fills in `Default::default()` |
/// | `expose` | field | lets a text show this source |
/// | `member = "detail"` | enum, struct | the JSON member that carries the text (`"error"`, `"message"` for other APIs); a transparent field's type must have the same |
/// | `no_display` | enum, struct | leaves `Display` and `Error`, and with it the `From` of `#[from]`, to thiserror or to you: log text and wire text then differ |
/// | `crate = path` | enum, struct | where this crate is, for re-exports |
/// | `axum`, `actix_web`, `rocket`, `poem`, `warp`, `salvo` | enum, struct | implements the traits of these frameworks, each with the feature of its name |
///
/// # Texts
///
/// `{name}` and `{0}` are fields; `{{` and `}}` are braces. Fields print with `Display` and parse with `FromStr`. A value is written in
/// the first form whose `Option` fields are all `Some`, so one form must do without them; parsing tries every form in
/// order, and a field that the matched form lacks must be an `Option` (it becomes `None`), `skip` or a header field. `Option`
/// fields are told by their spelling, as in serde. A form after one without `Option` fields is never written: it keeps an old wording
/// readable. No form names a field twice.
///
/// Text is exact: case and spaces count, both ends are anchored. What nobody sees in the source, a space at an end or a
/// line break, is taken as an escape alone (`\u{20}`, `\n`). A field takes only what its type prints: an integer of its range without
/// `+` or leading zeros, a `bool` its two words, a [`DetailText`] type its characters. Types outside the known ones take any
/// text that their `FromStr` takes and their `Display` prints again.
///
/// A text that could be read in two ways does not compile: [`proof`] shows what is checked, and the cures.
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
/// // 256 is no `u8`, and the text does not end in "not found".
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
/// Bounds are inferred per field and per impl, as in thiserror: a field in a text needs `Display`, and `FromStr` for [`Decode`].
///
/// # Enums without variants
///
/// They are errors that never happen: nothing decodes to one, and the catalog is empty.
pub use kate_errors_derive::KateError;
pub use report::Report;
pub use response::ToResponse;
pub use undecoded::{NoMatch, Undecoded, UndecodedKind};
