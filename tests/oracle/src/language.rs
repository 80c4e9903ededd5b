//! Field types and their languages, written from the documentation. Nothing is shared with the tested crates.

use std::fmt::Display;
use std::net::Ipv4Addr;
use std::num::NonZeroU8;
use std::str::FromStr;

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    U8,
    I8,
    NonZeroU8,
    U64,
    Bool,
    Char,
    F32,
    Text,
    Ipv4,
    /// `DetailText`, `A-Z`.
    Upper,
    /// A `String` with `chars = "ab"`.
    Ab,
    /// A `String` with `words("on", "off", "a")`.
    OnOff,
    /// A `String` with `chars = "ab", len = 1..=2`.
    Short,
    /// An alias of `u8`.
    Small,
    /// An alias of `String`.
    Words,
    /// A type that the macro does not know.
    Plain,
}

impl Type {
    pub(crate) const ALL: [Self; 16] = [
        Self::U8,
        Self::I8,
        Self::NonZeroU8,
        Self::U64,
        Self::Bool,
        Self::Char,
        Self::F32,
        Self::Text,
        Self::Ipv4,
        Self::Upper,
        Self::Ab,
        Self::OnOff,
        Self::Short,
        Self::Small,
        Self::Words,
        Self::Plain,
    ];

    /// The name in source code.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::I8 => "i8",
            Self::NonZeroU8 => "NonZeroU8",
            Self::U64 => "u64",
            Self::Bool => "bool",
            Self::Char => "char",
            Self::F32 => "f32",
            Self::Text | Self::Ab | Self::OnOff | Self::Short => "String",
            Self::Ipv4 => "Ipv4Addr",
            Self::Upper => "Upper",
            Self::Small => "Small",
            Self::Words => "Words",
            Self::Plain => "Plain",
        }
    }

    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Ab => "#[kate(chars = \"ab\")] ",
            Self::OnOff => "#[kate(words(\"on\", \"off\", \"a\"))] ",
            Self::Short => "#[kate(chars = \"ab\", len = 1..=2)] ",
            Self::U8
            | Self::I8
            | Self::NonZeroU8
            | Self::U64
            | Self::Bool
            | Self::Char
            | Self::F32
            | Self::Text
            | Self::Ipv4
            | Self::Upper
            | Self::Small
            | Self::Words
            | Self::Plain => "",
        }
    }

    /// Whether this text is in the language.
    pub(crate) fn contains(self, text: &str) -> bool {
        match self {
            Self::Text | Self::Words | Self::Plain => true,
            Self::Ab => text.chars().all(|c| "ab".contains(c)),
            Self::OnOff => ["on", "off", "a"].contains(&text),
            Self::Short => (1..=2).contains(&text.len()) && text.chars().all(|c| "ab".contains(c)),
            Self::Upper => text.chars().all(|c| c.is_ascii_uppercase()),
            Self::F32 => float(text),
            Self::U8
            | Self::I8
            | Self::NonZeroU8
            | Self::U64
            | Self::Bool
            | Self::Char
            | Self::Ipv4
            | Self::Small => self.prints(text),
        }
    }

    /// Whether a value of the type prints this text.
    pub(crate) fn prints(self, text: &str) -> bool {
        match self {
            Self::U8 | Self::Small => same::<u8>(text),
            Self::I8 => same::<i8>(text),
            Self::NonZeroU8 => same::<NonZeroU8>(text),
            Self::U64 => same::<u64>(text),
            Self::Bool => same::<bool>(text),
            Self::Char => same::<char>(text),
            Self::F32 => same::<f32>(text),
            Self::Ipv4 => same::<Ipv4Addr>(text),
            Self::Text
            | Self::Words
            | Self::Plain
            | Self::Ab
            | Self::OnOff
            | Self::Short
            | Self::Upper => self.contains(text),
        }
    }

    /// Whether the language consists of all texts of certain characters. Then the search does not need the text so far.
    pub(crate) fn is_per_character(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Words | Self::Plain | Self::Ab | Self::Upper
        )
    }

    /// Whether a text of the language begins with this one.
    pub(crate) fn has_prefix(self, text: &str) -> bool {
        let ends: &[&str] = match self {
            Self::Bool => &["", "e", "ue", "rue", "true", "se", "lse", "alse", "false"],
            Self::F32 => &["", "0", "1", "f", "nf", "inf", "N", "aN"],
            Self::OnOff => &["", "n", "ff", "f"],
            Self::Short => &["", "a"],
            Self::Ipv4 => &["", "1", ".1", ".1.1", "1.1", "1.1.1", ".1.1.1", "1.1.1.1"],
            Self::U8
            | Self::I8
            | Self::NonZeroU8
            | Self::U64
            | Self::Char
            | Self::Text
            | Self::Upper
            | Self::Ab
            | Self::Small
            | Self::Words
            | Self::Plain => &["", "1"],
        };
        ends.iter()
            .any(|end| self.contains(&format!("{text}{end}")))
    }

    /// The characters that the search tries.
    pub(crate) fn alphabet(self) -> &'static str {
        match self {
            Self::U8 | Self::Small | Self::NonZeroU8 => "0125",
            Self::I8 => "-0128",
            Self::U64 => "01",
            Self::Bool => "truefals",
            Self::F32 => "-0.1infNa",
            Self::Ipv4 => "0.",
            Self::Upper => "AZ",
            Self::Ab | Self::Short => "ab",
            Self::OnOff => "onfa",
            Self::Char | Self::Text | Self::Words | Self::Plain => "a",
        }
    }

    /// Texts that short values print.
    pub(crate) fn samples(self) -> &'static [&'static str] {
        match self {
            Self::U8 | Self::Small => &["0", "1", "25", "255", "10"],
            Self::NonZeroU8 => &["1", "25", "255", "10"],
            Self::I8 => &["0", "-1", "25", "-128", "1"],
            Self::U64 => &["0", "1", "250", "18446744073709551615"],
            Self::Bool => &["true", "false"],
            Self::Char => &["a", "1", "é", "\"", " "],
            Self::F32 => &["0", "-0", "1.5", "-inf", "0.1", "25"],
            Self::Ipv4 => &["0.0.0.0", "127.0.0.1", "1.1.1.25"],
            Self::Upper => &["", "A", "AZ", "N"],
            Self::Ab => &["", "a", "ab", "bb"],
            Self::OnOff => &["on", "off", "a"],
            Self::Short => &["a", "ab", "bb"],
            Self::Text | Self::Words | Self::Plain => &["", "a", "ab 1", "é", "true", "1"],
        }
    }
}

fn same<T: FromStr + Display>(text: &str) -> bool {
    text.parse::<T>()
        .is_ok_and(|value| value.to_string() == text)
}

/// Whether `Display` prints a floating point number of any size in this way.
fn float(text: &str) -> bool {
    if text == "NaN" {
        return true;
    }
    let number = text.strip_prefix('-').unwrap_or(text);
    if number == "inf" {
        return true;
    }
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let whole = |text: &str| digits(text) && (text == "0" || !text.starts_with('0'));
    match number.split_once('.') {
        Some((before, after)) => whole(before) && digits(after) && !after.ends_with('0'),
        None => whole(number),
    }
}
