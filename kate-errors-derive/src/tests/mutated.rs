//! Tests of valid types, and of the same types with tokens removed, repeated, swapped and inserted.

use proc_macro2::{Group, TokenStream, TokenTree};
use proptest::prelude::*;

use super::{Expanded, IMPLS};

/// Attributes, name and parameters, body.
const SAMPLES: [[&str; 3]; 7] = [
    [
        r#"/// Errors of the subscription endpoints.
        #[derive(Debug)] #[status(409)] #[fix("Try again")] #[header("cache-control", "no-store")]
        #[kate(member = "error")]"#,
        "pub enum Subscribed",
        r#"{
            /// Agent already has an active subscription
            #[detail("Already subscribed")] #[fix("No action needed")]
            Already,
            /// Not enough tokens
            #[status(402, accept(409, 422))]
            #[detail("Insufficient token balance. Required: {required}, available: {available}")]
            #[detail("Insufficient token balance")]
            Insufficient { required: Option<u64>, available: Option<u64> },
            #[status(PAYMENT_REQUIRED, accept(any))] #[detail("Card {0} refused {{at once}}")]
            Refused(#[kate(chars = "0-9a-f-")] String, #[kate(skip)] std::collections::BTreeMap<u8, Vec<(u8, u8)>>),
            #[status(429)] #[detail("Slow down")] #[header("x-hint", "wait")]
            Slow { #[header("retry-after")] after: Option<u64> } = 7,
            #[kate(other)] Other { status: http::StatusCode, detail: String },
        }"#,
    ],
    [
        "#[derive(Debug)]",
        "enum Nested",
        r#"{
            #[status(500)] #[detail("Database is down")] Database(#[from] sqlx::Error),
            #[status(502)] #[detail("Upstream failed")] Upstream { source: Option<Box<dyn Error + Send + Sync>> },
            #[status(503)] #[detail("Cause: {why}")] Cause { #[source] #[kate(expose)] why: anyhow::Error },
            #[kate(transparent)] #[fix("Read on")] Auth(#[from] AuthError),
            #[kate(transparent, lossy)] Run(Box<RunError>),
            #[status(504)] #[detail("{a:?} {:>1$} {b}", .c.len(), 5, b = .a + 1)] #[kate(emit_only)] Late { a: u8, c: Vec<u8> },
        }"#,
    ],
    [
        "#[derive(Debug)]",
        "pub(crate) enum Generic<'a, T: Clone + Into<String> = u8, const N: usize = 3>",
        r#"where T: Iterator<Item = (u8, u8)>, [u8; N]: Default {
            #[status(400)] #[detail("Bad {0}")] Bad(T),
            #[status(404)] #[detail("{id} not found")] #[kate(emit_only)] Not { id: &'a str, #[kate(skip)] all: [u8; N] },
            #[status(405)] #[detail("Call")] Call(#[kate(skip)] fn(T, u8) -> Result<T, u8>),
        }"#,
    ],
    [
        r#"/// Too many requests
        #[derive(Debug)] #[status(429)] #[detail("Rate limit of {limit} exceeded")] #[kate(crate = crate::errors)]"#,
        "pub struct RateLimit",
        r#"{ pub limit: u32, #[header("retry-after")] pub(crate) retry_after: Option<u64>, #[kate(skip)] at: Option<Instant> }"#,
    ],
    [
        r#"#[status(404)] #[detail("{0} of {1}")] #[fix("Look elsewhere")]"#,
        "struct Missing",
        "(u32, pub u64);",
    ],
    [
        "#[kate(transparent, lossy)]",
        "struct Wrapped<T>",
        "(#[from] T) where T: KateError;",
    ],
    [r#"#[status(410)] #[detail("Gone")]"#, "struct Gone", ";"],
];

/// Tokens that are inserted.
const STRAY: [&str; 20] = [
    ",",
    "#",
    "=",
    ":",
    "<",
    ">",
    "-> u8",
    "::",
    "!",
    "&",
    "..",
    "'a",
    "type",
    "Self",
    "id",
    "404",
    "\"{id\"",
    "#[detail]",
    "#[]",
    "{ id }",
];

