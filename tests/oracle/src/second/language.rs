//! The table of languages of the page `kate_errors::proof`, as tests of short texts.

use super::model::{Field, FieldType, Side};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Integer { min: i128, max: i128, zero: bool },
    Bool,
    Char,
    Float,
    Of(&'static str),
    Any,
}

pub(super) fn of_field(field: &Field, side: Side) -> Language {
    match field.chars {
        Some((_, all)) => Language::Of(all),
        None => of_type(field.of, side),
    }
}

fn of_type(of: FieldType, side: Side) -> Language {
    let integer = |min, max| Language::Integer {
        min,
        max,
        zero: true,
    };
    match of {
        FieldType::U8 | FieldType::Number => integer(0, 255),
        FieldType::I8 => integer(-128, 127),
        FieldType::U64 => integer(0, u64::MAX.into()),
        FieldType::NonZeroU8 => Language::Integer {
            min: 0,
            max: 255,
            zero: false,
        },
        FieldType::Bool => Language::Bool,
        FieldType::Char => Language::Char,
        FieldType::F32 => Language::Float,
        FieldType::Ipv4Addr => Language::Of("0123456789."),
        FieldType::Ab => Language::Of("ab"),
        FieldType::Digits => Language::Of("0123456789 "),
        FieldType::Id => Language::Of(match side {
            Side::Left => "ab-",
            Side::Right => "1 ",
        }),
        FieldType::String | FieldType::Free | FieldType::Text | FieldType::Parameter => {
            Language::Any
        }
    }
}

impl Language {
    pub(super) fn has(self, text: &str) -> bool {
        match self {
            Self::Integer { min, max, zero } => text.parse::<i128>().is_ok_and(|number| {
                number.to_string() == text && (min..=max).contains(&number) && (zero || number != 0)
            }),
            Self::Bool => matches!(text, "true" | "false"),
            Self::Char => text.chars().count() == 1,
            Self::Float => is_float(text),
            Self::Of(all) => text.chars().all(|one| all.contains(one)),
            Self::Any => true,
        }
    }
}

fn is_float(text: &str) -> bool {
    let positive = text.strip_prefix('-').unwrap_or(text);
    if matches!(text, "NaN") || positive == "inf" {
        return true;
    }
    let (whole, fraction) = positive.split_once('.').unwrap_or((positive, "1"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && digits(fraction)
        && !fraction.ends_with('0')
}

/// Whether `FromStr` of the type takes this text and the value prints it again.
pub(super) fn parses(of: FieldType, text: &str) -> bool {
    match of {
        FieldType::U8 | FieldType::Number => prints_again::<u8>(text),
        FieldType::I8 => prints_again::<i8>(text),
        FieldType::U64 => prints_again::<u64>(text),
        FieldType::NonZeroU8 => prints_again::<std::num::NonZeroU8>(text),
        FieldType::Bool => prints_again::<bool>(text),
        FieldType::Char => prints_again::<char>(text),
        FieldType::F32 => prints_again::<f32>(text),
        FieldType::Ipv4Addr => prints_again::<std::net::Ipv4Addr>(text),
        FieldType::Digits => !text.contains(' '),
        FieldType::Ab => text.chars().all(|one| "ab".contains(one)),
        FieldType::String
        | FieldType::Free
        | FieldType::Id
        | FieldType::Text
        | FieldType::Parameter => true,
    }
}

fn prints_again<T: std::str::FromStr + ToString>(text: &str) -> bool {
    text.parse::<T>()
        .is_ok_and(|value| value.to_string() == text)
}

/// How the value with this text prints with `Debug`.
pub(super) fn debug(of: FieldType, text: &str) -> String {
    match of {
        FieldType::U8
        | FieldType::Number
        | FieldType::I8
        | FieldType::U64
        | FieldType::NonZeroU8
        | FieldType::Bool
        | FieldType::Ipv4Addr => text.to_owned(),
        FieldType::Char => format!("{:?}", text.chars().next().unwrap_or_default()),
        FieldType::F32 => format!("{:?}", text.parse::<f32>().unwrap_or_default()),
        FieldType::String
        | FieldType::Ab
        | FieldType::Digits
        | FieldType::Free
        | FieldType::Id
        | FieldType::Text
        | FieldType::Parameter => format!("{text:?}"),
    }
}

/// Texts of values of the type. Fields of any text also take from the pool of the group.
pub(super) fn values(of: FieldType, side: Side) -> &'static [&'static str] {
    match of {
        FieldType::U8 | FieldType::Number => &["1", "0", "7", "11", "255"],
        FieldType::I8 => &["1", "-1", "0", "11", "-128"],
        FieldType::U64 => &["1", "0", "11", "18446744073709551615"],
        FieldType::NonZeroU8 => &["1", "7", "11"],
        FieldType::Bool => &["true", "false"],
        FieldType::Char => &["a", "1", " ", "-", "é", "b"],
        FieldType::F32 => &["1", "0", "-1", "1.1", "inf", "0.1", "-0"],
        FieldType::Ipv4Addr => &["1.1.1.1", "0.0.0.0", "11.1.1.0"],
        FieldType::Ab => &["a", "", "b", "ab", "aa", "ba", "aba"],
        FieldType::Digits => &["1", "", "11", "0", "111"],
        FieldType::Id => match side {
            Side::Left => &["a", "", "b", "-", "ab", "a-b", "aa"],
            Side::Right => &["1", "", " ", "11", "1 1", "1 "],
        },
        FieldType::String | FieldType::Free | FieldType::Text | FieldType::Parameter => {
            &["a", "", "b", "1", " ", "ab", "a b", "-", "1 1"]
        }
    }
}
