//! `#[fix]` and doc comments, as values and the catalog show them.

use kate_errors::{Catalog, Documented, KateError};

/// Errors of the
/// artifact endpoints.
///
/// They all come from
/// the store.
///
/// More of it.
#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[fix("Check the artifact ID")]
enum ArtifactError {
    /// Invalid artifact ID
    /// or not owned by you
    ///
    /// Not part of the cause.
    #[detail("Artifact not found")]
    NotFound,
    /// Upload exceeds the limit
    #[status(413)]
    #[detail("File too large: {size}")]
    #[detail("File too large")]
    #[fix("Reduce file size")]
    TooLarge { size: Option<u64> },
    #[detail("Artifact is hidden")]
    Hidden,
}

#[derive(Debug, KateError)]
#[status(500)]
enum Bare {
    #[detail("Oops")]
    Oops,
}

/// The service is closed
///
/// On Sundays.
#[derive(Debug, KateError)]
#[status(503)]
#[detail("Closed")]
#[fix("Come back")]
struct Closed;

#[test]
fn a_fix_is_the_enums_unless_the_variant_has_its_own() {
    assert_eq!(ArtifactError::NotFound.fix(), Some("Check the artifact ID"));
    assert_eq!(ArtifactError::Hidden.fix(), Some("Check the artifact ID"));
    let large = ArtifactError::TooLarge { size: None };
    assert_eq!(large.fix(), Some("Reduce file size"));
    assert_eq!(Closed.fix(), Some("Come back"));
    assert_eq!(Bare::Oops.fix(), None);
}

#[test]
fn a_cause_is_the_first_paragraph_on_one_line() {
    let causes: Vec<_> = ArtifactError::CATALOG
        .iter()
        .map(kate_errors::ErrorSpec::cause)
        .collect();
    assert_eq!(
        causes,
        [
            "Invalid artifact ID or not owned by you",
            "Upload exceeds the limit",
            ""
        ]
    );
    assert_eq!(Closed::CATALOG.errors()[0].cause(), "The service is closed");
}

#[test]
fn a_value_finds_its_row_of_the_catalog() {
    for size in [None, Some(3)] {
        let error = ArtifactError::TooLarge { size };
        let spec = error.spec().unwrap();
        assert_eq!((spec.group(), spec.name()), ("ArtifactError", "TooLarge"));
        assert_eq!(spec.status(), 413);
        assert_eq!(spec.cause(), "Upload exceeds the limit");
        assert_eq!(spec.fix(), error.fix());
        let details: Vec<_> = spec.details().collect();
        assert_eq!(details, ["File too large: {size}", "File too large"]);
        assert_eq!(spec, &ArtifactError::CATALOG.errors()[1]);
        assert_ne!(spec, &ArtifactError::CATALOG.errors()[0]);
    }
    let spec = Closed.spec().unwrap();
    assert_eq!((spec.group(), spec.name()), ("Closed", "Closed"));
}

#[test]
fn the_enums_docs_are_the_groups_title_and_text() {
    let catalog = ArtifactError::CATALOG;
    assert_eq!(catalog.name(), "ArtifactError");
    assert_eq!(catalog.title(), "Errors of the artifact endpoints.");
    assert_eq!(
        catalog.text(),
        "They all come from the store.\n\nMore of it."
    );
    assert_eq!((Bare::CATALOG.title(), Bare::CATALOG.text()), ("", ""));
}

#[test]
fn a_catalog_is_a_constant_and_counts_its_errors() {
    const CATALOG: Catalog = ArtifactError::CATALOG;
    const COUNT: usize = CATALOG.count();
    assert_eq!(COUNT, 3);
    assert_eq!(CATALOG.iter().count(), 3);
    assert_eq!(CATALOG.groups().len(), 0);
}

#[test]
fn a_catalog_prints_all_it_knows() {
    let text = ArtifactError::CATALOG.to_string();
    for part in [
        "# Errors of the artifact endpoints.",
        "They all come from the store.",
        "| 404 | `Artifact not found` | Invalid artifact ID or not owned by you | Check the artifact ID |",
        "| 413 | `File too large: {size}`<br>`File too large` | Upload exceeds the limit | Reduce file size |",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(Bare::CATALOG.to_string().starts_with("# Bare\n"));
}

#[derive(Debug, KateError)]
#[status(401)]
enum Markup {
    /// The `x-api-key` header is *missing* | empty
    #[detail("Set `{name}` | retry")]
    #[fix("Set <your key> in [settings], see https://kate.example/keys.")]
    Key { name: String },
}

#[test]
fn texts_and_fixes_are_no_markdown_and_causes_are() {
    let text = Markup::CATALOG.to_string();
    assert!(text.contains("| Status | Detail | Cause | Fix |"), "{text}");
    let row = r"| 401 | ``Set `{name}` \| retry`` | The `x-api-key` header is *missing* \| empty | Set \<your key\> in \[settings\], see <https://kate.example/keys>. |";
    assert!(text.contains(row), "{text}");
}
