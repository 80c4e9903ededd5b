//! What the tests of the derive share.

use std::fmt::Debug;

use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, KateError, ToResponse};

/// The error that a client decodes from the response to this one.
///
/// # Panics
///
/// Where the response is not decoded.
pub fn back<E: KateError + Decode>(error: &E) -> E {
    E::from_response(&error.to_response::<Vec<u8>>()).unwrap()
}

/// Asserts that an error has this detail, prints it, and comes back from its response.
///
/// # Panics
///
/// Where it does not.
#[track_caller]
pub fn comes_back<E: KateError + Decode + PartialEq + Debug>(error: &E, detail: &str) {
    assert_eq!(error.detail(), detail);
    assert_eq!(error.to_string(), detail);
    assert_eq!(&back(error), error);
}

/// What a type decodes from a response with this status and this detail.
///
/// # Panics
///
/// Where a response and the detail alone disagree.
#[must_use]
#[track_caller]
pub fn read<E: Decode>(code: u16, detail: &str) -> Option<E> {
    let decoded = E::decode(status(code), &HeaderMap::new(), &body(detail)).ok();
    let from_detail = E::from_detail(Some(status(code)), detail).is_ok();
    assert_eq!(decoded.is_some(), from_detail, "{code} {detail}");
    decoded
}

/// The status with this code.
///
/// # Panics
///
/// Where no status has it.
#[must_use]
pub fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap()
}

/// The body with this detail.
#[must_use]
pub fn body(detail: &str) -> Vec<u8> {
    serde_json::json!({ "detail": detail })
        .to_string()
        .into_bytes()
}

/// A type that holds any string, prints it, and parses it as it is.
#[macro_export]
macro_rules! string_type {
    ($(#[$meta:meta])* $Name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct $Name(pub(crate) String);

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $Name {
            type Err = std::convert::Infallible;

            fn from_str(string: &str) -> Result<Self, Self::Err> {
                Ok(Self(string.to_owned()))
            }
        }
    };
}
