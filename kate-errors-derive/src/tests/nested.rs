//! Deep nesting is reported before it could overflow the stack.

use std::thread;

use super::Expanded;
use crate::input::depth::LIMIT;

/// What is written before and after a type to nest it.
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

/// The same for values.
const VALUES: [(&str, &str); 4] = [("(", ")"), ("{", "}"), ("-", ""), ("!", "")];

/// Checks an expansion on a stack of half the size of rustc's.
fn expand(source: String, check: impl FnOnce(&str, &Expanded) + Send + 'static) {
    let work = move || check(&source, &Expanded::of(&source));
    let small = thread::Builder::new().stack_size(4 << 20);
    small.spawn(work).unwrap().join().unwrap();
}

fn nest((open, close): (&str, &str), inner: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

/// Variants whose tokens are nested this deep within the braces of an enum.
fn variants(depth: usize) -> Vec<String> {
    let types = TYPES.map(|ty| format!("A {{ a: {}, b: u8 }}", nest(ty, "u8", depth - 1)));
    let values = VALUES.map(|value| format!("A = {}", nest(value, "1", depth)));
    let arguments = format!("#[detail{}] A", nest(("(", ")"), "\"{}\"", depth - 1));
    types.into_iter().chain(values).chain([arguments]).collect()
}

const MESSAGE: &str = "levels deep";

#[test]
fn nesting_below_the_limit_is_read() {
    for variant in variants(LIMIT - 1) {
        expand(format!("enum E {{ {variant} }}"), |source, expanded| {
            let messages = expanded.messages();
            assert!(
                !messages.iter().any(|message| message.contains(MESSAGE)),
                "{messages:?}: {source}"
            );
        });
    }
}

#[test]
fn neighbours_are_not_nested() {
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
        let expanded = Expanded::of(&source);
        let messages = expanded.messages();
        assert!(
            !messages.iter().any(|message| message.contains(MESSAGE)),
            "{messages:?}: {source}"
        );
    }
}

#[test]
fn nesting_above_the_limit_is_reported_once() {
    for depth in [LIMIT, 200, 20_000] {
        for variant in variants(depth) {
            let sound = "#[status(404)] #[detail(\"Gone\")] Gone";
            expand(
                format!("enum E {{ {variant}, {sound} }}"),
                |source, expanded| {
                    let source = source.get(..60).unwrap_or(source);
                    let messages = expanded.messages();
                    assert!(
                        messages.len() == 1 && messages[0].contains(MESSAGE),
                        "{messages:?}: {source}"
                    );
                    expanded.has_all_impls(source);
                },
            );
        }
    }
}

#[test]
fn without_a_name_there_are_no_impls() {
    let source = format!("enum {}{}", "(".repeat(400), ")".repeat(400));
    expand(source, |_, expanded| {
        assert_eq!(expanded.messages().len(), 1);
    });
}
