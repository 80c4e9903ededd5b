//! What texts may name, where the cases of `tests/ui` have no example.

use super::Expanded;

#[track_caller]
fn says(variant: &str, expected: &[&str]) {
    let source = format!("enum E {{ #[status(500)] {variant} }}");
    assert_eq!(Expanded::of(&source).first_lines(), expected, "{source}");
}

#[test]
fn capitals_are_constants() {
    says(
        r#"#[detail("{MAX} {MAX_2} {Max} {M}")] #[kate(emit_only)] A { a: u8 }"#,
        &["`A` has no field `Max`: it has `a`"],
    );
}

#[test]
fn an_option_has_one_argument() {
    says(
        r#"#[detail("x {a}")] #[detail("y")] A { a: Option<u8, u8> }"#,
        &[
            "\"y\" does not give `a` back: put `{a}` into it, or make the field an `Option` (by that name, no alias)",
        ],
    );
}

#[test]
fn of_a_text_with_formats_nothing_else_is_said() {
    let told = "`{a:?}` prints in a format that is not parsed back: write `{a}`, or mark the variant `#[kate(emit_only)]`";
    says(r#"#[detail("{a:?}{a:?}")] A { a: u8 }"#, &[told, told]);
    says(r#"#[detail("{a:?}{a}")] A { a: u8, b: u8 }"#, &[told]);
}

#[test]
fn every_format_has_its_trait() {
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
        says(
            &format!(
                r#"#[detail("{{a:{format}}}", 1)] #[kate(emit_only)] A {{ a: u8, w: usize }}"#
            ),
            &[],
        );
    }
    for (format, letter) in [("z", "z"), ("08.2q", "q"), ("0w$y", "y"), ("x!", "x!")] {
        let told =
            format!("`std::fmt` has no format `{letter}`: write `{{a}}`, or `{{a:?}}` for `Debug`");
        says(
            &format!(r#"#[detail("{{a:{format}}}")] #[kate(emit_only)] A {{ a: u8, w: usize }}"#),
            &[&told],
        );
    }
}

#[test]
fn an_argument_has_a_name_where_it_is_given_one() {
    let told = "`A` has no field `x`: did you mean `a`?";
    for (arguments, expected) in [
        ("x = 5", &[][..]),
        ("5, x = 5", &[]),
        ("x.len()", &[told]),
        ("x == y", &[told]),
        ("y + x = 5", &[told]),
    ] {
        says(
            &format!(
                "#[detail(\"{{x}} {{a}} {{}}\", {arguments})] #[kate(emit_only)] A {{ a: u8 }}"
            ),
            expected,
        );
    }
}
