//! `Catalog` and `ErrorSpec`: the documentation as values, and as Markdown.

use kate_errors::{Catalog, Documented, ErrorSpec, KateError};

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
fn a_cause_is_the_first_paragraph_on_one_line() {
    let causes: Vec<_> = ArtifactError::CATALOG
        .iter()
        .map(ErrorSpec::cause)
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
fn the_spec_of_a_value_is_its_entry_in_the_catalog() {
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
fn the_doc_comment_of_an_enum_is_the_title_and_text_of_its_group() {
    let catalog = ArtifactError::CATALOG;
    assert_eq!(catalog.name(), "ArtifactError");
    assert_eq!(catalog.title(), "Errors of the artifact endpoints.");
    assert_eq!(
        catalog.description(),
        "They all come from the store.\n\nMore of it."
    );
    assert_eq!(
        (Bare::CATALOG.title(), Bare::CATALOG.description()),
        ("", "")
    );
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
fn the_markdown_of_a_catalog_has_title_details_causes_and_fixes() {
    let markdown = ArtifactError::CATALOG.to_string();
    for part in [
        "# Errors of the artifact endpoints.",
        "They all come from the store.",
        "| 404 | `Artifact not found` | Invalid artifact ID or not owned by you | Check the artifact ID |",
        "| 413 | `File too large: {size}`<br>`File too large` | Upload exceeds the limit | Reduce file size |",
    ] {
        assert!(markdown.contains(part), "{part}\n{markdown}");
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
fn details_and_fixes_are_escaped_in_markdown_and_causes_are_not() {
    let markdown = Markup::CATALOG.to_string();
    assert!(
        markdown.contains("| Status | Detail | Cause | Fix |"),
        "{markdown}"
    );
    let row = r"| 401 | ``Set `{name}` \| retry`` | The `x-api-key` header is *missing* \| empty | Set \<your key\> in \[settings\], see <https://kate.example/keys>. |";
    assert!(markdown.contains(row), "{markdown}");
}
