//! HTTP clients. Each has a public module, with an extension trait that turns an error response into a typed error.
//!
//! All of them return a [`ClientError`], and do the same with a response:
//!
//! | received | result |
//! | --- | --- |
//! | a status below 400 | the response, with its body unread |
//! | an error status and a whole body | `Api` with what was received, or `Undecoded` |
//! | an error status and a body longer than the limit | `Undecoded`, `TooLong` |
//! | an error status and a body that breaks off | `Api` if the bytes so far are a whole body of the API, else `Undecoded`, `BrokenOff` |
//! | an error status that the client made an error of its own | `Undecoded`, `Dropped` |
//! | no status | `Transport` |
//!
//! A status is lost in none of them.

mod causes;
pub mod client;
mod error;
mod limited_body;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "reqwest_middleware")]
pub mod reqwest_middleware;
mod retry;
mod retry_after;
#[cfg(feature = "ureq")]
pub mod ureq;

pub use error::ClientError;
pub use retry_after::{RetryAfter, RetryAfterError};
