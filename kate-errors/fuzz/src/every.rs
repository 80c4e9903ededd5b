//! An error with every kind of variant.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU16, ParseIntError};
use std::str::FromStr;

use arbitrary::{Arbitrary, Result, Unstructured};
use http::StatusCode;
use kate_errors::{DetailText, KateError, Language};

#[derive(Arbitrary, Clone, Debug, PartialEq, KateError)]
#[status(404)]
#[header("x-kind", "fuzzed")]
pub enum Every {
    #[detail("Artifact not found")]
    Constant,
    #[detail("Say \"no\", \\, {{}},\n\u{1F980}\u{7F} and \u{0}!")]
    Odd,
    #[detail("Run {id} is lost")]
    Number { id: u64 },
    #[detail("Key {0}/{1}")]
    Declared(
        #[kate(chars = "0-9a-f")]
        #[arbitrary(with = hexadecimal)]
        String,
        String,
    ),
    #[detail("Slug {slug}: {letter} is {known}")]
    Small {
        slug: Slug,
        letter: char,
        known: bool,
    },
    #[detail("At {0},{1}, in {2}: {3}")]
    Four(i8, i128, NonZeroU16, String),

    /// A free text that its neighbours' words may stand in.
    #[status(410)]
    #[detail("{owner} used {used} of {limit}")]
    Usage {
        owner: String,
        used: u32,
        limit: f64,
    },

    #[status(402, accept(any))]
    #[detail("Insufficient balance. Required: {required}, available: {available}")]
    #[detail("Insufficient balance")]
    Balance {
        required: Option<u64>,
        available: Option<u64>,
    },

    #[status(422, accept(400, 404))]
    #[detail("No route from {0} to {1}")]
    Route(IpAddr, #[arbitrary(with = socket)] SocketAddr),

    #[status(503)]
    #[detail("Busy: {why}")]
    #[detail("Busy")]
    Busy {
        why: Option<String>,
        #[header("retry-after")]
        retry_after: Option<u32>,
        #[header("x-hint")]
        hint: Option<String>,
        #[kate(skip)]
        tries: u8,
    },

    /// A type of which nothing is known, and which takes more than it prints.
    #[status(406)]
    #[detail("Color {0} of {1}")]
    Unknown(Hex, f32),

    /// Free texts side by side, which many readings fit.
    #[status(409)]
    #[detail("From {from} to {to} via {via}")]
    #[kate(lossy)]
    Lossy {
        from: String,
        to: String,
        via: String,
    },

    #[status(500)]
    #[detail("Cannot read {0:?}")]
    #[kate(emit_only)]
    EmitOnly(String),

    #[kate(transparent)]
    Nested(Nested),

    #[kate(transparent)]
    #[fix("Ask again")]
    Boxed(Box<Named>),

    /// Fields side by side.
    #[status(400)]
    #[detail("{0} of {1}{2}")]
    Counted(
        u8,
        u8,
        #[kate(chars = "a-z")]
        #[arbitrary(with = lowercase)]
        String,
    ),

    #[kate(other)]
    Other {
        #[arbitrary(with = status)]
        status: StatusCode,
        detail: String,
    },
}

/// Errors under the statuses of the outer type.
#[derive(Arbitrary, Clone, Debug, PartialEq, KateError)]
pub enum Nested {
    #[status(404)]
    #[detail("Nest {0} not found")]
    Missing(u16),
    #[status(410, accept(404))]
    #[detail("Nest is gone")]
    Gone,
}

#[derive(Arbitrary, Clone, Debug, PartialEq, KateError)]
#[status(451)]
#[detail("{name}")]
pub struct Named {
    pub name: String,
}

/// A text in a member whose name has to be escaped.
#[derive(Arbitrary, Clone, Debug, PartialEq, KateError)]
#[status(400)]
#[kate(member = "\"m\u{e9}mber\"\n")]
pub enum Member {
    #[detail("No")]
    Constant,
    #[detail("No {0} in {1}")]
    Free(String, u8),
}

/// A type whose characters are declared.
#[derive(Clone, Debug, PartialEq)]
pub struct Slug(String);

impl DetailText for Slug {
    const LANGUAGE: Language = Language::chars("a-z\u{e9}\u{1F980}0-9_.-");
}

impl<'a> Arbitrary<'a> for Slug {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let all: Vec<char> = "abz\u{e9}\u{1F980}09_.-".chars().collect();
        Ok(Self(chosen(&all, u)?))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = fmt::Error;

    fn from_str(text: &str) -> std::result::Result<Self, fmt::Error> {
        Ok(Self(text.to_owned()))
    }
}

#[derive(Arbitrary, Clone, Debug, PartialEq)]
pub struct Hex(u64);

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}", self.0)
    }
}

impl FromStr for Hex {
    type Err = ParseIntError;

    fn from_str(text: &str) -> std::result::Result<Self, ParseIntError> {
        u64::from_str_radix(text.trim().trim_start_matches("0x"), 16).map(Self)
    }
}

fn chosen(all: &[char], u: &mut Unstructured<'_>) -> Result<String> {
    u.arbitrary_iter::<u8>()?
        .map(|byte| Ok(all[usize::from(byte?) % all.len()]))
        .collect()
}

fn hexadecimal(u: &mut Unstructured<'_>) -> Result<String> {
    let all: Vec<char> = "0123456789abcdef".chars().collect();
    chosen(&all, u)
}

fn lowercase(u: &mut Unstructured<'_>) -> Result<String> {
    let all: Vec<char> = ('a'..='z').collect();
    chosen(&all, u)
}

/// `Display` leaves the flow information out.
fn socket(u: &mut Unstructured<'_>) -> Result<SocketAddr> {
    let mut address = u.arbitrary()?;
    if let SocketAddr::V6(v6) = &mut address {
        v6.set_flowinfo(0);
    }
    Ok(address)
}

/// Of an error; those that the type knows more often.
pub fn status(u: &mut Unstructured<'_>) -> Result<StatusCode> {
    const KNOWN: [u16; 11] = [400, 402, 404, 406, 409, 410, 422, 451, 500, 503, 999];
    let code = if u.ratio(7, 8)? {
        *u.choose(&KNOWN)?
    } else {
        u.int_in_range(400..=999)?
    };
    StatusCode::from_u16(code).map_err(|_| arbitrary::Error::IncorrectFormat)
}
