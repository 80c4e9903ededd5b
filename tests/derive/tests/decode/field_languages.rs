//! What a field takes: the texts of its language, which are those that its type prints.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU16;

use derive_tests::comes_back;
use kate_errors::KateError;

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
        comes_back(&Typed::U8(value), &format!("u8 {value}"));
    }
    comes_back(&Typed::U128(u128::MAX), &format!("u128 {}", u128::MAX));
    for value in [i8::MIN, -1, 0, 1, i8::MAX] {
        comes_back(&Typed::I8(value), &format!("i8 {value}"));
        comes_back(&Typed::Associated(value), &format!("associated {value}"));
    }
    comes_back(&Typed::I128(i128::MIN), &format!("i128 {}", i128::MIN));
    comes_back(&Typed::NonZero(NonZeroU16::MAX), "nonzero 65535");
    for value in [
        0.0,
        -0.5,
        1e300,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ] {
        comes_back(&Typed::F64(value), &format!("f64 {value}"));
    }
    comes_back(&Typed::Bool(true), "bool true");
    comes_back(&Typed::Bool(false), "bool false");
    for value in ['a', ' ', '\n', '"', 'é', '🦀', '\0'] {
        comes_back(&Typed::Char(value), &format!("char {value}"));
    }
    comes_back(&Typed::Ip(Ipv4Addr::LOCALHOST.into()), "ip 127.0.0.1");
    comes_back(&Typed::Ip(Ipv6Addr::LOCALHOST.into()), "ip ::1");
    let socket = "[2001:db8::1]:80".parse().unwrap();
    comes_back(&Typed::Socket(socket), "socket [2001:db8::1]:80");
    comes_back(&Typed::Alias(65535), "alias 65535");
    comes_back(&Typed::Text("a b\nc".to_owned()), "text a b\nc");
    comes_back(&Typed::Foreign(http::Method::PATCH), "status PATCH");
}

#[test]
fn a_detail_outside_the_language_of_a_field_is_no_match() {
    for detail in [
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
        assert!(detail.parse::<Typed>().is_err(), "{detail}");
    }
}

#[test]
fn a_parsed_field_must_print_as_it_was_received() {
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

    comes_back(&Code(Lenient(7)), "Code 007");
    for detail in ["Code 7", "Code 07", "Code  007", "Code 0007", "Code +07"] {
        assert!(detail.parse::<Code>().is_err(), "{detail}");
    }
}

trait Made {
    type Out;
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum OfItself {
    #[detail("a {x}{y}")]
    A { x: <Self as Made>::Out, y: char },
}

impl Made for OfItself {
    type Out = u8;
}

#[test]
fn a_field_may_have_an_associated_type_of_self() {
    assert_eq!("a 12x".parse(), Ok(OfItself::A { x: 12, y: 'x' }));
    assert!("a 300x".parse::<OfItself>().is_err());
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum OfItselfGeneric<T> {
    #[detail("a {x}")]
    A {
        x: <Self as Made>::Out,
        #[kate(skip)]
        t: Option<T>,
    },
}

impl<T> Made for OfItselfGeneric<T> {
    type Out = u16;
}

#[test]
fn a_field_may_have_an_associated_type_of_a_generic_self() {
    assert_eq!(
        "a 12".parse(),
        Ok(OfItselfGeneric::<String>::A { x: 12, t: None })
    );
}
