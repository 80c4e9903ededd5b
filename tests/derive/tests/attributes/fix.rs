//! `#[fix]`: what the caller can do about the error.

use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[fix("Check the artifact ID")]
enum ArtifactError {
    #[detail("Artifact not found")]
    NotFound,
    #[detail("File too large")]
    #[fix("Reduce file size")]
    TooLarge,
    #[detail("Artifact is hidden")]
    Hidden,
}

#[derive(Debug, KateError)]
#[status(500)]
enum Bare {
    #[detail("Oops")]
    Oops,
}

#[derive(Debug, KateError)]
#[status(503)]
#[detail("Closed")]
#[fix("Come back")]
struct Closed;

#[test]
fn a_variant_without_a_fix_has_that_of_its_enum() {
    assert_eq!(ArtifactError::NotFound.fix(), Some("Check the artifact ID"));
    assert_eq!(ArtifactError::Hidden.fix(), Some("Check the artifact ID"));
    let large = ArtifactError::TooLarge;
    assert_eq!(large.fix(), Some("Reduce file size"));
    assert_eq!(Closed.fix(), Some("Come back"));
    assert_eq!(Bare::Oops.fix(), None);
}
