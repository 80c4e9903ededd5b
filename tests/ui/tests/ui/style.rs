//! Messages are held to the style that `kate-errors-derive/src/diagnostics.rs` writes down.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where rustc's own words stand alone, and why ours cannot.
const RUSTCS_OWN: [(&str, &str); 26] = [
    ("detail/behind_path", PATHS),
    (
        "detail/too_few_arguments",
        "`format!` points into the text, which a derive cannot",
    ),
    ("fields/format_without_debug", DEBUG),
    ("fields/named_twice", TWICE),
    (
        "fields/str",
        "rustc refuses what has no size, and offers `&str` and `Box<str>`, which would not come back",
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
        "a trait's supertraits are rustc's to check; the place is the word that leaves them out",
    ),
    ("item/variant_twice", TWICE),
    ("item/without_debug", DEBUG),
    ("kate/crate_does_not_exist", PATHS),
    ("kate/crate_is_another", PATHS),
    (
        "kate/emit_only_is_decoded_by_its_name",
        "rustc takes no words for a function that is not there",
    ),
    ("kate/emit_only_is_parsed", "`FromStr` is not ours"),
    ("many/display_twice_and_mistake", IMPLS),
    ("many/without_debug", DEBUG),
    ("source/from_of_alias", TYPES),
    ("source/from_one_type_by_two_names", TYPES),
    ("source/from_written_by_hand_too", IMPLS),
    (
        "transparent/recursive_pair",
        "two derives do not see each other",
    ),
];

const DEBUG: &str = "rustc offers the derive of `Debug` as an edit";
const IMPLS: &str = "a derive sees no other impls";
const PATHS: &str = "a derive knows no paths";
const TWICE: &str = "rustc says where the first one stands";
const TYPES: &str = "a derive sees no types";
const UNKNOWN: &str = "rustc names each attribute that it does not know, with the one that is near";

/// Cases of one misuse that is two mistakes, or that rustc tells too.
const TWO: [&str; 5] = [
    "fields/collection",
    "fields/str",
    "fields/without_display_and_from_str",
    "header/field_without_display_and_from_str",
    "item/struct_without_anything",
];

/// What messages of ours say that rustc prints for a bound.
const BOUNDS: [&str; 9] = [
    "cannot be written into a text",
    "cannot be read back from a text",
    "cannot be skipped",
    "cannot be a source",
    "cannot stand in a transparent field",
    "cannot hold the",
    "is not a `KateError`",
    "are not listed",
    "cannot be decoded",
];

struct Case {
    name: String,
    messages: Vec<Message>,
}

/// An error's words, without those that rustc puts before ours.
struct Message {
    first: String,
    more: Vec<String>,
    ours: bool,
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let topics = fs::read_dir(&root).expect("the cases are there");
    let mut cases = Vec::new();
    for topic in topics {
        let topic = topic.expect("a folder").path();
        for file in fs::read_dir(&topic).expect("a folder of cases") {
            let path = file.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                cases.push(case(&root, &path.with_extension("stderr")));
            }
        }
    }
    cases
}

fn case(root: &Path, path: &PathBuf) -> Case {
    let name = path
        .with_extension("")
        .strip_prefix(root)
        .expect("a case")
        .display()
        .to_string();
    let snapshot = fs::read_to_string(path).unwrap_or_else(|_| panic!("{name} has no snapshot"));
    let mut lines = snapshot.lines().peekable();
    let mut messages = Vec::new();
    while let Some(line) = lines.next() {
        let Some((head, words)) = line.split_once(": ").filter(|_| line.starts_with("error"))
        else {
            continue;
        };
        let mut more = Vec::new();
        while let Some(next) = lines.next_if(|next| !next.trim_start().starts_with("-->")) {
            more.push(next.trim().to_owned());
        }
        let panicked = words.strip_prefix("evaluation panicked: ");
        let bound = head == "error[E0277]" && BOUNDS.iter().any(|bound| words.contains(bound));
        messages.push(Message {
            first: panicked.unwrap_or(words).to_owned(),
            more,
            ours: panicked.is_some() || bound || head == "error" && !rustcs(words),
        });
    }
    Case { name, messages }
}

/// What rustc says without a code.
fn rustcs(words: &str) -> bool {
    words.starts_with("cannot find attribute")
        || words.contains("positional arguments in format string")
}

/// The characters beside what is quoted.
fn length(words: &str) -> usize {
    let mut quote = None;
    let own = words.chars().filter(|c| match (quote, *c) {
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
    own.count()
}

#[test]
fn a_message_is_short_and_says_what_to_write() {
    for case in cases() {
        for message in case.messages.iter().filter(|message| message.ours) {
            let Message { first, more, .. } = message;
            let name = &case.name;
            let begins = first
                .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || "`\"".contains(c));
            assert!(begins, "{name} begins otherwise: {first}");
            assert!(
                !first.ends_with('.'),
                "{name} ends with a full stop: {first}"
            );
            assert!(length(first) <= 120, "{name} is long: {first}");
            for line in more {
                assert!(
                    line.starts_with("help: "),
                    "{name} has more than a help: {line}"
                );
                assert!(length(line) <= 160, "{name} is long: {line}");
            }
        }
    }
}

#[test]
fn rustcs_own_words_stand_alone_only_where_ours_cannot() {
    let all = cases();
    let rustcs = all
        .iter()
        .filter(|case| !case.messages.iter().all(|message| message.ours));
    let found: BTreeSet<_> = rustcs.map(|case| case.name.as_str()).collect();
    let listed: BTreeSet<_> = RUSTCS_OWN.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, listed);
}

#[test]
fn one_misuse_is_one_message() {
    let all = cases();
    let single = all.iter().filter(|case| !case.name.starts_with("many/"));
    let wrong = single.filter(|case| {
        let wanted = 1 + usize::from(TWO.contains(&&*case.name));
        case.messages.len() != wanted
    });
    let wrong: Vec<_> = wrong.map(|case| &case.name).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn there_are_cases_for_all_that_can_be_misused() {
    let cases = cases();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    for topic in [
        "chars",
        "detail",
        "fields",
        "fix",
        "header",
        "item",
        "kate",
        "many",
        "other",
        "proof",
        "source",
        "status",
        "transparent",
    ] {
        assert!(
            cases.iter().any(|case| case.name.starts_with(topic)),
            "{topic}"
        );
    }
}
