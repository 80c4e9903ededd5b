//! Deprecated types, variants and fields: derived code names them without a warning.

#![deny(deprecated)]

use kate_errors::{Decode, KateError, ToResponse};

/// A type that only its own definition mentions.
#[deprecated]
#[derive(Debug, KateError)]
#[status(410)]
#[detail("Deprecated {0}")]
#[allow(dead_code)]
pub(crate) struct OldType(u8);

impl std::fmt::Debug for Current {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Current")
    }
}

/// Where variants and fields are out of date.
#[derive(KateError)]
#[status(409)]
pub(crate) enum Current {
    #[deprecated]
    #[detail("Old")]
    Old,
    #[deprecated]
    #[detail("Old {0} {n}", n = .0 + 1)]
    #[kate(emit_only)]
    #[allow(dead_code)]
    OldFormat(u8),
    #[detail("New {old}/{new}")]
    New {
        #[deprecated]
        old: u8,
        new: u8,
    },
    #[detail("Late")]
    Late {
        #[deprecated]
        #[header("retry-after")]
        old: Option<u8>,
        #[deprecated]
        #[kate(skip)]
        #[allow(dead_code)]
        skipped: u8,
    },
    #[deprecated]
    #[detail("Io")]
    Io(#[from] std::io::Error),
    #[deprecated]
    #[kate(transparent)]
    Nested(#[from] Inner),
    #[deprecated]
    #[kate(other)]
    Other {
        status: http::StatusCode,
        detail: String,
    },
}

#[derive(Debug, KateError)]
#[status(411)]
#[detail("Inner")]
pub(crate) struct Inner;

#[test]
fn derived_code_uses_deprecated_items_without_a_warning() {
    let error = Current::from(Inner);
    assert_eq!(error.detail(), "Inner");
    let response = http::Response::builder()
        .status(409)
        .body(br#"{"detail":"Old"}"#)
        .unwrap();
    let old = Current::from_response(&response).unwrap();
    assert_eq!(old.to_response::<Vec<u8>>().body(), response.body());
}
