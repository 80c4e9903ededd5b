//! Tests of the proof that have no case in `tests/ui`.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Expanded;

/// Checks the first lines of the messages for an enum with these variants.
#[track_caller]
fn gives(variants: &str, expected: &[&str]) {
    let source = format!("enum E {{ {variants} }}");
    assert_eq!(Expanded::of(&source).first_lines(), expected);
}

fn variant(name: &str, detail: &str, marks: &str, fields: &str) -> String {
    format!("#[status(400)] #[detail({detail:?})] {marks} {name} {{ {fields} }},")
}

#[test]
fn a_lossy_or_emit_only_variant_may_have_two_readings() {
    let ambiguous = |marks: &str| variant("A", "{a} to {b}", marks, "a: String, b: String");
    gives(&ambiguous("#[kate(lossy)]"), &[]);
    gives(&ambiguous("#[kate(emit_only)]"), &[]);
    let other = variant("B", "x to y", "", "");
    gives(&format!("{other}{}", ambiguous("#[kate(lossy)]")), &[]);
    gives(&format!("{}{other}", ambiguous("#[kate(emit_only)]")), &[]);
}

#[test]
fn a_form_that_is_never_written_loses_nothing() {
    let details = |last: &str| {
        let fields = "LowA { n: Option<u8>, m: Option<u8> }";
        format!(
            "#[status(400)] #[detail(\"Low {{n}}\")] #[detail(\"Low\")] #[detail({last:?})] {fields}"
        )
    };
    gives(&details("Low {m}"), &[]);
}

#[test]
fn variants_without_a_status_are_not_compared() {
    gives(
        r#"#[detail("x")] A, #[detail("x")] B"#,
        &[
            "`A` has no status: write `#[status(404)]`",
            "`B` has no status: write `#[status(404)]`",
        ],
    );
}

#[test]
fn details_that_are_too_long_to_be_compared_are_reported() {
    let long = "1".repeat(3_000);
    gives(
        &variant("A", &format!("{{a}}{long}{{b}}"), "", "a: String, b: u64"),
        &["this text is too long for the proof that it is told apart"],
    );
    let (before, after) = (format!("{{a}}{long}"), format!("{long}{{a}}"));
    let first = variant("A", &before, "", "a: String");
    gives(
        &format!("{first}{}", variant("B", &after, "", "a: String")),
        &["this text and those of `A` are too long for the proof that they are told apart"],
    );
}

/// The output for a struct whose field has this type, in an invisible group as `macro_rules!` makes it.
fn expand_field(ty: TokenStream) -> String {
    let mut ty = Group::new(Delimiter::None, ty);
    ty.set_span(proc_macro2::Span::call_site());
    let mut tokens: TokenStream = r#"#[status(400)] #[detail("x {0}")]"#.parse().unwrap();
    tokens.extend("struct E".parse::<TokenStream>().unwrap());
    let field = TokenTree::from(Group::new(
        Delimiter::Parenthesis,
        TokenTree::from(ty).into(),
    ));
    tokens.extend([
        field,
        ";".parse::<TokenStream>()
            .unwrap()
            .into_iter()
            .next()
            .unwrap(),
    ]);
    crate::pipeline::derive(tokens).to_string()
}

/// The type of the standard library that the output confirms the field's type to be.
fn confirmed(ty: TokenStream) -> Option<String> {
    let output = expand_field(ty);
    let (_, rest) = output.split_once(":: confirm (")?;
    let name = rest.split('"').nth(1)?;
    Some(name.to_owned())
}

#[test]
fn types_are_recognised_by_their_names() {
    for (ty, name) in [
        ("u8", Some("u8")),
        ("(u8)", Some("u8")),
        ("std::primitive::u64", Some("u64")),
        ("usize", Some("usize")),
        ("isize", Some("isize")),
        ("NonZero<u8>", Some("NonZeroU8")),
        ("std::num::NonZero<i128>", Some("NonZeroI128")),
        ("NonZeroU8", Some("NonZeroU8")),
        ("IpAddr", Some("IpAddr")),
        ("String", None),
        ("Wrapping<u8>", Some("u8")),
        ("std::sync::Arc<Box<u16>>", Some("u16")),
        ("Cow<'static, str>", None),
        ("Vec<u8>", None),
        ("u8<u8>", None),
        ("<u8 as Is>::u8", None),
        ("Slug", None),
    ] {
        assert_eq!(confirmed(ty.parse().unwrap()).as_deref(), name, "{ty}");
    }
}

#[test]
fn a_type_without_a_size_is_recognised_in_an_invisible_group() {
    let is_reported =
        |ty: &str| expand_field(ty.parse().unwrap()).contains("has no size of its own");
    assert!(is_reported("str") && is_reported("(str)") && !is_reported("String"));
}
