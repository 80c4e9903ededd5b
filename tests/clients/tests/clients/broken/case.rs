//! A broken answer, and what each client makes of it.

use client_tests::{Answer, Call, Caller, Outcome};
use http::Method;
use kate_errors::UndecodedKind;

/// An answer, and what it is for the clients.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) answer: Answer,
    pub(crate) method: Method,
    expected: Expected,
    but: Vec<(&'static str, Expected)>,
    gunzipped: Option<Expected>,
}

/// What an answer is for a client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Expected {
    /// An error of the API, received with this status.
    Api(u16),
    /// A response with this status that could not be decoded.
    Undecoded(UndecodedKind, u16),
    /// A success with this status.
    Success(u16),
    /// No answer.
    Transport,
}

impl Case {
    pub(crate) fn new(name: impl Into<String>, answer: Answer, expected: Expected) -> Self {
        Self {
            name: name.into(),
            answer,
            method: Method::GET,
            expected,
            but: Vec::new(),
            gunzipped: None,
        }
    }

    /// What it is for one client.
    pub(crate) fn but(mut self, client: &'static str, expected: Expected) -> Self {
        self.but.push((client, expected));
        self
    }

    /// What it is for the clients that undo gzip.
    pub(crate) fn gunzipped(mut self, expected: Expected) -> Self {
        self.gunzipped = Some(expected);
        self
    }

    pub(crate) fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    pub(crate) fn expected(&self, caller: &Caller) -> Expected {
        let own = self.but.iter().find(|(name, _)| *name == caller.name);
        let gunzipped = self.gunzipped.filter(|_| caller.gunzips);
        own.map(|(_, expected)| *expected)
            .or(gunzipped)
            .unwrap_or(self.expected)
    }
}

impl Expected {
    pub(crate) fn of(call: &Call) -> Self {
        match &call.outcome {
            Outcome::Success(status, _) => Self::Success(status.as_u16()),
            Outcome::Api(_, received) => Self::Api(received.status().as_u16()),
            Outcome::Undecoded(undecoded) => {
                Self::Undecoded(undecoded.kind(), undecoded.status().as_u16())
            }
            Outcome::Transport => Self::Transport,
        }
    }
}
