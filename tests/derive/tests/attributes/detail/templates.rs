//! Templates: braces, tuple fields, raw identifiers, the shapes of types, and what counts as a field's text.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU16;

use http::StatusCode;
use kate_errors::{Decode, KateError, ToResponse};

fn back<E: KateError + Decode>(error: &E) -> E {
    E::from_response(&error.to_response::<Vec<u8>>()).unwrap()
}

#[track_caller]
fn check<E: KateError + Decode + PartialEq>(error: &E, text: &str) {
    assert_eq!(error.detail(), text);
    assert_eq!(error.to_string(), text);
    assert_eq!(&back(error), error);
    assert_eq!(
        E::from_detail(Some(error.status()), text).as_ref(),
        Ok(error)
    );
}

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
fn doubled_braces_are_braces() {
    check(&Braces::Constant, "Use {}, not {{");
    check(&Braces::Field { id: 5 }, "{5} is {lost}");
}

#[test]
fn fields_of_tuples_are_numbers() {
    check(&Braces::Tuple(1, 2), "1 of 2");
    check(&Braces::Turned(1, -2), "-2 after 1");
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
fn raw_identifiers_are_named_without_their_prefix() {
    check(&Raw::Type { r#type: 1, r#in: 2 }, "No 1 in 2");
    check(&Raw::r#match, "No match");
    let format = Raw::Format { r#ref: 1, r#fn: 2 };
    assert_eq!(format.detail(), "No 1 and 2");
    check(&r#struct { r#loop: 3 }, "No 3");
    let names = [Raw::r#match.spec(), r#struct { r#loop: 0 }.spec()];
    let names = names.map(|spec| spec.map(|spec| (spec.group(), spec.name())));
    assert_eq!(names, [Some(("Raw", "match")), Some(("struct", "struct"))]);
}

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden")]
struct Unit;

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden for {0} of {1}")]
struct Tuple(u8, u8);

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden for {user}")]
struct Named {
    user: String,
}

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Nothing in it")]
struct Empty {}

#[derive(Debug, PartialEq, KateError)]
enum Never {}

#[test]
fn structs_of_all_shapes_are_errors() {
    check(&Unit, "Forbidden");
    check(&Tuple(1, 2), "Forbidden for 1 of 2");
    let user = "ann".to_owned();
    check(&Named { user }, "Forbidden for ann");
    check(&Empty {}, "Nothing in it");
}

#[test]
fn an_enum_without_variants_is_never_found() {
    for status in 400..600 {
        let status = StatusCode::from_u16(status).ok();
        assert!(Never::from_detail(status, "Nothing in it").is_err());
    }
}

#[test]
fn variants_of_all_shapes_are_errors() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(409)]
    enum Shapes {
        #[detail("Unit")]
        Unit,
        #[detail("Empty tuple")]
        EmptyTuple(),
        #[detail("Empty braces")]
        EmptyBraces {},
        #[detail("One {0}")]
        One(u8),
        #[detail("Named {a} {b}")]
        Named { b: u8, a: u8 },
    }

    check(&Shapes::Unit, "Unit");
    check(&Shapes::EmptyTuple(), "Empty tuple");
    check(&Shapes::EmptyBraces {}, "Empty braces");
    check(&Shapes::One(1), "One 1");
    check(&Shapes::Named { a: 1, b: 2 }, "Named 1 2");
}

type Count = u16;

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum Typed {
    #[detail("u8 {0}")]
    U8(u8),
    #[detail("u128 {0}")]
    U128(u128),
    #[detail("i8 {0}")]
    I8(i8),
    #[detail("i128 {0}")]
    I128(i128),
    #[detail("nonzero {0}")]
    NonZero(NonZeroU16),
    #[detail("f64 {0}")]
    F64(f64),
    #[detail("bool {0}")]
    Bool(bool),
    #[detail("char {0}")]
    Char(char),
    #[detail("ip {0}")]
    Ip(IpAddr),
    #[detail("socket {0}")]
    Socket(SocketAddr),
    #[detail("alias {0}")]
    Alias(Count),
    #[detail("associated {0}")]
    Associated(<Vec<i8> as IntoIterator>::Item),
    #[detail("text {0}")]
    Text(String),
    #[detail("status {0}")]
    Foreign(http::Method),
}

#[test]
fn values_of_all_known_types_come_back() {
    for value in [0, 1, 9, 10, 99, 255] {
        check(&Typed::U8(value), &format!("u8 {value}"));
    }
    check(&Typed::U128(u128::MAX), &format!("u128 {}", u128::MAX));
    for value in [i8::MIN, -1, 0, 1, i8::MAX] {
        check(&Typed::I8(value), &format!("i8 {value}"));
        check(&Typed::Associated(value), &format!("associated {value}"));
    }
    check(&Typed::I128(i128::MIN), &format!("i128 {}", i128::MIN));
    check(&Typed::NonZero(NonZeroU16::MAX), "nonzero 65535");
    for value in [
        0.0,
        -0.5,
        1e300,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ] {
        check(&Typed::F64(value), &format!("f64 {value}"));
    }
    check(&Typed::Bool(true), "bool true");
    check(&Typed::Bool(false), "bool false");
    for value in ['a', ' ', '\n', '"', 'é', '🦀', '\0'] {
        check(&Typed::Char(value), &format!("char {value}"));
    }
    check(&Typed::Ip(Ipv4Addr::LOCALHOST.into()), "ip 127.0.0.1");
    check(&Typed::Ip(Ipv6Addr::LOCALHOST.into()), "ip ::1");
    let socket = "[2001:db8::1]:80".parse().unwrap();
    check(&Typed::Socket(socket), "socket [2001:db8::1]:80");
    check(&Typed::Alias(65535), "alias 65535");
    check(&Typed::Text("a b\nc".to_owned()), "text a b\nc");
    check(&Typed::Foreign(http::Method::PATCH), "status PATCH");
}

#[test]
fn a_text_outside_a_types_language_is_no_match() {
    for text in [
        "u8 256",
        "u8 +1",
        "u8 01",
        "u8 -1",
        "u8 ",
        "u8  1",
        "u8 1 ",
        "u8 ١",
        "i8 -129",
        "i8 128",
        "i8 -0",
        "i8 --1",
        "u128 340282366920938463463374607431768211456",
        "nonzero 0",
        "nonzero 65536",
        "f64 1e5",
        "f64 1.50",
        "f64 .5",
        "f64 +1",
        "f64 infinity",
        "f64 nan",
        "bool True",
        "bool 1",
        "char ",
        "char ab",
        "ip 127.0.0.01",
        "ip ::0001",
        "ip 1.2.3",
        "alias 65536",
        "associated 200",
        "status bad method",
    ] {
        assert!(text.parse::<Typed>().is_err(), "{text}");
    }
}

#[test]
fn what_is_parsed_must_print_as_it_was_read() {
    #[derive(Debug, PartialEq)]
    struct Lenient(u8);

    impl std::fmt::Display for Lenient {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{:03}", self.0)
        }
    }

    impl std::str::FromStr for Lenient {
        type Err = std::num::ParseIntError;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            text.trim().parse().map(Self)
        }
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("Code {0}")]
    struct Code(Lenient);

    check(&Code(Lenient(7)), "Code 007");
    for text in ["Code 7", "Code 07", "Code  007", "Code 0007", "Code +07"] {
        assert!(text.parse::<Code>().is_err(), "{text}");
    }
}
