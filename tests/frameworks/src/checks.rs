//! What must hold of every answer.

use http::{HeaderMap, HeaderValue};
use kate_errors::KateError;

use crate::client::Answer;
use crate::servers::Server;

/// The answer is this error, with nothing missing and nothing beside it.
pub fn is_error(server: &Server, answer: &Answer, error: &dyn KateError) {
    assert_eq!(answer.body, error.body(), "{}: {error:?}", server.name);
    is_head_of_error(server, answer, error);
}

/// Status and headers are those of this error, whether or not its body was sent.
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

/// The headers but for those that the framework adds to all responses.
#[must_use]
pub fn own(server: &Server, answer: &Answer) -> HeaderMap {
    let mut headers = answer.headers.clone();
    for added in server.adds {
        let found = headers.remove(*added);
        assert!(found.is_some(), "{}: no {added}", server.name);
    }
    headers
}
