//! HTTP clients with one interface, and a server with a given answer. The snippets of the README are doctests of this package.
#![cfg_attr(doctest, doc = include_str!("../../../README.md"))]

mod answer;
mod callers;
mod patient;
mod server;

pub use answer::{Answer, End};
pub use callers::{Ask, Caller, PATIENCE, all};
pub use server::{Server, endless, raw, serve};

use std::error::Error;

use http::StatusCode;
use kate_errors::api::ApiError;
use kate_errors::{ClientError, Received, RetryAfter, Undecoded};

/// The outcome of a call with any client.
#[derive(Debug)]
pub enum Outcome {
    /// A success, and its body, which is read after the call. If it cannot be read, the error of that.
    Success(StatusCode, Result<String, String>),
    /// One of the API's errors.
    Api(ApiError, Received),
    /// A response that the API does not document as an error.
    Undecoded(Undecoded),
    /// No answer.
    Transport,
}

/// The outcome of a call, and the properties of its error.
#[derive(Debug)]
pub struct Call {
    /// The outcome.
    pub outcome: Outcome,
    /// The status that the error has.
    pub status: Option<StatusCode>,
    /// When to try again.
    pub retry_after: Option<RetryAfter>,
    /// Whether to try again.
    pub retryable: bool,
    /// Whether no connection was made.
    pub unsent: bool,
    /// The error as `{}` and `{:#}` print it.
    pub printed: [String; 2],
    /// The error and its sources.
    pub chain: Vec<String>,
}

impl Call {
    pub(crate) fn success(status: StatusCode, body: Result<String, String>) -> Self {
        Self {
            outcome: Outcome::Success(status, body),
            status: None,
            retry_after: None,
            retryable: false,
            unsent: false,
            printed: [const { String::new() }; 2],
            chain: Vec::new(),
        }
    }

    pub(crate) fn failure<T: Error + 'static>(error: ClientError<ApiError, T>) -> Self {
        let printed = [format!("{error}"), format!("{error:#}")];
        let (status, retry_after) = (error.status(), error.retry_after());
        let (retryable, unsent) = (error.is_retryable(), error.is_unsent());
        let chain = chain(&error);
        let outcome = match error {
            ClientError::Api(error, received) => Outcome::Api(error, received),
            ClientError::Undecoded(undecoded) => Outcome::Undecoded(undecoded),
            _ => Outcome::Transport,
        };
        Self {
            outcome,
            status,
            retry_after,
            retryable,
            unsent,
            printed,
            chain,
        }
    }
}

/// An error and its sources.
#[must_use]
pub fn chain(error: &(dyn Error + 'static)) -> Vec<String> {
    let all = std::iter::successors(Some(error), |&error| error.source());
    all.map(ToString::to_string).collect()
}
