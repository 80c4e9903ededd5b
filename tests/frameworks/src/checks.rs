//! Checks of an answer.

use http::{HeaderMap, HeaderValue};
use kate_errors::KateError;

use crate::client::Answer;
use crate::servers::Server;

/// Asserts that the answer is this error, without anything missing or added.
pub fn is_error(server: &Server, answer: &Answer, error: &dyn KateError) {
    assert_eq!(answer.body, error.body(), "{}: {error:?}", server.name);
    is_head_of_error(server, answer, error);
}

/// Asserts that status and headers are those of this error, with or without its body.
pub fn is_head_of_error(server: &Server, answer: &Answer, error: &dyn KateError) {
    assert_eq!(answer.status, error.status(), "{}: {error:?}", server.name);
    let mut headers = error.headers();
    let json = HeaderValue::from_static("application/json");
    headers.insert("content-type", json);
    headers.insert("content-length", error.body().len().into());
    if let Some(spec) = error.spec() {
        headers.insert("x-error", HeaderValue::from_static(spec.name()));
    }
    assert_eq!(own(server, answer), headers, "{}: {error:?}", server.name);
}

/// The headers without those that the framework adds to all responses.
#[must_use]
pub fn own(server: &Server, answer: &Answer) -> HeaderMap {
    let mut headers = answer.headers.clone();
    for added in server.adds {
        let found = headers.remove(*added);
        assert!(found.is_some(), "{}: no {added}", server.name);
    }
    headers
}
