//! Derives inside `macro_rules!`: names, fields and templates come from the macro, from its caller, or from both.
//!
//! An argument `.field` after a template finds the field as `self.field` does, whoever wrote its name.

use std::error::Error;
use std::io;

use derive_tests::back;
use kate_errors::{Decode, KateError};

macro_rules! errors {
    ($(
        $(#[$meta:meta])*
        $Variant:ident = $status:tt $template:literal { $($field:ident: $Type:ty),* }
    )*) => {
        #[derive(Debug, PartialEq, KateError)]
        enum Whole {
            $(
                $(#[$meta])*
                #[status($status)]
                #[detail($template)]
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
fn details_and_fields_may_come_from_the_caller() {
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
fn an_option_from_the_caller_is_recognized_as_an_option() {
    // The attributes of the caller come first, and so does its constant form.
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

macro_rules! template_from_caller {
    ($Name:ident, $($template:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($template)*)]
        #[kate(emit_only)]
        struct $Name {
            user: u32,
            pair: (u8, u8),
        }
    };
}

macro_rules! tuple_template_from_caller {
    ($Name:ident, $($template:tt)*) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail($($template)*)]
        #[kate(emit_only)]
        struct $Name(u32, (u8, u8));
    };
}

field_from_caller!(Field, user);
format_field_from_caller!(Format, user);
template_from_caller!(Template, "User {user}, {pair:?}");
template_from_caller!(Width, "User {user:>5}");
tuple_template_from_caller!(Tuple, "User {0}, {1:?}");

#[test]
fn a_template_of_the_macro_names_a_field_of_the_caller() {
    assert_eq!(Field { user: 3 }.detail(), "No user 3");
    assert_eq!(back(&Field { user: 3 }), Field { user: 3 });
    assert_eq!(Format { user: 3 }.detail(), "User 003");
}

#[test]
fn a_template_of_the_caller_names_a_field_of_the_macro() {
    let (user, pair) = (3, (4, 5));
    assert_eq!(Template { user, pair }.detail(), "User 3, (4, 5)");
    assert_eq!(Width { user, pair }.detail(), "User     3");
}

#[test]
fn a_template_of_the_caller_names_a_tuple_field_of_the_macro() {
    assert_eq!(Tuple(3, (4, 5)).detail(), "User 3, (4, 5)");
}

macro_rules! argument_for_field_from_caller {
    ($Name:ident, $field:ident) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("User {user:03} and {}", .user + 1)]
        #[kate(emit_only)]
        struct $Name {
            $field: u32,
        }
    };
}

macro_rules! argument_for_fields_from_caller {
    ($Name:ident { $($field:ident: $Type:ty),* }) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[detail("User {user} of {}", .user.len())]
        #[kate(emit_only)]
        struct $Name {
            $($field: $Type),*
        }
    };
}

macro_rules! all_from_macro {
    ($Name:ident) => {
        #[derive(Debug, KateError)]
        #[status(404)]
        #[kate(emit_only)]
        enum $Name {
            #[detail("{} {} {inner}", .inner.len(), inner)]
            Named { inner: String },
            #[detail("{} {0} {}", .0 + 1, _0)]
            Tuple(u8),
        }
    };
}

template_from_caller!(Argument, "User {} of {}", .user, .pair.0);
tuple_template_from_caller!(TupleArgument, "User {} of {}", .0, .1.0);
argument_for_field_from_caller!(FieldArgument, user);
argument_for_fields_from_caller!(Fields { user: &'static str });
all_from_macro!(All);

#[test]
fn an_argument_of_the_caller_names_a_field_of_the_macro() {
    let (user, pair) = (3, (4, 5));
    assert_eq!(Argument { user, pair }.detail(), "User 3 of 4");
    assert_eq!(TupleArgument(user, pair).detail(), "User 3 of 4");
}

#[test]
fn an_argument_of_the_macro_names_a_field_of_the_caller() {
    assert_eq!(FieldArgument { user: 3 }.detail(), "User 003 and 4");
    assert_eq!(Fields { user: "ann" }.detail(), "User ann of 3");
}

#[test]
fn an_argument_of_the_macro_names_a_field_of_the_macro() {
    let inner = "ab".to_owned();
    assert_eq!(All::Named { inner }.detail(), "2 ab ab");
    assert_eq!(All::Tuple(1).detail(), "2 1 1");
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
fn types_from_the_caller_can_be_transparent_fields_and_sources() {
    let inner = Layered::Inner(Box::new(Whole::Field { id: 1 }));
    assert!(matches!(back(&inner), Layered::Inner(_)));
    let failed = Layered::from(io::Error::other("cable"));
    assert!(failed.source().is_some());
    assert!(matches!(back(&failed), Layered::Other { .. }));
}

macro_rules! derives_by_another_macro {
    ($($Name:ident)*) => {
        $(field_from_caller!($Name, user);)*
    };
}

derives_by_another_macro!(First Second);

#[test]
fn a_macro_may_call_another_macro_that_derives() {
    assert_eq!(back(&First { user: 1 }), First { user: 1 });
    assert_eq!(back(&Second { user: 2 }), Second { user: 2 });
}

#[test]
fn items_in_the_scope_of_the_derive_do_not_shadow_what_derived_code_names() {
    // Names that derived code could use without a path.
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
