//! Lints that a crate forbids: derived code neither breaks nor allows them.

/// Forbids what a crate may forbid.
mod forbidden {
    #![forbid(
        unsafe_code,
        unused_imports,
        unused_variables,
        unused_qualifications,
        unreachable_patterns,
        unused_mut,
        unused_must_use,
        missing_debug_implementations,
        non_snake_case,
        trivial_casts,
        clippy::all,
        clippy::unwrap_used,
        clippy::panic
    )]

    use kate_errors::KateError;

    #[derive(Debug, PartialEq, KateError)]
    #[status(409)]
    pub(crate) enum Error {
        #[detail("Held by {name}")]
        #[detail("Held")]
        Held {
            name: Option<String>,
            #[header("retry-after")]
            seconds: Option<u64>,
        },
        #[detail("Full: {0:?}")]
        #[kate(emit_only)]
        Full(Vec<u8>),
        #[detail("Cut at {at:?}")]
        #[kate(emit_only)]
        Cut { at: u8, unshown: u8 },
        #[kate(transparent)]
        Inner(#[from] Inner),
        #[kate(other)]
        Other {
            status: http::StatusCode,
            detail: String,
        },
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(410)]
    #[detail("Inner {0}")]
    pub(crate) struct Inner(pub(crate) u8);
}

use forbidden::{Error, Inner};
use kate_errors::{Decode, KateError, ToResponse};

#[test]
fn derived_code_compiles_where_lints_are_forbidden() {
    let held = Error::Held {
        name: Some("Ada".to_owned()),
        seconds: Some(5),
    };
    for error in [held, Inner(7).into()] {
        let response = error.to_response::<Vec<u8>>();
        assert_eq!(Error::from_response(&response).unwrap(), error);
    }
    let cut = Error::Cut { at: 1, unshown: 2 };
    assert_eq!(cut.detail(), "Cut at 1");
    assert_eq!(Error::Full(vec![1]).detail(), "Full: [1]");
}
