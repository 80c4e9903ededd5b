//! `deprecated` is forbidden where nothing is deprecated.

#![forbid(deprecated)]

use kate_errors::KateError;

#[derive(Debug, KateError)]
#[status(409)]
enum Error {
    #[detail("Held")]
    Held,
    #[detail("Full: {0}")]
    Full(u8),
}

#[test]
fn a_crate_may_forbid_deprecated_items() {
    assert_eq!(Error::Held.to_string(), "Held");
    assert_eq!(Error::Full(7).to_string(), "Full: 7");
}
