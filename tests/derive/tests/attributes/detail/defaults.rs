//! `#[detail]` on an enum is the default of its variants.

use std::{fmt, io};

use derive_tests::comes_back;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[detail("{id} not found")]
enum Missing {
    Run {
        id: u8,
    },
    #[detail("Tool {0} is gone")]
    Tool(u8),
}

#[derive(Debug, KateError)]
#[detail("Internal server error")]
#[status(500)]
enum Internal {
    Io(#[from] io::Error),
    Fmt(#[from] fmt::Error),
    #[kate(transparent)]
    Missing(Missing),
    #[detail("Busy")]
    Busy,
}

#[test]
fn a_variant_without_a_detail_has_that_of_the_enum() {
    comes_back(&Missing::Run { id: 3 }, "3 not found");
    comes_back(&Missing::Tool(3), "Tool 3 is gone");
}

#[test]
fn variants_that_are_never_read_may_have_one_text() {
    let errors = [
        Internal::from(io::Error::other("disk")),
        Internal::from(fmt::Error),
    ];
    for error in errors {
        assert_eq!(error.detail(), "Internal server error");
        assert!("Internal server error".parse::<Internal>().is_err());
    }
    assert_eq!(
        Internal::Missing(Missing::Tool(1)).detail(),
        "Tool 1 is gone"
    );
    assert_eq!(Internal::Busy.detail(), "Busy");
}
