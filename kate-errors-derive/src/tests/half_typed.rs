//! What stands in an editor for a moment: each mistake is told once, at what was typed, and every impl is there.

use super::{Expanded, IMPLS};

const ATTRIBUTE: &str = "expected an attribute: `#[name]`, or `#[name(...)]` with arguments";
const VARIANT: &str = "expected a variant: `NotFound`, or `NotFound { id: u64 }`";
const FIELD: &str = "expected a field with its type: `id: u64`";
const TYPE: &str = "expected a field's type: `u64`";
const PARAMETERS: &str = "expected parameters and a `>`: `<'a, T: Display>`";

#[track_caller]
fn diagnostics(source: &str, expected: &[(&str, &str)]) {
    let expanded = Expanded::of(source);
    let found: Vec<_> = expanded
        .diagnostics
        .iter()
        .map(|m| (m.message.as_str(), m.at.as_deref().unwrap_or("nowhere")))
        .collect();
    assert_eq!(found, expected, "{source}");
    for what in IMPLS {
        assert!(expanded.has(what), "no {what}: {source}");
    }
}

/// In an enum, in front of a sound variant.
#[track_caller]
fn variant(source: &str, expected: &[(&str, &str)]) {
    let sound = "#[status(404)] #[detail(\"Gone\")] Gone";
    diagnostics(&format!("enum E {{ {source}, {sound} }}"), expected);
    diagnostics(&format!("enum E {{ {sound}, {source} }}"), expected);
}

#[test]
fn what_is_whole_has_no_mistakes() {
    variant("#[status(404)] #[detail(\"No\")] No", &[]);
    diagnostics("#[status(404)] #[detail(\"No\")] struct E;", &[]);
    diagnostics("enum E {}", &[]);
}

#[test]
fn attributes_without_arguments() {
    variant(
        "#[status(404)] #[detail] No",
        &[(
            "expected arguments in parentheses: `#[detail(\"Artifact not found\")]`",
            "detail",
        )],
    );
    variant("#[detail =] No", &[(ATTRIBUTE, "#[detail =]")]);
    variant("#[] No", &[(ATTRIBUTE, "#[]")]);
    variant("#[detail \"No\"] No", &[(ATTRIBUTE, "#[detail \"No\"]")]);
    variant("#[detail::] No", &[(ATTRIBUTE, "#[detail::]")]);
    variant(
        "#[detail(\"No\") x] No",
        &[(ATTRIBUTE, "#[detail(\"No\") x]")],
    );
    variant("# No", &[(ATTRIBUTE, "#")]);
    variant("No { #[] id: u64 }", &[(ATTRIBUTE, "#[]")]);
    variant("No(#[kate =] u64)", &[(ATTRIBUTE, "#[kate =]")]);
}

#[test]
fn attributes_of_the_type() {
    diagnostics("#[status =] enum E { No }", &[(ATTRIBUTE, "#[status =]")]);
    diagnostics(
        "#[] #[kate =] pub struct E;",
        &[(ATTRIBUTE, "#[]"), (ATTRIBUTE, "#[kate =]")],
    );
}

#[test]
fn a_path_that_is_half_typed() {
    let wanted = "expected a path without quotes: `crate = my::kate_errors`";
    diagnostics("#[kate(crate = my::)] enum E {}", &[(wanted, "my::")]);
    // What `use` takes no path of.
    for path in ["Self::errors", "my::<u8>::errors", "my::errors<u8>"] {
        let source = format!("#[kate(crate = {path})] enum E {{}}");
        diagnostics(&source, &[(wanted, path)]);
    }
}

#[test]
fn attributes_with_nothing_behind() {
    variant("#[status(404)]", &[(VARIANT, "#[status(404)]")]);
    variant("#[]", &[(ATTRIBUTE, "#[]")]);
    variant("No { #[source] }", &[(FIELD, "#[source]")]);
    variant("No(#[from])", &[(TYPE, "#[from]")]);
}

#[test]
fn fields_without_a_type() {
    variant("No { id }", &[(FIELD, "id")]);
    variant("No { id: }", &[(FIELD, "id:")]);
    variant("No { id: Option< }", &[(FIELD, "id: Option<")]);
    variant("No { id: Vec<, of: u64 }", &[(FIELD, "id: Vec<")]);
    variant(
        "No { id: Map<u8 u8, u8>, of: u64 }",
        &[(FIELD, "id: Map<u8 u8, u8>")],
    );
    variant(
        "No { call: fn(u8) -> ! x, of: Map<u8, u8> }",
        &[("expected a comma", "x"), (FIELD, "x")],
    );
    variant("No { id: (u8 u8), of: u8 }", &[(FIELD, "id: (u8 u8)")]);
    variant("No { id, of }", &[(FIELD, "id"), (FIELD, "of")]);
    variant("No { pub }", &[(FIELD, "pub")]);
    variant(
        "No { type: u64 }",
        &[("`type` is a keyword: use another name", "type: u64")],
    );
    variant("No(,)", &[(TYPE, ",")]);
    variant("No(u64,,)", &[(TYPE, ",")]);
    variant("No(&'a)", &[(TYPE, "&'a")]);
    variant("No(crate::)", &[(TYPE, "crate::")]);
    diagnostics("struct E { id }", &[(FIELD, "id")]);
    diagnostics("struct E(,);", &[(TYPE, ",")]);
}

