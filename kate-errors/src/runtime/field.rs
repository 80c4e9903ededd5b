//! Fields: which texts their types print.

use std::error::Error;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::NonZero;
use std::ops::Deref;

use kate_errors_core::{Integer, Language};

use super::bounds::{DerefsToError, DerefsToTraitObject, IsError};
use super::printed;
use crate::detail_text::DetailText;

/// A type whose language is known.
pub trait Known: Sized {
    /// The language.
    const LANGUAGE: Language;

    /// How a text becomes a value that prints it.
    const READING: FieldReader<Self>;
}

/// How a text becomes a value that prints it.
#[derive(Clone, Copy, Debug)]
pub enum FieldReader<T> {
    /// This takes what `Display` prints, and no more.
    Exact(fn(&str) -> Option<T>),
    /// Nobody knows what `FromStr` takes: the text must be of this language, and what the value prints is compared.
    Compared(Language),
}

/// Asks what a type is by name alone: `Probe::<T>::__KATE_LANGUAGE` is the inherent constant where `T` is [`Known`], that
/// of [`UnknownType`] else. So aliases and associated types work. The names are such that no blanket trait of the user's
/// has them.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Known> Probe<T> {
    /// The type's language.
    pub const __KATE_LANGUAGE: Language = T::LANGUAGE;

    /// How a text is read.
    pub const __KATE_READER: FieldReader<T> = T::READING;
}

impl<T> Probe<T> {
    /// Asks by methods: there are three answers to how a type is a source, and the first that fits is taken.
    pub const __KATE_ASK: Self = Self(PhantomData);
}

impl<T: Error + 'static> Probe<T> {
    /// The type is an error.
    #[must_use]
    pub const fn __kate_source(self) -> IsError {
        IsError
    }
}

/// What [`Probe`] answers for a pointer to an error that is none itself, as `Rc` is.
pub trait PointsToError: Sized {
    /// The type points at an error.
    fn __kate_source(self) -> DerefsToError {
        DerefsToError
    }
}

impl<T: Deref> PointsToError for Probe<T> where T::Target: Error + Sized + 'static {}

/// What [`Probe`] answers for all other types.
pub trait PointsToTraitObject: Sized {
    /// The type points at a trait object, or is no source.
    fn __kate_source(self) -> DerefsToTraitObject {
        DerefsToTraitObject
    }
}

impl<T> PointsToTraitObject for &Probe<T> {}

/// What [`Probe`] answers for other types.
pub trait UnknownType<T> {
    /// Free text.
    const __KATE_LANGUAGE: Language = Language::Free;

    /// What is read is compared.
    const __KATE_READER: FieldReader<T> = FieldReader::Compared(Language::Free);
}

impl<T> UnknownType<T> for Probe<T> {}

impl<T: DetailText> Known for T {
    const LANGUAGE: Language = Language::Chars(T::CHARS);
    const READING: FieldReader<Self> = FieldReader::Compared(Self::LANGUAGE);
}

/// The language of a type of the standard library.
const fn named(name: &'static str) -> Language {
    match Language::of_std_type(name) {
        Some(language) => language,
        None => Language::Free,
    }
}

/// Types of the standard library, and of crates behind features.
macro_rules! known {
    ($($reading:expr => { $($language:expr => $Type:ty,)* })*) => {$($(
        impl Known for $Type {
            const LANGUAGE: Language = $language;
            const READING: FieldReader<Self> = $reading;
        }
    )*)*};
}

/// As wide as the target's.
const USIZE: Integer = Integer::new(0, usize::MAX as u128, true);
const ISIZE: Integer = Integer::new(
    isize::MIN.unsigned_abs() as u128,
    isize::MAX.unsigned_abs() as u128,
    true,
);

known! {
    FieldReader::Exact(printed::text) => {
    named("String") => String,
    named("bool") => bool,
    named("char") => char,
    }

    FieldReader::Exact(printed::integer) => {
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
    Language::Chars(kate_errors_core::Chars::new("0-9a-f-")) => uuid::Uuid,
    }
}
