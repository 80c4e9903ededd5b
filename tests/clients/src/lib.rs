//! HTTP clients with one interface, and a server with a given answer. The snippets of the README are doctests of this package.
#![cfg_attr(doctest, doc = include_str!("../../../README.md"))]

mod callers;
mod server;

pub use callers::{Caller, all};
pub use server::{Server, endless, raw};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use kate_errors::api::ApiError;
use kate_errors::{ClientError, RetryAfter, UndecodedKind};

/// The outcome of a call with any client.
#[derive(Debug)]
pub enum Outcome {
    /// A success, and its body, which is read after the call.
    Success(StatusCode, String),
    /// One of the API's errors.
    Api(ApiError),
    /// A response that the API does not document as an error.
    Undecoded(UndecodedKind, StatusCode, HeaderMap, Bytes),
    /// No answer: the error of the client, with its sources.
    Transport(String),
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
    /// The error as `{}` and `{:#}` print it.
    pub printed: [String; 2],
}

impl Call {
    pub(crate) fn success(status: StatusCode, body: String) -> Self {
        Self {
            outcome: Outcome::Success(status, body),
            status: None,
            retry_after: None,
            retryable: false,
            printed: [const { String::new() }; 2],
        }
    }

    pub(crate) fn failure<T: std::error::Error + 'static>(error: ClientError<ApiError, T>) -> Self {
        let printed = [format!("{error}"), format!("{error:#}")];
        let (status, retry_after) = (error.status(), error.retry_after());
        let retryable = error.is_retryable();
        let chain = chain(&error);
        let outcome = match error {
            ClientError::Api(error) => Outcome::Api(error),
            ClientError::Undecoded(undecoded) => {
                let kind = undecoded.kind();
                let (status, headers, body) = undecoded.into_parts();
                Outcome::Undecoded(kind, status, headers, body)
            }
            _ => Outcome::Transport(chain),
        };
        Self {
            outcome,
            status,
            retry_after,
            retryable,
            printed,
        }
    }
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut all = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        all = format!("{all}: {source}");
        next = source.source();
    }
    all
}
