//! The languages of the types of fields: the texts that they print.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::NonZero;

use kate_errors_core::{Integer, Language};

use super::field_reader::{self, FieldReader};
use super::probe::Probe;
use crate::detail_text::DetailText;

/// A type whose language is known: one of the standard library, or one with [`DetailText`].
pub trait KnownLanguage: Sized {
    /// The texts that values of the type print.
    const LANGUAGE: Language;

    /// How a value is read from a text.
    const READER: FieldReader<Self>;
}

impl<T: KnownLanguage> Probe<T> {
    /// The texts that values of `T` print.
    pub const __KATE_LANGUAGE: Language = T::LANGUAGE;

    /// How a `T` is read from a text.
    pub const __KATE_READER: FieldReader<T> = T::READER;
}

/// What [`Probe`] has for a type whose language is not known. The constants have the names of the inherent ones, which Rust
/// prefers.
pub trait UnknownLanguage<T> {
    /// All texts, because nothing is known of the type.
    const __KATE_LANGUAGE: Language = Language::Free;

    /// A reader that tries any text. It accepts a text only if the value prints as this text.
    const __KATE_READER: FieldReader<T> = FieldReader::Compared(Language::Free);
}

impl<T> UnknownLanguage<T> for Probe<T> {}

impl<T: DetailText> KnownLanguage for T {
    const LANGUAGE: Language = <T as DetailText>::LANGUAGE;
    const READER: FieldReader<Self> = FieldReader::Compared(Self::LANGUAGE);
}

/// The language of a standard library type, by the name that the macro knows it by.
const fn named(name: &'static str) -> Language {
    match Language::of_std_type(name) {
        Some(language) => language,
        None => Language::Free,
    }
}

/// Implements [`KnownLanguage`] for each type after a reader, with the language before the type.
macro_rules! known {
    ($($reader:expr => { $($language:expr => $Type:ty,)* })*) => {$($(
        impl KnownLanguage for $Type {
            const LANGUAGE: Language = $language;
            const READER: FieldReader<Self> = $reader;
        }
    )*)*};
}

// How wide these types are depends on the target. The macro does not know it, so `Language::of_std_type` does not have them.
const USIZE: Integer = Integer::new(0, usize::MAX as u128, true);
const ISIZE: Integer = Integer::new(
    isize::MIN.unsigned_abs() as u128,
    isize::MAX.unsigned_abs() as u128,
    true,
);

known! {
    FieldReader::Exact(field_reader::from_str) => {
        named("String") => String,
        named("bool") => bool,
        named("char") => char,
    }

    FieldReader::Exact(field_reader::integer) => {
        named("u8") => u8,
        named("u16") => u16,
        named("u32") => u32,
        named("u64") => u64,
        named("u128") => u128,
        Language::Integer(USIZE) => usize,
        named("i8") => i8,
        named("i16") => i16,
        named("i32") => i32,
        named("i64") => i64,
        named("i128") => i128,
        Language::Integer(ISIZE) => isize,
        named("NonZeroU8") => NonZero<u8>,
        named("NonZeroU16") => NonZero<u16>,
        named("NonZeroU32") => NonZero<u32>,
        named("NonZeroU64") => NonZero<u64>,
        named("NonZeroU128") => NonZero<u128>,
        Language::Integer(USIZE.without_zero()) => NonZero<usize>,
        named("NonZeroI8") => NonZero<i8>,
        named("NonZeroI16") => NonZero<i16>,
        named("NonZeroI32") => NonZero<i32>,
        named("NonZeroI64") => NonZero<i64>,
        named("NonZeroI128") => NonZero<i128>,
        Language::Integer(ISIZE.without_zero()) => NonZero<isize>,
    }

    FieldReader::Compared(Self::LANGUAGE) => {
        named("f32") => f32,
        named("f64") => f64,
        named("Ipv4Addr") => Ipv4Addr,
        named("Ipv6Addr") => Ipv6Addr,
        named("IpAddr") => IpAddr,
        named("SocketAddrV4") => SocketAddrV4,
        named("SocketAddrV6") => SocketAddrV6,
        named("SocketAddr") => SocketAddr,
    }
}

#[cfg(feature = "uuid")]
known! {
    FieldReader::Compared(Self::LANGUAGE) => {
        Language::Uuid => uuid::Uuid,
    }
}
