//! What the proof lets through, and how its messages begin, where the cases of `tests/ui` have no example.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Expanded;

/// Of an enum with these variants, the first line of each message.
#[track_caller]
fn says(variants: &str, expected: &[&str]) {
    let source = format!("enum E {{ {variants} }}");
    assert_eq!(Expanded::of(&source).first_lines(), expected);
}

fn variant(name: &str, text: &str, marks: &str, fields: &str) -> String {
    format!("#[status(400)] #[detail({text:?})] {marks} {name} {{ {fields} }},")
}

#[test]
fn what_is_lossy_or_never_read_may_have_two_readings() {
    let text = |marks: &str| variant("A", "{a} to {b}", marks, "a: String, b: String");
    says(&text("#[kate(lossy)]"), &[]);
    says(&text("#[kate(emit_only)]"), &[]);
    let other = variant("B", "x to y", "", "");
    says(&format!("{other}{}", text("#[kate(lossy)]")), &[]);
    says(&format!("{}{other}", text("#[kate(emit_only)]")), &[]);
}

#[test]
fn a_text_that_is_never_written_cannot_be_lost() {
    let texts = |last: &str| {
        let fields = "LowA { n: Option<u8>, m: Option<u8> }";
        format!(
            "#[status(400)] #[detail(\"Low {{n}}\")] #[detail(\"Low\")] #[detail({last:?})] {fields}"
        )
    };
    says(&texts("Low {m}"), &[]);
}

#[test]
fn of_a_variant_without_a_status_nothing_is_compared() {
    says(
        r#"#[detail("x")] A, #[detail("x")] B"#,
        &[
            "`A` has no status: write `#[status(404)]`",
            "`B` has no status: write `#[status(404)]`",
        ],
    );
}

#[test]
fn what_is_too_long_to_be_compared_is_told() {
    let long = "1".repeat(3_000);
    says(
        &variant("A", &format!("{{a}}{long}{{b}}"), "", "a: String, b: u64"),
        &["this text is too long for the proof that it is told apart"],
    );
    let (before, after) = (format!("{{a}}{long}"), format!("{long}{{a}}"));
    let first = variant("A", &before, "", "a: String");
    says(
        &format!("{first}{}", variant("B", &after, "", "a: String")),
        &["this text and those of `A` are too long for the proof that they are told apart"],
    );
}

/// What the derive makes of a struct whose field has this type, as `macro_rules!` hands it over.
fn holding(ty: TokenStream) -> String {
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

/// The name by which a field's type is confirmed to be the standard library's.
fn confirmed(ty: TokenStream) -> Option<String> {
    let output = holding(ty);
    let (_, rest) = output.split_once(":: confirm (")?;
    let name = rest.split('"').nth(1)?;
    Some(name.to_owned())
}

#[test]
fn types_are_confirmed_by_their_names() {
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
        ("Wrapping<u8>", None),
        ("u8<u8>", None),
        ("<u8 as Is>::u8", None),
        ("Slug", None),
    ] {
        assert_eq!(confirmed(ty.parse().unwrap()).as_deref(), name, "{ty}");
    }
}

#[test]
fn a_type_without_a_size_is_seen_through_a_macro() {
    let told = |ty: &str| holding(ty.parse().unwrap()).contains("has no size of its own");
    assert!(told("str") && told("(str)") && !told("String"));
}
