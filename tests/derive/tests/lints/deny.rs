//! Every attribute in a module that denies many lints: derived code causes no warning.

/// The documentation of a module whose items are public.
pub mod denied {
    #![deny(
        warnings,
        missing_docs,
        missing_debug_implementations,
        unused,
        nonstandard_style,
        rust_2018_idioms,
        absolute_paths_not_starting_with_crate,
        elided_lifetimes_in_paths,
        explicit_outlives_requirements,
        impl_trait_redundant_captures,
        keyword_idents,
        let_underscore_drop,
        meta_variable_misuse,
        redundant_imports,
        redundant_lifetimes,
        single_use_lifetimes,
        trivial_casts,
        trivial_numeric_casts,
        unit_bindings,
        unreachable_pub,
        unsafe_code,
        unused_extern_crates,
        unused_import_braces,
        unused_lifetimes,
        unused_qualifications,
        unused_results,
        clippy::all,
        clippy::pedantic,
        clippy::nursery,
        clippy::absolute_paths,
        clippy::allow_attributes,
        clippy::allow_attributes_without_reason,
        clippy::implicit_return,
        clippy::missing_inline_in_public_items,
        clippy::pattern_type_mismatch,
        clippy::question_mark_used,
        clippy::shadow_reuse,
        clippy::wildcard_enum_match_arm,
        clippy::unwrap_used,
        clippy::panic
    )]

    use http::StatusCode;
    use kate_errors::KateError;
    use std::error::Error;
    use std::fmt;
    use std::io;

    /// Errors of the archive
    ///
    /// All of them.
    #[derive(Debug, KateError)]
    #[status(CONFLICT)]
    #[fix("Ask the archive")]
    #[header("x-archive", "closed")]
    #[kate(member = "error")]
    #[non_exhaustive]
    pub enum ArchiveError {
        /// The archive is closed
        #[detail("Archive closed")]
        #[fix("Come back")]
        Closed,
        /// The box is elsewhere
        #[status(404, accept(GONE, 423))]
        #[detail("No box {id} on {shelf}, {left} left")]
        #[detail("No box {id} on {shelf}")]
        #[detail("No box {id}")]
        Missing {
            /// Its number
            id: u64,
            /// Its shelf
            #[kate(chars = "A-Z0-9")]
            shelf: Option<String>,
            /// How many are left
            left: Option<f64>,
            /// When to come back
            #[header("retry-after")]
            seconds: Option<u64>,
            /// How often it was asked
            #[kate(skip)]
            attempts: u8,
        },
        /// The archive is on fire
        #[status(500)]
        #[detail("Fire: {0:?}, {}", .0.len())]
        #[kate(emit_only)]
        Fire(Vec<u8>),
        /// The disk is broken
        #[status(500, accept(any))]
        #[detail("Disk broken")]
        Disk(#[from] io::Error),
        /// The paper is broken
        #[status(502)]
        #[detail("Paper broken: {source}")]
        Paper {
            /// Why
            #[kate(expose)]
            source: fmt::Error,
        },
        /// The ink may be broken
        #[status(503)]
        #[detail("Ink broken")]
        #[header("x-ink", "blue")]
        Ink(
            /// Why
            #[source]
            Option<Box<dyn Error + Send + Sync>>,
        ),
        /// The keeper's
        #[kate(transparent)]
        #[fix("Ask the keeper")]
        Keeper(#[from] KeeperError),
        /// The keeper's, again
        #[kate(transparent, lossy)]
        Again {
            /// It
            inner: Box<KeeperError>,
        },
        /// Anything else
        #[kate(other)]
        Other {
            /// What was received
            status: StatusCode,
            /// What was received
            detail: String,
        },
    }

    /// The keeper is away
    #[derive(Clone, Copy, Debug, PartialEq, Eq, KateError)]
    #[status(423)]
    #[detail("The keeper is away for {hours} hours")]
    #[fix("Wait")]
    #[kate(member = "error")]
    pub struct KeeperError {
        /// How long
        pub hours: u8,
    }

    /// A generic one
    #[derive(Clone, Copy, Debug, PartialEq, Eq, KateError)]
    #[status(424)]
    #[kate(crate = ::kate_errors)]
    pub enum Generic<T, const N: usize>
    where
        T: Copy,
    {
        /// About it
        #[detail("About {0}")]
        About(T),
        /// About nothing
        #[status(425)]
        #[detail("About nothing")]
        #[kate(emit_only)]
        Nothing([T; N]),
    }

    /// A borrowed one
    #[derive(Clone, Copy, Debug, KateError)]
    #[status(400)]
    #[detail("Bad {text}")]
    #[kate(emit_only)]
    pub struct Borrowed<'a> {
        /// It
        pub text: &'a str,
    }

    /// One with a `Display` of its own
    #[derive(Clone, Copy, Debug, KateError, thiserror::Error)]
    #[status(400)]
    #[detail("Both")]
    #[error("in the log")]
    #[kate(no_display)]
    pub struct Both;

    /// One without errors
    #[derive(Clone, Copy, Debug, KateError)]
    pub enum Never {}
}

use std::error::Error;

use denied::{ArchiveError, Borrowed, Both, Generic, KeeperError};
use kate_errors::{Decode, Documented, KateError, ToResponse};

#[test]
fn types_with_every_attribute_work_where_lints_are_denied() {
    let missing = ArchiveError::Missing {
        id: 7,
        shelf: Some("A1".to_owned()),
        left: Some(0.5),
        seconds: Some(30),
        attempts: 3,
    };
    let response = missing.to_response::<Vec<u8>>();
    assert_eq!(response.body(), br#"{"error":"No box 7 on A1, 0.5 left"}"#);
    assert_eq!(response.headers()["x-archive"], "closed");
    assert_eq!(response.headers()["retry-after"], "30");
    let decoded = ArchiveError::from_response(&response).unwrap();
    assert_eq!(decoded.to_string(), missing.to_string());
    assert_eq!(missing.fix(), Some("Ask the archive"));
    assert_eq!(ArchiveError::Fire(vec![1]).to_string(), "Fire: [1], 1");
    let keeper = ArchiveError::from(KeeperError { hours: 5 });
    assert_eq!(keeper.fix(), Some("Ask the keeper"));
    assert_eq!(keeper.to_string(), "The keeper is away for 5 hours");
    assert_eq!(Generic::<_, 0>::About(7).to_string(), "About 7");
    assert_eq!(Borrowed { text: "x" }.to_string(), "Bad x");
    assert_eq!(
        (Both.to_string(), &*Both.detail()),
        ("in the log".to_owned(), "Both")
    );
    assert!(
        ArchiveError::from(std::io::Error::other("x"))
            .source()
            .is_some()
    );
    // Six of its own, and that of the keeper twice.
    assert_eq!(ArchiveError::CATALOG.count(), 8);
}
