//! The derive in modules whose names collide with everything that generated code could name.

mod deprecations;
mod names;
mod shadowed;

use std::fmt::Debug;

use kate_errors::{Decode, KateError, ToResponse};

/// The text that is emitted, and the value that it decodes to.
#[track_caller]
fn comes_back<E: KateError + Decode + PartialEq + Debug>(error: &E, text: &str) {
    assert_eq!(error.to_string(), text);
    assert_eq!(error.detail(), text);
    let response = error.to_response::<Vec<u8>>();
    assert_eq!(&E::from_response(&response).unwrap(), error);
}
