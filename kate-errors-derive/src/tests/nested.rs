//! What nests without end is told, where it would overflow the stack.

use std::thread;

use super::{Expanded, IMPLS};
use crate::input::depth::LIMIT;

/// Types that nest as deep as they are asked to.
const TYPES: [(&str, &str); 10] = [
    ("(", ",)"),
    ("(", ")"),
    ("[", "; 1]"),
    ("Vec<", ">"),
    ("<", " as Iterator>::Item"),
    ("Map<u8, ", ">"),
    ("Map<u8, ", ""),
    ("&", ""),
    ("&'a mut ", ""),
    ("*const ", ""),
];

const VALUES: [(&str, &str); 4] = [("(", ")"), ("{", "}"), ("-", ""), ("!", "")];

/// What comes of it on a stack that is half as large as rustc's.
fn expanded(source: String, check: impl FnOnce(&str, &Expanded) + Send + 'static) {
    let work = move || check(&source, &Expanded::of(&source));
    let small = thread::Builder::new().stack_size(4 << 20);
    small.spawn(work).unwrap().join().unwrap();
}

fn nest((open, close): (&str, &str), inner: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

/// Of a type within the braces of a variant, or of a value in those of an enum.
fn nested(depth: usize) -> Vec<String> {
    let types = TYPES.map(|ty| format!("A {{ a: {}, b: u8 }}", nest(ty, "u8", depth - 1)));
    let values = VALUES.map(|value| format!("A = {}", nest(value, "1", depth)));
    let arguments = format!("#[detail{}] A", nest(("(", ")"), "\"{}\"", depth - 1));
    types.into_iter().chain(values).chain([arguments]).collect()
}

const TOLD: &str = "levels deep";

#[test]
fn what_nests_deep_is_read() {
    for variant in nested(LIMIT - 1) {
        expanded(format!("enum E {{ {variant} }}"), |source, expanded| {
            let told = expanded.messages();
            assert!(
                !told.iter().any(|told| told.contains(TOLD)),
                "{told:?}: {source}"
            );
        });
    }
}

#[test]
fn what_stands_side_by_side_does_not_nest() {
    let each = |part: &str| format!("{part}, ").repeat(2 * LIMIT);
    let attributes = "#[doc = \"-\"] ".repeat(2 * LIMIT);
    let bounds = each("Map<u8, &'a T>: Fn(&u8) -> Vec<Vec<u8>>");
    for source in [
        format!("enum E {{ {} }}", each("A = 1 << 2 | -1")),
        format!(
            "enum E {{ {} }}",
            each("A(&'a u8, Vec<<T as B>::C>, fn() -> [u8; 1 << 2])")
        ),
        format!("{attributes} struct E<T>({attributes} u8) where {bounds};"),
        format!(
            "#[detail(\"\", {})] struct E;",
            each("a = *b < c && match d { _ => &1 }")
        ),
    ] {
        let told = Expanded::of(&source);
        let told = told.messages();
        assert!(
            !told.iter().any(|told| told.contains(TOLD)),
            "{told:?}: {source}"
        );
    }
}

#[test]
fn what_nests_without_end_is_told_once_and_cut_off() {
    for depth in [LIMIT, 200, 20_000] {
        for variant in nested(depth) {
            let sound = "#[status(404)] #[detail(\"Gone\")] Gone";
            expanded(
                format!("enum E {{ {variant}, {sound} }}"),
                |source, expanded| {
                    let source = source.get(..60).unwrap_or(source);
                    let told = expanded.messages();
                    assert!(
                        told.len() == 1 && told[0].contains(TOLD),
                        "{told:?}: {source}"
                    );
                    for what in IMPLS {
                        assert!(expanded.has(what), "no {what}: {source}");
                    }
                },
            );
        }
    }
}

#[test]
fn without_a_name_that_is_all() {
    let source = format!("enum {}{}", "(".repeat(400), ")".repeat(400));
    expanded(source, |_, expanded| {
        assert_eq!(expanded.messages().len(), 1);
    });
}