#[derive(Clone, Copy, Debug)]
enum Edit {
    Remove,
    Repeat,
    Swap,
    /// Inserts this one of [`STRAY`].
    Insert(usize),
    /// Removes all tokens up to the end of the group.
    End,
    /// Empties a group.
    Empty,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => Just(Edit::Remove),
        1 => Just(Edit::Repeat),
        1 => Just(Edit::Swap),
        3 => (0..STRAY.len()).prop_map(Edit::Insert),
        1 => Just(Edit::End),
        1 => Just(Edit::Empty),
    ]
}

/// The number of tokens, with those in groups.
fn count(tokens: &TokenStream) -> usize {
    let inner = |token| match token {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(inner).sum()
}

/// Edits at the token of this number, which is counted down to it.
fn apply(tokens: TokenStream, number: &mut Option<usize>, edit: Edit) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter();
    while let Some(mut token) = tokens.next() {
        match *number {
            Some(0) => {
                *number = None;
                match edit {
                    Edit::Remove => {}
                    Edit::Repeat => out.extend([token.clone(), token]),
                    Edit::Swap => out.extend(tokens.next().into_iter().chain([token])),
                    Edit::Insert(index) => {
                        out.extend(STRAY[index].parse::<TokenStream>());
                        out.extend([token]);
                    }
                    Edit::End => return out,
                    Edit::Empty => {
                        if let TokenTree::Group(group) = token {
                            token = Group::new(group.delimiter(), TokenStream::new()).into();
                        }
                        out.extend([token]);
                    }
                }
                continue;
            }
            Some(left) => *number = Some(left - 1),
            None => {}
        }
        if let TokenTree::Group(group) = &token {
            let inner = apply(group.stream(), number, edit);
            token = Group::new(group.delimiter(), inner).into();
        }
        out.extend([token]);
    }
    out
}

/// The source after these edits. `None` if it does not consist of tokens: a single quote is not a token.
fn edited(source: &str, edits: &[(Edit, prop::sample::Index)]) -> Option<String> {
    let mut tokens: TokenStream = source.parse().ok()?;
    for (edit, index) in edits {
        let mut number = Some(index.index(count(&tokens).max(1)));
        tokens = apply(tokens, &mut number, *edit);
    }
    let text = tokens.to_string();
    text.parse::<TokenStream>().is_ok().then_some(text)
}

/// The derive does not panic, its diagnostics point into the source, and the output has these impls. A type that cannot be parsed
/// has one diagnostic.
fn check(source: &str, impls: &[&str]) -> Result<(), TestCaseError> {
    let expanded = Expanded::of(source);
    for name in impls {
        prop_assert!(expanded.has(name), "no {}: {}", name, source);
    }
    for diagnostic in &expanded.diagnostics {
        let at = diagnostic.at.as_deref().unwrap_or_default();
        prop_assert!(!at.is_empty(), "{:?} in {}", diagnostic, source);
    }
    if syn::parse_str::<syn::DeriveInput>(source).is_err() {
        let diagnostics = &expanded.diagnostics;
        prop_assert_eq!(diagnostics.len(), 1, "{:?} in {}", diagnostics, source);
    }
    Ok(())
}

fn edits() -> impl Strategy<Value = Vec<(Edit, prop::sample::Index)>> {
    prop::collection::vec((edit(), any::<prop::sample::Index>()), 1..4)
}

#[test]
fn sound_types_have_no_diagnostics() {
    for [attributes, head, body] in SAMPLES {
        let source = format!("{attributes} {head} {body}");
        let expanded = Expanded::of(&source);
        assert!(
            expanded.diagnostics.is_empty(),
            "{:?}",
            expanded.diagnostics
        );
        expanded.has_all_impls(&source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    /// A type with its name and its parameters has all impls, whatever happens to the rest.
    #[test]
    fn edited_bodies_and_attributes(sample in 0..SAMPLES.len(), edits in edits(), attributes in any::<bool>()) {
        let [before, head, body] = SAMPLES[sample];
        let part = if attributes { before } else { body };
        if let Some(part) = edited(part, &edits) {
            let source = if attributes {
                format!("{part} {head} {body}")
            } else {
                format!("{before} {head} {part}")
            };
            check(&source, &IMPLS)?;
        }
    }

    #[test]
    fn edited_types(sample in 0..SAMPLES.len(), edits in edits()) {
        let whole = SAMPLES[sample].join(" ");
        if let Some(source) = edited(&whole, &edits).filter(|source| !source.is_empty()) {
            check(&source, &[])?;
        }
    }
}
