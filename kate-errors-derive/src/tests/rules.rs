//! Tests of rules that have no case in `tests/ui`.

use super::Expanded;

/// Checks the messages for an enum with these variants.
#[track_caller]
fn gives(variants: &str, expected: &[&str]) {
    let source = format!("enum E<'a, T> {{ {variants} }}");
    assert_eq!(Expanded::of(&source).messages(), expected, "{source}");
}

#[test]
fn a_field_with_two_roles_is_reported_once() {
    gives(
        r#"#[status(500)] #[detail("No")] A { #[source] #[header("x")] #[kate(expose)] a: io::Error }"#,
        &["`#[header]` and `#[source]` do not go together on one field: keep one"],
    );
}

#[test]
fn a_reference_in_a_header_is_to_be_owned_if_it_is_parsed() {
    let message = |ty: &str| {
        format!(
            "a field that travels in a header is an `Option`: write `Option<{ty}>`, for a response may come without it"
        )
    };
    for (mark, ty, wanted) in [
        ("", "&'static str", "String"),
        ("", "&'static u64", "u64"),
        ("#[kate(emit_only)]", "&'static str", "&'static str"),
    ] {
        gives(
            &format!(r#"#[status(500)] #[detail("No")] {mark} A {{ #[header("x")] a: {ty} }}"#),
            &[&message(wanted)],
        );
    }
}

#[test]
fn a_field_without_a_size_is_reported_once() {
    let message = |ty: &str, wanted: &str| {
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
        gives(&variant, &[&message(ty, wanted)]);
    }
    gives(
        "#[kate(transparent)] A(dyn KateError)",
        &[&message("dyn KateError", "Box<dyn KateError>")],
    );
    for sized in [
        "Box<str>",
        "Box<dyn A>",
        "[u8; 1]",
        "str::Wide",
        "Vec<[u8]>",
    ] {
        gives(
            &format!("#[status(500)] #[detail(\"{{0}}\")] A({sized})"),
            &[],
        );
    }
}

#[test]
fn a_source_cannot_borrow() {
    for ty in ["Wrong<(&'a str, u8)>", "[Wrong<'a>; 2]", "(Wrong<'a>,)"] {
        gives(
            &format!(r#"#[status(500)] #[detail("No")] A {{ source: {ty} }}"#),
            &[
                "a source cannot borrow: `Error::source` gives out `dyn Error + 'static`, so own the value",
            ],
        );
    }
}

#[test]
fn an_emit_only_detail_may_name_a_field_twice_or_a_skipped_one() {
    gives(
        r#"#[status(500)] #[detail("{a} {a} {b}")] #[kate(emit_only)] A { a: u8, #[kate(skip)] b: u8 }"#,
        &[],
    );
}

#[test]
fn a_transparent_field_cannot_hold_its_container_in_pointers() {
    let message = "`E` would have to speak for itself: a transparent field holds another error";
    gives("#[kate(transparent)] A(Arc<E>)", &[message]);
    gives("#[kate(transparent)] A(Box<Arc<Self>>)", &[message]);
    gives("#[kate(transparent)] A(Rc<E>)", &[]);
}

#[test]
fn a_generic_transparent_variant_may_be_before_lossy_and_emit_only_ones() {
    let before = |other: &str| format!("#[kate(transparent, lossy)] A(T), {other}");
    gives(
        &before(r#"#[status(500)] #[detail("x")] #[kate(lossy)] B"#),
        &[],
    );
    gives(
        &before(r#"#[status(500)] #[detail("x")] #[kate(emit_only)] B"#),
        &[],
    );
    gives(
        &before("#[kate(other)] B { status: StatusCode, detail: String }"),
        &[],
    );
    gives(
        &before(r#"#[status(500)] #[detail("x")] B"#),
        &[
            "`A` could take the texts of `B`, since nothing is known of this type here: move `A` behind it",
        ],
    );
}

#[test]
fn escaped_spaces_and_line_breaks_are_allowed() {
    let variant = |source: &str| format!("#[status(500)] #[detail(\"{source}\")] A");
    for allowed in [r"\u{20}a\u{20}", r"\ta\n", "a\\\n   b", "a\\\r\n   b"] {
        gives(&variant(allowed), &[]);
    }
    let message = "this text has a line break: end the line with `\\` to go on behind it, or write `\\n` if it is to be sent";
    for broken in ["a\nb", "a\\\\\nb", "a\\n\nb", "a\\\\\r\nb"] {
        gives(&variant(broken), &[message]);
    }
}
