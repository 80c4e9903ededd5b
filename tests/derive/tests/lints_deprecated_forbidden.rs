//! A crate can forbid the lint `deprecated` where nothing is deprecated.

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
fn a_crate_may_forbid_the_lint_deprecated() {
    assert_eq!(Error::Held.to_string(), "Held");
    assert_eq!(Error::Full(7).to_string(), "Full: 7");
}
