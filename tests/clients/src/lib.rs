//! Real clients behind one face, and a server that answers as it is told. The README's snippets are tried here too.
#![cfg_attr(doctest, doc = include_str!("../../../README.md"))]

mod callers;
mod server;

pub use callers::{Caller, all};
pub use server::{Server, endless, raw};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use kate_errors::api::ApiError;
use kate_errors::{ClientError, RetryAfter, UndecodedKind};

/// What came of a call, whichever client made it.
#[derive(Debug)]
pub enum Outcome {
    /// A success, and its body, read afterwards.
    Success(StatusCode, String),
    /// One of the API's errors.
    Api(ApiError),
    /// An answer that is none of the API's errors.
    Undecoded(UndecodedKind, StatusCode, HeaderMap, Bytes),
    /// No answer: what the client says of it, with its sources.
    Transport(String),
}

/// An outcome, and what the error says of itself.
#[derive(Debug)]
pub struct Call {
    /// What came of it.
    pub outcome: Outcome,
    /// The status that the error has.
    pub status: Option<StatusCode>,
    /// When to try again.
    pub retry_after: Option<RetryAfter>,
    /// Whether to try again.
    pub retryable: bool,
    /// The error in both forms.
    pub said: [String; 2],
}

impl Call {
    pub(crate) fn success(status: StatusCode, body: String) -> Self {
        Self {
            outcome: Outcome::Success(status, body),
            status: None,
            retry_after: None,
            retryable: false,
            said: [const { String::new() }; 2],
        }
    }

    pub(crate) fn failure<T: std::error::Error + 'static>(error: ClientError<ApiError, T>) -> Self {
        let said = [format!("{error}"), format!("{error:#}")];
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
            said,
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
