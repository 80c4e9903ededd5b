//! Fields: which texts their types print, and values read back from them.

use std::convert::Infallible;
use std::fmt::{self, Display, Write as _};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::NonZero;
use std::str::FromStr;

use kate_errors_core::{Integer, Language};

pub use kate_errors_core::Chars;

/// What the texts of a field type are made of.
///
/// Without it, a type of your own counts as free text. With it, the compiler can tell a field
/// from the words around it, and decoding takes a text for the field only if all its characters are in the set. The
/// empty text counts as one.
///
/// ```
/// use std::fmt;
/// use std::str::FromStr;
///
/// use kate_errors::{Chars, Decode, DetailText, KateError};
///
/// #[derive(Debug, PartialEq)]
/// struct State(String);
///
/// impl DetailText for State {
///     const CHARS: Chars = Chars::new("A-Z");
/// }
///
/// impl fmt::Display for State {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str(&self.0)
///     }
/// }
///
/// impl FromStr for State {
///     type Err = std::convert::Infallible;
///
///     fn from_str(text: &str) -> Result<Self, Self::Err> {
///         Ok(Self(text.to_owned()))
///     }
/// }
///
/// #[derive(Debug, PartialEq, KateError)]
/// #[status(409)]
/// enum RunError {
///     #[detail("Run is {state}")]
///     Busy { state: State },
///     #[detail("Run is lost")]
///     Lost,
/// }
///
/// assert_eq!("Run is lost".parse(), Ok(RunError::Lost));
/// assert_eq!("Run is DONE".parse(), Ok(RunError::Busy { state: State("DONE".to_owned()) }));
/// assert!("Run is done".parse::<RunError>().is_err());
/// ```
pub trait DetailText {
    /// The characters.
    const CHARS: Chars;
}

/// A type whose language is known.
pub trait Known: Sized {
    /// The language.
    const LANGUAGE: Language;

    /// The value that prints this text, which is of the language.
    fn read(text: &str) -> Option<Self>;
}

/// Asks a type for its language: `Probe::<T>::__KATE_LANGUAGE` is the inherent constant where `T` is [`Known`], that of
/// [`Unknown`] else. So aliases and associated types work. The names are such that no
/// blanket trait of the user's has them.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Known> Probe<T> {
    /// The type's language.
    pub const __KATE_LANGUAGE: Language = T::LANGUAGE;

    /// The value that prints this text.
    #[must_use]
    pub fn __kate_read(text: &str) -> Option<T> {
        T::read(text)
    }
}

/// What [`Probe`] answers for types of unknown language.
pub trait Unknown<T> {
    /// Free text.
    const __KATE_LANGUAGE: Language = Language::Free;

    /// The value that prints this text.
    #[must_use]
    fn __kate_read(text: &str) -> Option<T>
    where
        T: FromStr + Display,
    {
        read_compared(text)
    }
}

impl<T> Unknown<T> for Probe<T> {}

/// The value that a text makes, if it prints as that text: `FromStr` often takes more than `Display` writes.
#[must_use]
pub fn read_compared<T: FromStr + Display>(text: &str) -> Option<T> {
    let value = text.parse().ok()?;
    let mut rest = Rest(text);
    let same = write!(rest, "{value}").is_ok() && rest.0.is_empty();
    same.then_some(value)
}

/// What is left of a text to be printed.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

impl<T: DetailText + FromStr + Display> Known for T {
    const LANGUAGE: Language = Language::Chars(T::CHARS);

    fn read(text: &str) -> Option<Self> {
        read_compared(text)
    }
}

impl Known for String {
    const LANGUAGE: Language = Language::Free;

    fn read(text: &str) -> Option<Self> {
        let text: Result<Self, Infallible> = text.parse();
        text.ok()
    }
}

/// Types whose `FromStr` takes all texts of the language, and makes of each the value that prints it.
macro_rules! exact {
    ($($language:expr => $($Type:ty)*;)*) => {$($(
        impl Known for $Type {
            const LANGUAGE: Language = $language;

            fn read(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )*)*};
}

/// Types whose `FromStr` takes or makes more than `Display` prints.
macro_rules! compared {
    ($($language:expr => $($Type:ty)*;)*) => {$($(
        impl Known for $Type {
            const LANGUAGE: Language = $language;

            fn read(text: &str) -> Option<Self> {
                read_compared(text)
            }
        }
    )*)*};
}

/// Integers, with zero and without.
macro_rules! integers {
    ($($Int:ident)*) => {
        exact! {$(
            integer(<$Int>::MIN as i128, <$Int>::MAX as u128, true) => $Int;
            integer(<$Int>::MIN as i128, <$Int>::MAX as u128, false) => NonZero<$Int>;
        )*}
    };
}

const fn integer(least: i128, most: u128, zero: bool) -> Language {
    Language::Integer(Integer::new(least.unsigned_abs(), most, zero))
}

const fn chars(pattern: &'static str) -> Language {
    Language::Chars(Chars::new(pattern))
}

integers! { u8 u16 u32 u64 usize i8 i16 i32 i64 i128 isize }

exact! {
    integer(0, u128::MAX, true) => u128;
    integer(0, u128::MAX, false) => NonZero<u128>;
    Language::Bool => bool;
    Language::Char => char;
}

compared! {
    Language::Float => f32 f64;
    chars("0-9.") => Ipv4Addr;
    chars("0-9a-f:.") => Ipv6Addr IpAddr;
    chars("0-9.:") => SocketAddrV4;
    chars("0-9a-f:.[]%") => SocketAddrV6 SocketAddr;
}
