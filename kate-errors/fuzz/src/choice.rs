//! Which variant of `Every` a text is, by the rules and nothing else: no table, no index, no short ways.

use std::fmt::Display;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use kate_errors_core::template::{Piece, parse};
use kate_errors_core::{Chars, Language};

use crate::every::{Hex, Slug};
use crate::naive;

/// A text that a variant has: its name, its status, those that it is read from too, the template, the fields.
type Form = (&'static str, u16, Accept, &'static str, &'static [Field]);

enum Accept {
    Only(&'static [u16]),
    Any,
}

/// What a field's text is made of, and whether its type reads it and prints it again.
type Field = (fn() -> Language, fn(&str) -> bool);

const NONE: Accept = Accept::Only(&[]);
const TEXT: Field = (|| Language::Free, prints::<String>);
const U8: Field = (|| named("u8"), prints::<u8>);
const U32: Field = (|| named("u32"), prints::<u32>);
const U64: Field = (|| named("u64"), prints::<u64>);

/// In the order of the variants, nested ones in place; those that are never read are not there.
const FORMS: [Form; 18] = [
    ("Constant", 404, NONE, "Artifact not found", &[]),
    (
        "Odd",
        404,
        NONE,
        "Say \"no\", \\, {{}},\n\u{1F980}\u{7F} and \u{0}!",
        &[],
    ),
    ("Number", 404, NONE, "Run {} is lost", &[U64]),
    (
        "Declared",
        404,
        NONE,
        "Key {}/{}",
        &[(|| chars("0-9a-f"), prints::<String>), TEXT],
    ),
    (
        "Small",
        404,
        NONE,
        "Slug {}: {} is {}",
        &[
            (|| chars("a-z\u{e9}\u{1F980}0-9_.-"), prints::<Slug>),
            (|| Language::Char, prints::<char>),
            (|| Language::Bool, prints::<bool>),
        ],
    ),
    (
        "Four",
        404,
        NONE,
        "At {},{}, in {}: {}",
        &[
            (|| named("i8"), prints::<i8>),
            (|| named("i128"), prints::<i128>),
            (|| named("NonZeroU16"), prints::<std::num::NonZeroU16>),
            TEXT,
        ],
    ),
    (
        "Usage",
        410,
        NONE,
        "{} used {} of {}",
        &[TEXT, U32, (|| Language::Float, prints::<f64>)],
    ),
    (
        "Balance",
        402,
        Accept::Any,
        "Insufficient balance. Required: {}, available: {}",
        &[U64, U64],
    ),
    ("Balance", 402, Accept::Any, "Insufficient balance", &[]),
    (
        "Route",
        422,
        Accept::Only(&[400, 404]),
        "No route from {} to {}",
        &[
            (|| named("IpAddr"), prints::<IpAddr>),
            (|| named("SocketAddr"), prints::<SocketAddr>),
        ],
    ),
    ("Busy", 503, NONE, "Busy: {}", &[TEXT]),
    ("Busy", 503, NONE, "Busy", &[]),
    (
        "Unknown",
        406,
        NONE,
        "Color {} of {}",
        &[
            (|| Language::Free, prints::<Hex>),
            (|| Language::Float, prints::<f32>),
        ],
    ),
    (
        "Lossy",
        409,
        NONE,
        "From {} to {} via {}",
        &[TEXT, TEXT, TEXT],
    ),
    (
        "Missing",
        404,
        NONE,
        "Nest {} not found",
        &[(|| named("u16"), prints::<u16>)],
    ),
    ("Gone", 410, Accept::Only(&[404]), "Nest is gone", &[]),
    ("Named", 451, NONE, "{}", &[TEXT]),
    (
        "Counted",
        400,
        NONE,
        "{} of {}{}",
        &[U8, U8, (|| chars("a-z"), prints::<String>)],
    ),
];

/// The variant's name; nothing where it is `Other`.
#[must_use]
pub fn of(status: u16, text: &str) -> Option<&'static str> {
    let own = FORMS.iter().filter(|form| form.1 == status);
    let accepted = FORMS.iter().filter(|form| {
        form.1 != status
            && match form.2 {
                Accept::Only(all) => all.contains(&status),
                Accept::Any => true,
            }
    });
    own.chain(accepted)
        .find(|form| says(form, text))
        .map(|form| form.0)
}

fn says(form: &Form, text: &str) -> bool {
    let mut leading = String::new();
    let mut placeholders = Vec::new();
    for piece in parse(form.3).unwrap_or_default() {
        match (piece, placeholders.last_mut()) {
            (Piece::Literal(text), None) => leading = text,
            (Piece::Literal(text), Some((_, after))) => *after = text,
            (Piece::Placeholder { .. }, _) => {
                placeholders.push(((form.4[placeholders.len()].0)(), String::new()))
            }
        }
    }
    let placeholders: Vec<_> = placeholders
        .iter()
        .map(|(language, after)| (*language, after.as_str()))
        .collect();
    let found = naive::read(text, &leading, &placeholders);
    found.is_some_and(|found| {
        found
            .iter()
            .zip(form.4)
            .all(|(text, field)| (field.1)(text))
    })
}

fn prints<T: FromStr + Display>(text: &str) -> bool {
    text.parse::<T>()
        .is_ok_and(|value| value.to_string() == text)
}

fn named(name: &str) -> Language {
    Language::of_std_type(name).expect("a type of the standard library")
}

fn chars(pattern: &'static str) -> Language {
    Language::Chars(Chars::new(pattern))
}