#[test]
fn variants() {
    variant("No =", &[("expected a number: `= 1`", "=")]);
    variant("No = 1 +", &[("expected a number: `= 1`", "= 1 +")]);
    variant("No Yes", &[("expected a comma", "Yes")]);
    variant("No {} #[status(400)] Yes(u8)", &[("expected a comma", "#")]);
    variant("No % Yes", &[("expected a comma", "%")]);
    variant("enum", &[("`enum` is a keyword: use another name", "enum")]);
    variant(
        "Self { id: u64 }",
        &[("`Self` is a keyword: use another name", "Self { id: u64 }")],
    );
    variant("404", &[(VARIANT, "404")]);
    diagnostics("enum E { , }", &[(VARIANT, ",")]);
}

#[test]
fn fixups_of_an_editor_are_names() {
    let source = "enum E { #[status(404)] #[detail(\"No\")] No = __ra_fixup }";
    diagnostics(source, &[]);
    let source = "enum E { #[status(404)] #[detail(\"No {0}\")] No([u8; __ra_fixup]) }";
    diagnostics(source, &[]);
}

#[test]
fn only_what_is_half_typed_is_told() {
    let source = "enum E { #[detail =] No, #[status(200)] #[detail(\"{id}\")] Yes }";
    diagnostics(source, &[(ATTRIBUTE, "#[detail =]")]);
}

#[test]
fn sources_are_kept() {
    let source = "enum E { Io(#[from] Io, #[] u8), Gone { id } }";
    let expanded = Expanded::of(source);
    assert_eq!(expanded.messages(), [ATTRIBUTE, FIELD]);
    assert!(expanded.has("From"), "{:?}", expanded.impls);
}

#[test]
fn parameters() {
    diagnostics(
        "enum E<T: > { #[status(404)] #[detail(\"No\")] No(#[kate(skip)] T) }",
        &[],
    );
    diagnostics("enum E<'a, T where T: Copy {}", &[(PARAMETERS, "<")]);
    diagnostics("enum E< {}", &[(PARAMETERS, "<")]);
    diagnostics("enum E<'a, T: Into< {}", &[(PARAMETERS, "<")]);
    diagnostics("struct E<T: Into<u8>(T);", &[(PARAMETERS, "<")]);
    diagnostics(
        "enum E<T> where T: Into< {}",
        &[("expected bounds: `where T: Display`", "where T: Into<")],
    );
    diagnostics(
        "struct E<T>(T) where T: Into<;",
        &[("expected bounds: `where T: Display`", "where T: Into<")],
    );
    let expanded = Expanded::of("enum E<'a, T: Into< {}");
    assert_eq!(expanded.messages(), [PARAMETERS]);
}

#[test]
fn what_only_the_parser_refuses_is_refused() {
    diagnostics(
        "struct E<T> where T: 'static (T);",
        &[("expected curly braces or `;`", "(")],
    );
}

#[test]
fn bodies() {
    diagnostics("enum E", &[("expected variants in braces behind `E`", "E")]);
    diagnostics(
        "enum E;",
        &[("expected variants in braces behind `E`", "E")],
    );
    diagnostics(
        "enum E(u8)",
        &[("expected variants in braces behind `E`", "E")],
    );
    diagnostics(
        "struct E",
        &[("expected fields or a semicolon behind `E`", "E")],
    );
    diagnostics(
        "struct E(u8)",
        &[("expected fields or a semicolon behind `E`", "E")],
    );
    diagnostics("enum E: {}", &[("expected variants in braces", ":")]);
    diagnostics("enum E {} x", &[("expected the end of the type", "x")]);
    diagnostics("pub() enum E {}", &[("expected `enum` or `struct`", "()")]);
}

#[test]
fn without_a_name_there_is_only_the_mistake() {
    for source in ["enum", "enum {}", "struct type;", "pub", "union {}"] {
        let expanded = Expanded::of(source);
        assert_eq!(
            expanded.messages(),
            ["expected an enum or a struct with a name"]
        );
        assert_eq!(expanded.diagnostics[0].at.as_deref(), Some(source));
        assert!(expanded.impls.is_empty());
    }
}

#[test]
fn of_what_is_there_twice_rustc_speaks() {
    for twice in [
        "enum E { A, A }",
        "enum E { A { a: u8, r#a: u8 } }",
        "struct E { a: u8, a: u8 }",
    ] {
        diagnostics(twice, &[]);
        assert!(!Expanded::of(twice).has("Emit"), "{twice}");
    }
}
