//! Templates: braces, fields of tuples, and raw identifiers.

use derive_tests::comes_back;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum Braces {
    #[detail("Use {{}}, not {{{{")]
    Constant,
    #[detail("{{{id}}} is {{lost}}")]
    Field { id: u8 },
    #[detail("{0} of {1}")]
    Tuple(u8, u8),
    #[detail("{1} after {0}")]
    Turned(u8, i16),
}

#[test]
fn doubled_braces_print_as_braces() {
    comes_back(&Braces::Constant, "Use {}, not {{");
    comes_back(&Braces::Field { id: 5 }, "{5} is {lost}");
}

#[test]
fn a_field_of_a_tuple_is_named_by_its_number() {
    comes_back(&Braces::Tuple(1, 2), "1 of 2");
    comes_back(&Braces::Turned(1, -2), "-2 after 1");
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[expect(non_camel_case_types, reason = "keywords are lower case")]
enum Raw {
    #[detail("No {type} in {in}")]
    r#Type { r#type: u8, r#in: u8 },
    #[detail("No match")]
    r#match,
    #[detail("No {ref:?} and {}", .r#fn)]
    #[kate(emit_only)]
    Format { r#ref: u8, r#fn: u8 },
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[detail("No {loop}")]
#[expect(non_camel_case_types, reason = "keywords are lower case")]
struct r#struct {
    r#loop: u8,
}

#[test]
fn a_raw_identifier_is_named_without_its_prefix() {
    comes_back(&Raw::Type { r#type: 1, r#in: 2 }, "No 1 in 2");
    comes_back(&Raw::r#match, "No match");
    let format = Raw::Format { r#ref: 1, r#fn: 2 };
    assert_eq!(format.detail(), "No 1 and 2");
    comes_back(&r#struct { r#loop: 3 }, "No 3");
    let names = [Raw::r#match.spec(), r#struct { r#loop: 0 }.spec()];
    let names = names.map(|spec| spec.map(|spec| (spec.group(), spec.name())));
    assert_eq!(names, [Some(("Raw", "match")), Some(("struct", "struct"))]);
}
