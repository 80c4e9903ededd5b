//! Messages have the style that `kate-errors-derive/src/diagnostics.rs` describes.

use std::collections::BTreeSet;

use crate::cases::{self, Case};
use crate::messages::Message;

/// The cases with a message of rustc's, each with the reason why it cannot be one of ours.
const RUSTC_MESSAGES: [(&str, &str); 26] = [
    ("detail/path", PATHS),
    (
        "detail/too_few_arguments",
        "`format!` points into the literal, which a derive cannot",
    ),
    ("fields/format_without_debug", DEBUG),
    ("fields/named_twice", TWICE),
    (
        "fields/str",
        "rustc refuses a type without a size, and suggests `&str` and `Box<str>`, which do not come back",
    ),
    ("item/display_twice", IMPLS),
    ("item/error_twice", IMPLS),
    ("item/misspelt_attribute", UNKNOWN),
    ("item/misspelt_default_status", UNKNOWN),
    ("item/misspelt_header", UNKNOWN),
    ("item/misspelt_kate", UNKNOWN),
    ("item/misspelt_second_detail", UNKNOWN),
    ("item/misspelt_status", UNKNOWN),
    (
        "item/no_display_without_error",
        "rustc checks the supertraits of a trait; it points to the word that leaves them out",
    ),
    ("item/variant_twice", TWICE),
    ("item/without_debug", DEBUG),
    ("kate/crate_does_not_exist", PATHS),
    ("kate/crate_is_another", PATHS),
    (
        "kate/emit_only_is_decoded_by_its_name",
        "rustc has no custom message for a function that does not exist",
    ),
    ("kate/emit_only_is_parsed", "`FromStr` is not ours"),
    ("many/display_twice_and_other_error", IMPLS),
    ("many/without_debug", DEBUG),
    ("source/from_of_alias", TYPES),
    ("source/from_one_type_by_two_names", TYPES),
    ("source/from_written_by_hand_too", IMPLS),
    (
        "transparent/recursive_pair",
        "a derive does not see the other type",
    ),
];

const DEBUG: &str = "rustc suggests the derive of `Debug`";
const IMPLS: &str = "a derive does not see other impls";
const PATHS: &str = "a derive does not resolve paths";
const TWICE: &str = "rustc points to the first one too";
const TYPES: &str = "a derive does not see types";
const UNKNOWN: &str =
    "rustc names each attribute that it does not know, and suggests one with a similar name";

/// Cases of one misuse with two messages.
const TWO_MESSAGES: [&str; 5] = [
    "fields/collection",
    "fields/str",
    "fields/without_display_and_from_str",
    "header/field_without_display_and_from_str",
    "item/struct_without_anything",
];

/// How many characters a message has beside what it quotes.
fn length(message: &str) -> usize {
    let mut quote = None;
    let unquoted = message.chars().filter(|c| match (quote, *c) {
        (None, '`' | '"') => {
            quote = Some(*c);
            false
        }
        (Some(open), c) => {
            quote = quote.filter(|_| c != open);
            false
        }
        (None, _) => true,
    });
    unquoted.count()
}

#[test]
fn a_message_is_short_and_has_nothing_but_a_help_after_it() {
    for case in cases::all() {
        let name = &case.name;
        for message in case.own_messages() {
            let Message { first, more, .. } = message;
            let begins = first
                .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || "`\"".contains(c));
            assert!(begins, "{name} begins with a capital: {first}");
            assert!(
                !first.ends_with('.'),
                "{name} ends with a full stop: {first}"
            );
            assert!(length(&first) <= 120, "{name} is too long: {first}");
            for line in more {
                assert!(
                    line.starts_with("help: "),
                    "{name} has a line that is no help: {line}"
                );
                assert!(length(&line) <= 160, "{name} is too long: {line}");
            }
        }
    }
}

#[test]
fn a_case_has_a_message_of_rustc_only_where_the_list_gives_a_reason() {
    let all = cases::all();
    let rustc = all
        .iter()
        .filter(|case| case.messages.iter().any(|message| !message.ours));
    let found: BTreeSet<_> = rustc.map(|case| case.name.as_str()).collect();
    let listed: BTreeSet<_> = RUSTC_MESSAGES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, listed);
}

#[test]
fn one_misuse_has_one_message() {
    let has_one = |case: &Case| {
        let expected = 1 + usize::from(TWO_MESSAGES.contains(&case.name.as_str()));
        case.name.starts_with("many/") || case.messages.len() == expected
    };
    let all = cases::all().into_iter();
    let wrong: Vec<_> = all
        .filter(|case| !has_one(case))
        .map(|case| case.name)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn each_topic_has_cases() {
    let cases = cases::all();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    let topics: BTreeSet<_> = cases
        .iter()
        .filter_map(|case| case.name.split_once('/'))
        .map(|(topic, _)| topic)
        .collect();
    let expected = [
        "chars",
        "detail",
        "fields",
        "fix",
        "header",
        "item",
        "kate",
        "len",
        "many",
        "other",
        "proof",
        "source",
        "status",
        "transparent",
        "words",
    ];
    assert!(topics.into_iter().eq(expected));
}
