//! Derived code causes no warning in a crate that denies many lints.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    future_incompatible,
    nonstandard_style,
    rust_2018_idioms,
    unused,
    absolute_paths_not_starting_with_crate,
    explicit_outlives_requirements,
    keyword_idents,
    let_underscore_drop,
    meta_variable_misuse,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::as_conversions,
    clippy::default_trait_access,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::indexing_slicing,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::min_ident_chars,
    clippy::pattern_type_mismatch,
    clippy::question_mark_used,
    clippy::shadow_reuse,
    clippy::shadow_unrelated,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
#![expect(
    deprecated,
    reason = "a deprecated variant is used in the test, as its own crate may"
)]

use core::marker::PhantomData;
use std::io;

use http::StatusCode;
use kate_errors::KateError;

/// Inner errors
#[derive(Debug, KateError)]
#[non_exhaustive]
#[status(404)]
#[header("x-a", "b")]
pub enum Inner<'a, T> {
    /// Nothing
    #[detail("Nothing")]
    Nothing,
    /// Something borrowed
    #[detail("Something {} {value:?}", .borrowed)]
    #[kate(emit_only)]
    Something {
        /// A string
        borrowed: &'static str,
        /// A value
        value: PhantomData<&'a T>,
    },
}

/// Outer errors
#[derive(Debug, KateError)]
#[non_exhaustive]
#[status(500)]
#[fix("Wait")]
pub enum Outer {
    /// Deprecated
    #[deprecated(note = "not sent any more")]
    #[detail("Old {id} {state}")]
    #[detail("Old {id}")]
    Old {
        /// A number
        id: u64,
        /// A letter
        state: Option<char>,
        /// A header
        #[header("retry-after")]
        retry_after: Option<u64>,
        /// Not sent
        #[kate(skip)]
        skipped: u8,
        /// A source
        source: Option<io::Error>,
    },
    /// A disk's
    #[detail("Disk")]
    Disk(#[from] io::Error),
    /// All of a kind
    #[kate(transparent)]
    #[fix("Look elsewhere")]
    One(One),
    /// All others
    #[kate(other)]
    Other {
        /// A status
        status: StatusCode,
        /// A string
        detail: String,
    },
}

/// One
#[derive(Debug, KateError)]
#[non_exhaustive]
#[status(400)]
#[detail("One {0}")]
pub struct One(#[kate(chars = "a-z")] pub String);

/// An error of a type that is deprecated
#[derive(Debug, KateError)]
#[non_exhaustive]
#[deprecated(note = "use `One`")]
#[status(400)]
#[detail("Two")]
#[kate(emit_only)]
pub struct Two;

/// A type without values
#[derive(Debug, KateError)]
#[non_exhaustive]
pub enum Never {}

#[test]
fn derived_code_compiles_in_a_crate_that_denies_warnings() {
    let old = Outer::Old {
        id: 1,
        state: None,
        retry_after: None,
        skipped: 0,
        source: None,
    };
    assert_eq!(old.detail(), "Old 1");
    assert_eq!(Two.detail(), "Two");
    let nothing = Inner::<'_, u8>::Nothing;
    assert_eq!(nothing.detail(), "Nothing");
}
