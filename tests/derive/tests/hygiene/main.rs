//! The derive in modules and macros whose names collide with everything that derived code could name.

mod deprecations;
mod item_names;
mod macro_arguments;
mod macros;
mod names;
mod prelude_names;
mod primitives;
mod shadowed;
mod traits;

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
