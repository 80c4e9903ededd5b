//! Types that are being typed in an editor get one diagnostic, which points into the source, and all impls.

use super::Expanded;

#[track_caller]
fn has_one_diagnostic(source: &str) {
    let expanded = Expanded::of(source);
    let [diagnostic] = &expanded.diagnostics[..] else {
        panic!("{:?}: {source}", expanded.diagnostics);
    };
    let at = diagnostic.at.as_deref().unwrap_or_default();
    assert!(!at.is_empty(), "{diagnostic:?}: {source}");
    expanded.has_all_impls(source);
}

#[test]
fn a_part_that_cannot_be_read_is_one_diagnostic() {
    for part in [
        "#[detail =] No",
        "#[] No",
        "# No",
        "#[detail \"No\"] No",
        "No { #[] id: u64 }",
        "#[status(404)]",
        "No { #[source] }",
        "No { id }",
        "No { id: }",
        "No { id: Option< }",
        "No { type: u64 }",
        "No(,)",
        "No(&'a)",
        "No(crate::)",
        "No =",
        "No Yes",
        "No % Yes",
        "404",
        "enum",
    ] {
        let sound = "#[status(404)] #[detail(\"Gone\")] Gone";
        has_one_diagnostic(&format!("enum E {{ {part}, {sound} }}"));
        has_one_diagnostic(&format!("enum E {{ {sound}, {part} }}"));
    }
}

#[test]
fn a_type_that_cannot_be_read_is_one_diagnostic() {
    for source in [
        "#[status =] enum E { No }",
        "#[] #[kate =] pub struct E;",
        "enum E",
        "enum E;",
        "enum E(u8)",
        "enum E: {}",
        "enum E {} x",
        "pub() enum E {}",
        "struct E",
        "struct E(u8)",
        "struct E(,);",
        "struct E { id }",
        "enum E< {}",
        "enum E<'a, T where T: Copy {}",
        "enum E<T> where T: Into< {}",
        "struct E<T>(T) where T: Into<;",
        "struct E<T> where T: 'static (T);",
    ] {
        has_one_diagnostic(source);
    }
}

#[test]
fn only_the_part_that_cannot_be_read_is_reported() {
    has_one_diagnostic("enum E { #[detail =] No, #[status(200)] #[detail(\"{id}\")] Yes }");
}

#[test]
fn the_readable_part_of_the_header_is_kept() {
    let expand = |source: &str| {
        let output = crate::pipeline::derive(source.parse().unwrap());
        output.to_string().replace(' ', "")
    };
    let output = expand(
        "#[status =] #[kate(crate = my::errors, emit_only)] pub enum E<'a, T: Copy> where T: Into<u8> { A(,) }",
    );
    assert!(output.contains("usemy::errors::__private"), "{output}");
    assert!(output.contains("impl<'a,T:Copy>"), "{output}");
    assert!(output.contains("forE<'a,T>whereT:Into<u8>"), "{output}");
    assert!(!output.contains("FromStr"), "{output}");
}

#[test]
fn a_half_typed_argument_is_reported_by_its_attribute() {
    let message = "expected a path without quotes: `crate = my::kate_errors`";
    // `use` does not accept the last three either.
    for path in ["my::", "Self::errors", "my::<u8>::errors", "my::errors<u8>"] {
        let source = format!("#[kate(crate = {path})] enum E {{}}");
        let expanded = Expanded::of(&source);
        assert_eq!(expanded.messages(), [message]);
        assert_eq!(expanded.diagnostics[0].at.as_deref(), Some(path));
        expanded.has_all_impls(&source);
    }
}

#[test]
fn without_a_name_there_are_no_impls() {
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
fn placeholders_of_an_editor_are_names() {
    for variant in [
        "#[status(404)] #[detail(\"No\")] No = __ra_fixup",
        "#[status(404)] #[detail(\"No {0}\")] No([u8; __ra_fixup])",
    ] {
        let expanded = Expanded::of(&format!("enum E {{ {variant} }}"));
        assert!(expanded.messages().is_empty(), "{:?}", expanded.messages());
    }
}

#[test]
fn duplicate_names_are_left_to_rustc() {
    for source in [
        "enum E { A, A }",
        "enum E { A { a: u8, r#a: u8 } }",
        "struct E { a: u8, a: u8 }",
    ] {
        let expanded = Expanded::of(source);
        assert!(expanded.messages().is_empty(), "{:?}", expanded.messages());
        expanded.has_all_impls(source);
        assert!(!expanded.has("Emit"), "{source}");
    }
}
