//! HTTP clients. Each has a public module, with an extension trait that turns an error response into a typed error.

pub mod client;
mod error;
mod limited_body;
#[cfg(feature = "reqwest")]
pub mod reqwest;
mod retry_after;
#[cfg(feature = "ureq")]
pub mod ureq;

pub use error::ClientError;
pub use retry_after::{RetryAfter, RetryAfterError};
