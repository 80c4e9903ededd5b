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

/// Types that are out of date, in fields where the user allows that.
mod old {
    #[deprecated]
    #[derive(Debug, kate_errors::KateError)]
    #[status(412)]
    #[detail("Old inner")]
    pub(crate) struct OldInner;

    #[deprecated]
    #[derive(Debug)]
    pub(crate) struct OldCause;

    #[expect(deprecated, reason = "its own impls")]
    mod impls {
        impl std::fmt::Display for super::OldCause {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("old cause")
            }
        }

        impl std::error::Error for super::OldCause {}
    }
}

#[derive(Debug, KateError)]
enum Holds {
    #[kate(transparent)]
    Inner(
        #[allow(deprecated)]
        #[from]
        old::OldInner,
    ),
    #[status(500)]
    #[detail("Caused")]
    #[expect(deprecated, reason = "a variant may hold it too")]
    Caused(#[from] old::OldCause),
}

#[test]
fn derived_code_may_use_what_is_allowed_on_a_field_or_a_variant() {
    #[expect(deprecated, reason = "values of the old types")]
    let errors = [Holds::from(old::OldInner), Holds::from(old::OldCause)];
    assert_eq!(errors.map(|error| error.status().as_u16()), [412, 500]);
}
