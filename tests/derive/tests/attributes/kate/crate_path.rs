//! `#[kate(crate = path)]`: where the facade is. The package `reexport-tests` has more of it.

use derive_tests::back;
use kate_errors::KateError;

#[test]
fn the_facade_may_be_at_another_path() {
    mod reexported {
        pub(super) use kate_errors as errors;
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No")]
    #[kate(crate = reexported::errors)]
    struct No;

    assert_eq!(back(&No), No);
}
