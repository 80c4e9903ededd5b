//! What rules leave alone, and what they say where the cases of `tests/ui` have no example.

use super::Expanded;

/// Of an enum with these variants.
#[track_caller]
fn says(variants: &str, expected: &[&str]) {
    let source = format!("enum E<'a, T> {{ {variants} }}");
    assert_eq!(Expanded::of(&source).messages(), expected, "{source}");
}

#[test]
fn a_field_of_two_minds_is_told_once() {
    says(
        r#"#[status(500)] #[detail("No")] A { #[source] #[header("x")] #[kate(expose)] a: io::Error }"#,
        &["`#[header]` and `#[source]` do not go together on one field: keep one"],
    );
}

#[test]
fn a_reference_in_a_header_is_owned_where_it_comes_back() {
    let told = |ty: &str| {
        format!(
            "a field that travels in a header is an `Option`: write `Option<{ty}>`, for a response may come without it"
        )
    };
    for (mark, ty, wanted) in [
        ("", "&'static str", "String"),
        ("", "&'static u64", "u64"),
        ("#[kate(emit_only)]", "&'static str", "&'static str"),
    ] {
        says(
            &format!(r#"#[status(500)] #[detail("No")] {mark} A {{ #[header("x")] a: {ty} }}"#),
            &[&told(wanted)],
        );
    }
}

#[test]
fn a_field_without_a_size_is_told_once_whatever_it_is() {
    let told = |ty: &str, wanted: &str| {
        format!("`{ty}` has no size of its own, as an error in a `Result` must: write `{wanted}`")
    };
    for (mark, field, ty, wanted) in [
        ("#[detail(\"{0}\")]", "str", "str", "String"),
        ("#[detail(\"{0}\")]", "(str)", "(str)", "String"),
        (
            "#[detail(\"{0}\")] #[kate(emit_only)]",
            "[u8]",
            "[u8]",
            "Vec<u8>",
        ),
        (
            "#[detail(\"{0:?}\")] #[kate(emit_only)]",
            "dyn A + 'a",
            "dyn A + 'a",
            "Box<dyn A + 'a>",
        ),
        ("#[detail(\"x\")]", "#[header(\"x\")] str", "str", "String"),
        (
            "#[detail(\"x\")]",
            "#[header(\"x\")] Option<str>",
            "str",
            "String",
        ),
        ("#[detail(\"x\")]", "#[kate(skip)] [T]", "[T]", "Vec<T>"),
        (
            "#[detail(\"x\")]",
            "#[from] dyn Error + 'a",
            "dyn Error + 'a",
            "Box<dyn Error + 'a>",
        ),
    ] {
        let variant = format!("#[status(500)] {mark} A({field})");
        says(&variant, &[&told(ty, wanted)]);
    }
    says(
        "#[kate(transparent)] A(dyn KateError)",
        &[&told("dyn KateError", "Box<dyn KateError>")],
    );
    for sized in [
        "Box<str>",
        "Box<dyn A>",
        "[u8; 1]",
        "str::Wide",
        "Vec<[u8]>",
    ] {
        says(
            &format!("#[status(500)] #[detail(\"{{0}}\")] A({sized})"),
            &[],
        );
    }
}

#[test]
fn a_source_that_borrows_somewhere_is_told() {
    for ty in ["Wrong<(&'a str, u8)>", "[Wrong<'a>; 2]", "(Wrong<'a>,)"] {
        says(
            &format!(r#"#[status(500)] #[detail("No")] A {{ source: {ty} }}"#),
            &[
                "a source cannot borrow: `Error::source` gives out `dyn Error + 'static`, so own the value",
            ],
        );
    }
}

#[test]
fn a_text_that_is_never_read_may_show_what_it_likes() {
    says(
        r#"#[status(500)] #[detail("{a} {a} {b}")] #[kate(emit_only)] A { a: u8, #[kate(skip)] b: u8 }"#,
        &[],
    );
}

#[test]
fn only_a_box_is_what_it_holds() {
    let told = "`E` would have to speak for itself: a transparent field holds another error";
    says("#[kate(transparent)] A(Arc<E>)", &[]);
    says("#[kate(transparent)] A(Box<E>)", &[told]);
}

#[test]
fn a_generic_error_may_stand_before_those_that_lose_or_are_not_read() {
    let before = |other: &str| format!("#[kate(transparent, lossy)] A(T), {other}");
    says(
        &before(r#"#[status(500)] #[detail("x")] #[kate(lossy)] B"#),
        &[],
    );
    says(
        &before(r#"#[status(500)] #[detail("x")] #[kate(emit_only)] B"#),
        &[],
    );
    says(
        &before("#[kate(other)] B { status: StatusCode, detail: String }"),
        &[],
    );
    says(
        &before(r#"#[status(500)] #[detail("x")] B"#),
        &[
            "`A` could take the texts of `B`, since nothing is known of this type here: move `A` behind it",
        ],
    );
}

#[test]
fn spaces_and_line_breaks_that_are_escaped_are_meant() {
    let text = |source: &str| format!("#[status(500)] #[detail(\"{source}\")] A");
    for meant in [r"\u{20}a\u{20}", r"\ta\n", "a\\\n   b", "a\\\r\n   b"] {
        says(&text(meant), &[]);
    }
    let told = "this text has a line break: end the line with `\\` to go on behind it, or write `\\n` if it is to be sent";
    for broken in ["a\nb", "a\\\\\nb", "a\\n\nb", "a\\\\\r\nb"] {
        says(&text(broken), &[told]);
    }
}
