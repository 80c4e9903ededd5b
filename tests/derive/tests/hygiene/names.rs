//! Names of the user's own that derived code could take for its own.

use derive_tests::{back, comes_back};
use kate_errors::KateError as _;

/// Fields named like locals, parameters and methods.
#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(400)]
enum Fields {
    #[detail("a {f} b {out} c {status} d {detail} e {source_} f {__f0} g {row} h {self_}")]
    Parsed {
        f: u8,
        out: u16,
        status: u32,
        detail: u64,
        source_: i8,
        __f0: i16,
        row: i32,
        self_: i64,
    },
    #[detail("x {__out} {__f} {__query} {__row} {__detail} {__status} {__headers} {__value}")]
    Underscored {
        __out: u8,
        __f: u8,
        __query: u8,
        __row: u8,
        __detail: u8,
        __status: u8,
        __headers: u8,
        __value: u8,
    },
    #[detail("y {f:?} {__out:>3} {__f0:?} {__f1} {self_:x} {}", .__f1 + .f)]
    #[kate(emit_only)]
    Formatted {
        f: u8,
        __out: u8,
        __f0: u8,
        __f1: u8,
        self_: u8,
    },
    #[detail("z {type} {fn}/{async}")]
    Raw {
        r#type: bool,
        r#fn: char,
        r#async: f32,
    },
    #[detail("w {type:?} {}", .r#fn)]
    #[kate(emit_only)]
    RawFormatted { r#type: u8, r#fn: u8 },
    #[detail("v")]
    Headers {
        #[header("x-a")]
        __headers: Option<u8>,
        #[header("x-b")]
        __value: Option<u8>,
        #[header("x-c")]
        r#match: Option<u8>,
        #[kate(skip)]
        __error: u8,
    },
}

#[test]
fn fields_may_have_any_name() {
    let parsed = Fields::Parsed {
        f: 1,
        out: 2,
        status: 3,
        detail: 4,
        source_: -5,
        __f0: -6,
        row: -7,
        self_: -8,
    };
    comes_back(&parsed, "a 1 b 2 c 3 d 4 e -5 f -6 g -7 h -8");
    let underscored = Fields::Underscored {
        __out: 1,
        __f: 2,
        __query: 3,
        __row: 4,
        __detail: 5,
        __status: 6,
        __headers: 7,
        __value: 8,
    };
    comes_back(&underscored, "x 1 2 3 4 5 6 7 8");
    let formatted = Fields::Formatted {
        f: 1,
        __out: 2,
        __f0: 3,
        __f1: 4,
        self_: 255,
    };
    assert_eq!(formatted.to_string(), "y 1   2 3 4 ff 5");
    let raw = Fields::Raw {
        r#type: true,
        r#fn: '/',
        r#async: 0.5,
    };
    comes_back(&raw, "z true //0.5");
    let formatted = Fields::RawFormatted { r#type: 1, r#fn: 2 };
    assert_eq!(formatted.to_string(), "w 1 2");
    let headers = Fields::Headers {
        __headers: Some(1),
        __value: Some(2),
        r#match: Some(3),
        __error: 0,
    };
    comes_back(&headers, "v");
}

/// Variants with names that derived code uses.
#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(409)]
enum Variants {
    #[detail("1")]
    Ok,
    #[detail("2 {0}")]
    Err(u8),
    #[detail("3 {0}")]
    #[detail("3")]
    Some(Option<u8>),
    #[detail("4")]
    None,
    #[detail("5")]
    Self_,
    #[detail("6 {Error}")]
    #[allow(non_snake_case)]
    Error { Error: u8 },
    #[kate(transparent)]
    Nested(#[from] Table),
    #[detail("7")]
    Row,
    #[detail("8")]
    r#Other,
    #[detail("9")]
    Box,
    #[detail("10")]
    #[allow(non_camel_case_types)]
    r#async,
    #[kate(other)]
    KateError {
        status: http::StatusCode,
        detail: String,
    },
}

#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(410)]
#[detail("A table")]
struct Table;

#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(411)]
#[detail("An error")]
struct Error;

/// A type with the name of the trait, which is not in scope in this module.
#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(412)]
#[detail("Kate's {0}")]
struct KateError(u8);

#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(413)]
#[detail("{0} is raw")]
#[expect(non_camel_case_types)]
struct r#struct<r#Fn>(r#Fn);

/// Parameters with the names that derived impls use.
#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(414)]
#[detail("Generic {0} in {1}")]
#[kate(lossy)]
struct Parameters<B, E>(B, E);

#[test]
fn variants_and_types_may_have_any_name() {
    comes_back(&Variants::Ok, "1");
    comes_back(&Variants::Err(7), "2 7");
    comes_back(&Variants::Some(Some(7)), "3 7");
    comes_back(&Variants::Some(None), "3");
    comes_back(&Variants::None, "4");
    comes_back(&Variants::Self_, "5");
    comes_back(&Variants::Error { Error: 7 }, "6 7");
    comes_back(&Variants::from(Table), "A table");
    comes_back(&Variants::Row, "7");
    comes_back(&Variants::Other, "8");
    comes_back(&Variants::Box, "9");
    comes_back(&Variants::r#async, "10");
    let other = Variants::KateError {
        status: http::StatusCode::CONFLICT,
        detail: "11".to_owned(),
    };
    comes_back(&other, "11");
    assert_eq!(Variants::r#async.spec().unwrap().name(), "async");
    comes_back(&Error, "An error");
    comes_back(&KateError(7), "Kate's 7");
    comes_back(&r#struct(7_u8), "7 is raw");
    assert_eq!(r#struct(7_u8).spec().unwrap().group(), "struct");
    comes_back(&Parameters(1_u8, 'x'), "Generic 1 in x");
}

/// Variants with the names of variants in the prelude.
#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(400)]
enum Names {
    #[detail("Ok")]
    Ok,
    #[detail("Err")]
    Err,
    #[detail("None")]
    None,
    #[detail("Some {0}")]
    Some(u8),
    #[detail("Error {status} {detail} {member}")]
    Error { status: u8, detail: u8, member: u8 },
    #[detail("Self {this}")]
    Table { this: u8 },
    #[detail("Debug {out:?} {f} {row}")]
    #[kate(emit_only)]
    Debug { out: u8, f: u8, row: u8 },
}

#[test]
fn variants_may_have_the_names_of_prelude_variants() {
    for error in [
        Names::Ok,
        Names::Err,
        Names::None,
        Names::Some(1),
        Names::Error {
            status: 1,
            detail: 2,
            member: 3,
        },
        Names::Table { this: 1 },
    ] {
        assert_eq!(back(&error), error);
    }
    let debug = Names::Debug {
        out: 1,
        f: 2,
        row: 3,
    };
    assert_eq!(debug.detail(), "Debug 1 2 3");
}

/// Types and parameters with the name that the body of a response has in the impl of `From`.
mod body_parameter {
    use derive_tests::comes_back;
    use http::Response;

    #[derive(Debug, PartialEq, kate_errors::KateError)]
    #[status(404)]
    #[detail("No B")]
    pub(crate) struct B;

    #[derive(Debug, PartialEq, kate_errors::KateError)]
    #[status(404)]
    #[detail("No {0}")]
    pub(crate) struct Generic<B>(B);

    macro_rules! named {
        () => {
            B
        };
    }

    #[derive(Debug, PartialEq, kate_errors::KateError)]
    #[status(404)]
    #[detail("No macro")]
    pub(crate) struct InMacro
    where
        named!(): Clone;

    impl Clone for B {
        fn clone(&self) -> Self {
            Self
        }
    }

    #[test]
    fn it_may_be_taken() {
        comes_back(&B, "No B");
        comes_back(&Generic(7_u8), "No 7");
        comes_back(&InMacro, "No macro");
        let responses: [Response<Vec<u8>>; 3] = [B.into(), Generic(7_u8).into(), InMacro.into()];
        assert!(responses.iter().all(|response| response.status() == 404));
    }
}
