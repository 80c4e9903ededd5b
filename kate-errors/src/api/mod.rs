//! The Kate API's error reference as types.
//!
//! Each group of endpoints has an error type, and [`ApiError`] combines them. Every detail, cause and fix is taken from the reference
//! word for word. The names of groups and errors are ours, because the reference has none.
//!
//! ```
//! use http::{HeaderMap, StatusCode};
//! use kate_errors::api::ToolError;
//! use kate_errors::{Decode, KateError};
//!
//! let body = br#"{"detail": "Tool execution timed out"}"#;
//! let error = ToolError::decode(StatusCode::GATEWAY_TIMEOUT, &HeaderMap::new(), body).unwrap();
//! assert_eq!(error, ToolError::TimedOut);
//! assert_eq!(error.fix(), Some("Contact the tool seller - the tool may need optimization"));
//! ```
//!
//! # Documented and inferred statuses
//!
//! The reference lists statuses and details in separate tables. If it connects a detail with a status, or the description of the status
//! names the case, the status is *documented*, and decoding requires it. Otherwise the status is *inferred*: the error's
//! documentation notes this, and decoding takes the detail with any error status.
//!
//! | status | reason | errors |
//! | --- | --- | --- |
//! | 400 | documented: "(400)" | [`ToolError::NotValidated`] |
//! | 401 | documented: "Missing or invalid API key / JWT token" | [`AuthError`] |
//! | 402 | documented: "Insufficient token balance" | `InsufficientTokenBalance` of [`SubscriptionError`], [`QueryError`] and [`ToolError`] |
//! | 404 | documented: "Resource doesn't exist" | [`ArtifactError::NotFound`], [`RunError::NotFound`] |
//! | 409 | documented: "duplicate subscription, existing draft" | [`SubscriptionError::AlreadySubscribed`], [`ArtifactError::AlreadyHasDraft`] |
//! | 428, 502, 504 | documented: "(428)", "(502)", "(504)" | [`ToolError::CredentialsRequired`], [`ToolError::ExecutionFailed`], [`ToolError::TimedOut`] |
//! | 429 | documented: "Rate limit exceeded" | [`RateLimitError`] |
//! | 400 | inferred: the request does not fit the resource's state | [`ArtifactError::CoverNotGenerated`], [`ArtifactError::FileTooLarge`], [`SubscriptionError::ArtifactNotListed`], [`RunError::NotRunning`] |
//! | 403 | inferred: the agent may not ask | [`QueryError::NoActiveSubscription`] |

mod errors;
mod statuses;

use std::time::Duration;

pub use errors::{
    ApiError, ArtifactError, AuthError, QueryError, RateLimitError, RunError, SubscriptionError,
    ToolError,
};
pub use statuses::{STATUSES, Status};

/// The largest upload, in bytes. A larger one is [`ArtifactError::FileTooLarge`]. The reference's "20 MB" is taken as 20,000,000 bytes.
///
/// ```
/// assert_eq!(kate_errors::api::MAX_UPLOAD_BYTES, 20_000_000);
/// ```
pub const MAX_UPLOAD_BYTES: u64 = 20_000_000;

/// How long a tool may run. One that runs longer is [`ToolError::TimedOut`].
///
/// ```
/// assert_eq!(kate_errors::api::MAX_TOOL_RUN.as_secs(), 30);
/// ```
pub const MAX_TOOL_RUN: Duration = Duration::from_secs(30);
