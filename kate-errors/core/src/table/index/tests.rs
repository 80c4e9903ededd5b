use proptest::prelude::*;

use crate::Language;
use crate::table::tests::{error, table_of};
use crate::table::{Accept, Builder, Form, Lookup, Table};

/// A table of these details, with their statuses. An underscore is a placeholder.
fn table(texts: &[(u16, String)]) -> &'static Table {
    let mut builder = Builder::new();
    for (status, text) in texts {
        let mut own = error("E", None, Accept::Only(Vec::new()));
        own.status = *status;
        builder.error(&own);
        let form = match text.split_once('_') {
            Some((before, after)) => {
                Form::Template(before.to_owned(), vec![(0, after.to_owned())], true)
            }
            None => Form::Constant(text.clone(), true, true),
        };
        builder.form(&form, "detail");
    }
    let literals = builder.finish(texts.len());
    Box::leak(Box::new(table_of(
        literals,
        &[Language::Free],
        texts.len(),
        texts.len(),
    )))
}

fn matches(entry: &str, text: &str) -> bool {
    match entry.split_once('_') {
        Some((before, after)) => text
            .strip_prefix(before)
            .is_some_and(|rest| rest.ends_with(after)),
        None => entry == text,
    }
}

fn entries(texts: &[(u16, String)], text: &str) -> Vec<usize> {
    let entries = texts.iter().enumerate();
    entries
        .filter(|(_, (_, entry))| matches(entry, text))
        .map(|(index, _)| index)
        .collect()
}

/// A lookup finds every entry that matches, in order. A constant that the fast path finds is the first match with its
/// status.
fn agrees(texts: &[(u16, String)], table: &'static Table, text: &str) {
    let expected = entries(texts, text);
    let found: Vec<_> = table.candidates(text).collect();
    assert!(
        found.is_sorted() && expected.iter().all(|entry| found.contains(entry)),
        "{text:?}: {found:?} {expected:?}"
    );
    let constant = |entry: &usize| !texts[*entry].1.contains('_');
    let constants =
        |entries: &[usize]| entries.iter().copied().filter(constant).collect::<Vec<_>>();
    assert_eq!(constants(&found), constants(&expected), "{text:?}");
    for status in [404, 409] {
        let first = expected.iter().find(|entry| texts[**entry].0 == status);
        if let Some(entry) = lookup_constant(table, status, text) {
            assert_eq!(Some(&entry), first, "{text:?}");
        }
    }
    for status in [404, 409] {
        let constants = expected
            .iter()
            .filter(|entry| !texts[**entry].1.contains('_'));
        let mut own = constants.filter(|entry| texts[**entry].0 == status);
        assert!(
            lookup_constant(table, status, text).is_some()
                || !table.only_templates_may_match(text.as_bytes())
                || own.next().is_none(),
            "{text:?}"
        );
    }
    if let Lookup::Entry(entry) = table.lookup_template(text.as_bytes()) {
        let templates = expected
            .iter()
            .filter(|entry| texts[**entry].1.contains('_'));
        assert!(templates.clone().all(|other| *other == entry), "{text:?}");
        let first = expected
            .iter()
            .find(|other| texts[**other].0 == texts[entry].0);
        let matched = expected.contains(&entry) && table.is_first_match(entry, texts[entry].0);
        assert!(!matched || first == Some(&entry), "{text:?}");
    }
    if let Some(entry) = table.lookup_unique_constant(text.as_bytes()) {
        assert_eq!(vec![entry], expected, "{text:?}");
    }
}

fn lookup_constant(table: &'static Table, status: u16, text: &str) -> Option<usize> {
    let text = text.as_bytes();
    let [by_one_test, by_several] = [
        table.lookup_constant(status, text),
        table.lookup_constant_among_several(status, text),
    ];
    assert!(by_one_test.is_none() || by_several.is_none());
    by_one_test.or(by_several)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 1 } else { 2000 }))]
    #[test]
    fn every_entry_that_matches_is_found(
        texts in prop::collection::vec((prop::sample::select(vec![404, 409]), "[ab]{0,12}|[ab]{0,4}_[ab]{0,4}|Run [a-c]{1,30}|\"?é{1,9}"), 1..24),
        others in prop::collection::vec("[ab]{0,12}|Run [a-c]{1,30}", 8),
    ) {
        let table = table(&texts);
        for (_, text) in &texts {
            agrees(&texts, table, text);
            agrees(&texts, table, &text.replace('_', "x"));
        }
        for text in &others {
            agrees(&texts, table, text);
        }
    }
}

