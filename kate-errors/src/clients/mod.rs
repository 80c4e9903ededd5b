//! HTTP clients: a public module for each, with an extension that makes a typed error of a response. What they share is here.

pub mod client;
mod error;
mod limited;
#[cfg(feature = "reqwest")]
pub mod reqwest;
mod retry_after;
#[cfg(feature = "ureq")]
pub mod ureq;

pub use error::ClientError;
pub use retry_after::{RetryAfter, RetryAfterError};
