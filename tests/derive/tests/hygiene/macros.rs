//! Derives inside `macro_rules!`: names and texts come from the macro, from its caller, or from both.

use std::error::Error;
use std::io;

use kate_errors::{Decode, KateError, ToResponse};

fn back<E: KateError + Decode>(error: &E) -> E {
    E::from_response(&error.to_response::<Vec<u8>>()).unwrap()
}

macro_rules! errors {
    ($(
        $(#[$meta:meta])*
        $Variant:ident = $status:tt $text:literal { $($field:ident: $Type:ty),* }
    )*) => {
        #[derive(Debug, PartialEq, KateError)]
        enum Whole {
            $(
                $(#[$meta])*
                #[status($status)]
                #[detail($text)]
                $Variant { $($field: $Type),* },
            )*
        }
    };
}

errors! {
    /// Nothing there
    #[fix("Look elsewhere")]
    Constant = 404 "Not found" {}
    Field = CONFLICT "Run {id} is busy" { id: u64 }
    Two = 402 "Need {need}, have {have}" { need: u8, have: String }
    #[detail("Without a number")]
    Optional = 410 "Number {number}" { number: Option<u8> }
}

#[test]
fn texts_and_fields_may_be_a_callers() {
    for error in [
        Whole::Constant {},
        Whole::Field { id: 5 },
        Whole::Two {
            need: 5,
            have: "a".to_owned(),
        },
    ] {
        assert_eq!(back(&error), error);
    }
    assert_eq!(Whole::Field { id: 5 }.detail(), "Run 5 is busy");
    let spec = Whole::Constant {}.spec().unwrap();
    assert_eq!(spec.cause(), "Nothing there");
    assert_eq!(spec.fix(), Some("Look elsewhere"));
}

#[test]
fn an_option_from_a_caller_is_an_option() {
    // The attributes of a caller come first, so the constant form does.
    let error = Whole::Optional { number: Some(1) };
    assert_eq!(error.detail(), "Without a number");
    assert_eq!(
        Whole::from_detail(Some(http::StatusCode::GONE), "Number 1").unwrap(),
        error
    );
}

macro_rules! field_from_caller {
    ($Name:ident, $field:ident) => {
        #[derive(Debug, PartialEq, KateError)]
        #[status(404)]
        #[detail("No user {user}")]
        struct $Name {
            $field: u32,
        }
    };
}

macro_rules! format_field_from_caller {
    ($Name:ident, $field:ident) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("User {user:03}")]
        #[kate(emit_only)]
        struct $Name {
            $field: u32,
        }
    };
}

macro_rules! text_from_caller {
    ($Name:ident, $($text:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($text)*)]
        #[kate(emit_only)]
        struct $Name {
            user: u32,
            pair: (u8, u8),
        }
    };
}

macro_rules! tuple_text_from_caller {
    ($Name:ident, $($text:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($text)*)]
        #[kate(emit_only)]
        struct $Name(u32, (u8, u8));
    };
}

field_from_caller!(Field, user);
format_field_from_caller!(Format, user);
text_from_caller!(Text, "User {user}, {pair:?}");
text_from_caller!(Width, "User {user:>5}");
tuple_text_from_caller!(Tuple, "User {0}, {1:?}");

#[test]
fn a_text_of_the_macro_finds_the_field_of_a_caller() {
    assert_eq!(Field { user: 3 }.detail(), "No user 3");
    assert_eq!(back(&Field { user: 3 }), Field { user: 3 });
    assert_eq!(Format { user: 3 }.detail(), "User 003");
}

#[test]
fn a_text_of_a_caller_finds_the_field_of_the_macro() {
    let (user, pair) = (3, (4, 5));
    assert_eq!(Text { user, pair }.detail(), "User 3, (4, 5)");
    assert_eq!(Width { user, pair }.detail(), "User     3");
}

#[test]
fn a_text_of_a_caller_finds_the_tuple_field_of_the_macro() {
    assert_eq!(Tuple(3, (4, 5)).detail(), "User 3, (4, 5)");
}

macro_rules! layered {
    ($Name:ident, $Inner:ty, $from:ty) => {
        #[derive(Debug, KateError)]
        enum $Name {
            #[kate(transparent)]
            Inner($Inner),
            #[status(500)]
            #[detail("Failed")]
            Failed {
                #[from]
                source: $from,
            },
            #[kate(other)]
            Other {
                status: http::StatusCode,
                detail: String,
            },
        }
    };
}

layered!(Layered, Box<Whole>, io::Error);

#[test]
fn types_from_a_caller_can_be_nested_and_sources() {
    let inner = Layered::Inner(Box::new(Whole::Field { id: 1 }));
    assert!(matches!(back(&inner), Layered::Inner(_)));
    let failed = Layered::from(io::Error::other("cable"));
    assert!(failed.source().is_some());
    assert!(matches!(back(&failed), Layered::Other { .. }));
}

macro_rules! nested_macro {
    ($($Name:ident)*) => {
        $(field_from_caller!($Name, user);)*
    };
}

nested_macro!(First Second);

#[test]
fn a_macro_may_call_a_macro() {
    assert_eq!(back(&First { user: 1 }), First { user: 1 });
    assert_eq!(back(&Second { user: 2 }), Second { user: 2 });
}

#[test]
fn names_of_the_callers_scope_do_not_get_in_the_way() {
    // Shadows what a careless expansion would use.
    #![allow(non_camel_case_types, dead_code, clippy::items_after_statements)]
    struct Option;
    struct Result;
    struct String;
    struct Vec;
    struct Some;
    struct Box;
    mod core {}
    mod std {}

    #[derive(Debug, PartialEq, KateError)]
    #[status(404)]
    #[detail("No {row} in {query} by {f} and {out}")]
    struct Shadowed {
        row: u8,
        query: u8,
        f: u8,
        out: u8,
    }

    let error = Shadowed {
        row: 1,
        query: 2,
        f: 3,
        out: 4,
    };
    assert_eq!(error.detail(), "No 1 in 2 by 3 and 4");
    assert_eq!(back(&error), error);
}