/// The slow path would find the same entries.
#[test]
fn the_fast_path_finds_what_it_should() {
    let texts = [
        (404, "Run _ not found".to_owned()),
        (404, "Run 7 not found".to_owned()),
        (409, "Gone _".to_owned()),
        (404, "Lost".to_owned()),
        (409, "Gone for good".to_owned()),
        (409, "\"_\" is odd".to_owned()),
    ];
    let table = table(&texts);
    let template = |text: &str| table.lookup_template(text.as_bytes());
    assert_eq!(template("Run 8 not found"), Lookup::Entry(0));
    assert_eq!(template("Gone away"), Lookup::Entry(2));
    let first = |status| [0, 2, 5].map(|entry| table.is_first_match(entry, status));
    assert_eq!(first(404), [true, false, false]);
    assert_eq!(first(409), [false, true, true]);
    assert!(!table.is_first_match(3, 404) && !table.is_first_match(1, 404));
    for (text, alone) in [
        ("Run 8 not found", true),
        ("Lost", true),
        ("Gone for good", false),
    ] {
        assert_eq!(
            table.only_templates_may_match(text.as_bytes()),
            alone,
            "{text}"
        );
    }
    let [accepts, nested, other] = ["accepts", "nested", "other"].map(|more| {
        let mut builder = Builder::new();
        let accept = if more == "accepts" {
            vec![400]
        } else {
            Vec::new()
        };
        builder.error(&error("E", None, Accept::Only(accept)));
        builder.form(&Form::Constant("Lost".to_owned(), true, true), "detail");
        match more {
            "nested" => builder.nested(false),
            "other" => builder.other(),
            _ => {}
        }
        let entries = if more == "accepts" { 1 } else { 2 };
        &*Box::leak(Box::new(table_of(builder.finish(1), &[], 1, entries)))
    });
    assert!(
        [accepts, nested, other]
            .iter()
            .all(|table| !table.only_templates_may_match(b"x"))
    );
    assert_eq!(accepts.lookup_template(b"Lost"), Lookup::None);
    assert_eq!(nested.candidates("x").collect::<Vec<_>>(), [1]);
    assert_eq!(other.candidates("Lost").collect::<Vec<_>>(), [0]);
    assert_eq!([nested.other(), other.other()], [None, Some(1)]);
}

#[test]
fn the_fast_path_skips_values_that_need_the_response() {
    let mut builder = Builder::new();
    builder.error(&error("E", None, Accept::Only(Vec::new())));
    builder.form(&Form::Constant("Busy".to_owned(), true, false), "detail");
    let table: &Table = Box::leak(Box::new(table_of(builder.finish(1), &[], 1, 1)));
    assert_eq!(lookup_constant(table, 404, "Busy"), None);
    assert_eq!(table.lookup_unique_constant(b"Busy"), None);
    assert!(!table.only_templates_may_match(b"Busy"));
    assert_eq!(table.candidates("Busy").collect::<Vec<_>>(), [0]);
}

#[test]
fn the_fast_path_finds_constants_without_competitors() {
    let texts = [
        (404, "Run not found".to_owned()),
        (409, "Run not found".to_owned()),
        (409, "Run _ failed".to_owned()),
        (409, "Run 7 failed".to_owned()),
        (404, "Say \"x\"".to_owned()),
    ];
    let table = table(&texts);
    assert_eq!(lookup_constant(table, 404, "Run not found"), Some(0));
    assert_eq!(lookup_constant(table, 409, "Run not found"), Some(1));
    assert_eq!(lookup_constant(table, 400, "Run not found"), None);
    assert_eq!(lookup_constant(table, 409, "Run 7 failed"), None);
    assert_eq!(lookup_constant(table, 404, "Say \"x\""), None);
    assert_eq!(table.lookup_unique_constant(b"Run not found"), None);
    assert_eq!(table.lookup_unique_constant(b"Say \"x\""), Some(4));
}

/// The index separates a thousand details that are much alike.
#[test]
fn every_constant_is_found_alone() {
    let [many, length] = if cfg!(miri) { [20, 10] } else { [1000, 90] };
    let alike: Vec<_> = (0..many)
        .map(|n| (404, format!("Artifact {n:04} was not found")))
        .collect();
    let long: Vec<_> = (0..length)
        .map(|n| {
            (
                404,
                format!("{}b{}", "a".repeat(n), "a".repeat(length - 1 - n)),
            )
        })
        .collect();
    for texts in [alike, long] {
        let table = table(&texts);
        for (entry, (_, text)) in texts.iter().enumerate() {
            let leaf = table.leaf(table.roots.constants, text.as_bytes());
            assert_eq!(leaf.collect::<Vec<_>>(), [entry], "{text}");
        }
    }
}
