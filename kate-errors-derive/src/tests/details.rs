//! Tests of details that have no case in `tests/ui`.

use super::Expanded;

#[track_caller]
fn gives(variant: &str, expected: &[&str]) {
    let source = format!("enum E {{ #[status(500)] {variant} }}");
    assert_eq!(Expanded::of(&source).first_lines(), expected, "{source}");
}

#[test]
fn names_in_capitals_are_constants() {
    gives(
        r#"#[detail("{MAX} {MAX_2} {Max} {M}")] #[kate(emit_only)] A { a: u8 }"#,
        &["`A` has no field `Max`: it has `a`"],
    );
}

#[test]
fn an_option_has_one_argument() {
    gives(
        r#"#[detail("x {a}")] #[detail("y")] A { a: Option<u8, u8> }"#,
        &[
            "\"y\" does not give `a` back: put `{a}` into it, or make the field an `Option` (by that name, no alias)",
        ],
    );
}

#[test]
fn a_detail_with_a_format_is_reported_for_that_alone() {
    let message = "`{a:?}` prints in a format that is not parsed back: write `{a}`, or mark the variant `#[kate(emit_only)]`";
    gives(
        r#"#[detail("{a:?}{a:?}")] A { a: u8 }"#,
        &[message, message],
    );
    gives(r#"#[detail("{a:?}{a}")] A { a: u8, b: u8 }"#, &[message]);
}

#[test]
fn a_format_has_a_trait() {
    for format in [
        "",
        "?",
        "#x?",
        "+.3e",
        "08.2",
        "0w$X",
        "*^0$.*",
        "é<w$.1$b",
        "-#010o",
        "p",
        " ",
    ] {
        gives(
            &format!(
                r#"#[detail("{{a:{format}}}", 1)] #[kate(emit_only)] A {{ a: u8, w: usize }}"#
            ),
            &[],
        );
    }
    for (format, letter) in [("z", "z"), ("08.2q", "q"), ("0w$y", "y"), ("x!", "x!")] {
        let message =
            format!("`std::fmt` has no format `{letter}`: write `{{a}}`, or `{{a:?}}` for `Debug`");
        gives(
            &format!(r#"#[detail("{{a:{format}}}")] #[kate(emit_only)] A {{ a: u8, w: usize }}"#),
            &[&message],
        );
    }
}

#[test]
fn arguments_may_be_named() {
    let message = "`A` has no field `x`: did you mean `a`?";
    for (arguments, expected) in [
        ("x = 5", &[][..]),
        ("5, x = 5", &[]),
        ("x.len()", &[message]),
        ("x == y", &[message]),
        ("y + x = 5", &[message]),
    ] {
        gives(
            &format!(
                "#[detail(\"{{x}} {{a}} {{}}\", {arguments})] #[kate(emit_only)] A {{ a: u8 }}"
            ),
            expected,
        );
    }
}
