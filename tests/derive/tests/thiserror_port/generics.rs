//! Type parameters, lifetimes, raw identifiers, macros, and a manual `Display`.

use std::error::Error;
use std::fmt::{self, Display};
use std::num::ParseIntError;

use crate::agree;

/// A type that is neither `Display` nor `Error`.
#[derive(Debug)]
struct Opaque;

mod old {
    use super::{Display, Error, ParseIntError, fmt};
    use thiserror::Error;

    #[derive(Debug, Error)]
    pub(super) enum Generic<T, E: Error + 'static, U = u8>
    where
        U: Copy,
    {
        #[error("value {0}")]
        Shown(T),
        #[error("about {about:?}")]
        Debugged { about: U, source: E },
        #[error("hex {0:x}")]
        Hex(U),
    }

    #[derive(Debug, Error)]
    #[error("about nothing")]
    pub(super) struct Unused<T>(pub(super) T);

    #[derive(Debug, Error)]
    pub(super) enum Borrowed<'a, const N: usize> {
        #[error("{0:?} is not in {1:?}")]
        Text(&'a str, [u8; N]),
        #[error("no number was {text}: {source}")]
        Parse {
            text: &'a str,
            source: ParseIntError,
        },
    }

    #[derive(Debug, Error)]
    #[error("{type} in {fn}")]
    pub(super) struct Raw {
        pub(super) r#type: u8,
        pub(super) r#fn: char,
    }

    #[derive(Debug, Error)]
    pub(super) enum ByHand {
        Number(#[from] ParseIntError),
        Nothing,
    }

    impl Display for ByHand {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Number(_) => "no number",
                Self::Nothing => "nothing",
            })
        }
    }
}

mod new {
    use super::{Error, ParseIntError};
    use kate_errors::KateError;

    #[derive(Debug, KateError)]
    #[status(400)]
    #[kate(emit_only)]
    pub(super) enum Generic<T, E: Error + 'static, U = u8>
    where
        U: Copy,
    {
        #[detail("value {0}")]
        Shown(T),
        #[detail("about {about:?}")]
        Debugged { about: U, source: E },
        #[detail("hex {0:x}")]
        Hex(U),
    }

    #[derive(Debug, KateError)]
    #[status(400)]
    #[detail("about nothing")]
    #[kate(emit_only)]
    pub(super) struct Unused<T>(pub(super) T);

    #[derive(Debug, KateError)]
    #[status(400)]
    #[kate(emit_only)]
    pub(super) enum Borrowed<'a, const N: usize> {
        #[detail("{0:?} is not in {1:?}")]
        Text(&'a str, [u8; N]),
        #[detail("no number was {text}: {source}")]
        Parse {
            text: &'a str,
            #[kate(expose)]
            source: ParseIntError,
        },
    }

    #[derive(Debug, KateError)]
    #[status(400)]
    #[detail("{type} in {fn}")]
    pub(super) struct Raw {
        pub(super) r#type: u8,
        pub(super) r#fn: char,
    }

    #[derive(Debug, KateError)]
    #[status(400)]
    #[kate(emit_only)]
    pub(super) enum ByHand {
        #[detail("no number")]
        Number(#[from] ParseIntError),
        #[detail("nothing")]
        Nothing,
    }
}

fn no_number() -> ParseIntError {
    "x".parse::<u8>().unwrap_err()
}

type OldGeneric = old::Generic<String, ParseIntError>;
type NewGeneric = new::Generic<String, ParseIntError>;

type OldBorrowed<'a> = old::Borrowed<'a, 0>;
type NewBorrowed<'a> = new::Borrowed<'a, 0>;

#[test]
fn generic_types_agree() {
    agree(
        &OldGeneric::Shown("a".to_owned()),
        &NewGeneric::Shown("a".to_owned()),
    );
    let source = no_number;
    agree(
        &OldGeneric::Debugged {
            about: 7,
            source: source(),
        },
        &NewGeneric::Debugged {
            about: 7,
            source: source(),
        },
    );
    agree(&OldGeneric::Hex(255), &NewGeneric::Hex(255));
    agree(&old::Unused(Opaque), &new::Unused(Opaque));
}

#[test]
fn borrowed_fields_and_constant_parameters_agree() {
    let text = String::from("short lived");
    agree(
        &old::Borrowed::Text(&text, [1, 2]),
        &new::Borrowed::Text(&text, [1, 2]),
    );
    let source = no_number;
    agree(
        &OldBorrowed::Parse {
            text: &text,
            source: source(),
        },
        &NewBorrowed::Parse {
            text: &text,
            source: source(),
        },
    );
}

#[test]
fn raw_identifiers_agree() {
    let (one, other) = (
        old::Raw {
            r#type: 1,
            r#fn: 'x',
        },
        new::Raw {
            r#type: 1,
            r#fn: 'x',
        },
    );
    agree(&one, &other);
    assert_eq!(other.to_string(), "1 in x");
}

#[test]
fn a_manual_display_becomes_details() {
    agree(
        &old::ByHand::from(no_number()),
        &new::ByHand::from(no_number()),
    );
    agree(&old::ByHand::Nothing, &new::ByHand::Nothing);
}

/// A macro that writes the attributes.
macro_rules! both {
    ($name:ident, $text:literal, $($field:ident: $ty:ty),*) => {
        mod $name {
            #[derive(Debug, thiserror::Error)]
            #[error($text)]
            pub(super) struct Old {
                $(pub(super) $field: $ty),*
            }

            #[derive(Debug, kate_errors::KateError)]
            #[status(418)]
            #[detail($text)]
            pub(super) struct New {
                $(pub(super) $field: $ty),*
            }
        }
    };
}

both!(macro_made, "{count} of {limit}", count: u8, limit: u16);

#[test]
fn attributes_from_a_macro_agree() {
    let (count, limit) = (3, 400);
    agree(
        &macro_made::Old { count, limit },
        &macro_made::New { count, limit },
    );
}
