//! The languages of the standard library's types, by name.
//!
//! The macro knows a field's type only by its name. The runtime knows the type itself. Both take its language from here.

use super::{Addresses, Chars, Integer, Language};
use crate::const_str::str_eq;

impl Language {
    /// The language of the standard library's type of this name. The integers whose width depends on the target,
    /// `usize` and `isize`, are not included.
    ///
    /// ```
    /// use kate_errors_core::Language;
    ///
    /// assert!(Language::of_std_type("u8").is_some_and(|u8| u8.contains("255") && !u8.contains("256")));
    /// assert_eq!(Language::of_std_type("String"), Some(Language::Free));
    /// assert_eq!(Language::of_std_type("Vec"), None);
    /// ```
    #[must_use]
    pub const fn of_std_type(name: &str) -> Option<Self> {
        let mut index = 0;
        while index < STD_TYPES.len() {
            if str_eq(STD_TYPES[index].0, name) {
                return Some(STD_TYPES[index].1);
            }
            index += 1;
        }
        None
    }
}

const fn unsigned(max: u128, zero: bool) -> Language {
    Language::Integer(Integer::new(0, max, zero))
}

const fn signed(max: i128, zero: bool) -> Language {
    Language::Integer(Integer::new(
        max.unsigned_abs() + 1,
        max.unsigned_abs(),
        zero,
    ))
}

const fn chars(pattern: &'static str) -> Language {
    Language::Chars(Chars::new(pattern))
}

const STD_TYPES: [(&str, Language); 31] = [
    ("String", Language::Free),
    ("bool", Language::Bool),
    ("char", Language::Char),
    ("f32", Language::Float),
    ("f64", Language::Float),
    ("u8", unsigned(u8::MAX as u128, true)),
    ("u16", unsigned(u16::MAX as u128, true)),
    ("u32", unsigned(u32::MAX as u128, true)),
    ("u64", unsigned(u64::MAX as u128, true)),
    ("u128", unsigned(u128::MAX, true)),
    ("i8", signed(i8::MAX as i128, true)),
    ("i16", signed(i16::MAX as i128, true)),
    ("i32", signed(i32::MAX as i128, true)),
    ("i64", signed(i64::MAX as i128, true)),
    ("i128", signed(i128::MAX, true)),
    ("NonZeroU8", unsigned(u8::MAX as u128, false)),
    ("NonZeroU16", unsigned(u16::MAX as u128, false)),
    ("NonZeroU32", unsigned(u32::MAX as u128, false)),
    ("NonZeroU64", unsigned(u64::MAX as u128, false)),
    ("NonZeroU128", unsigned(u128::MAX, false)),
    ("NonZeroI8", signed(i8::MAX as i128, false)),
    ("NonZeroI16", signed(i16::MAX as i128, false)),
    ("NonZeroI32", signed(i32::MAX as i128, false)),
    ("NonZeroI64", signed(i64::MAX as i128, false)),
    ("NonZeroI128", signed(i128::MAX, false)),
    ("Ipv4Addr", Language::Addresses(Addresses::V4)),
    ("Ipv6Addr", Language::Addresses(Addresses::V6)),
    ("IpAddr", Language::Addresses(Addresses::Both)),
    ("SocketAddrV4", chars("0-9.:")),
    ("SocketAddrV6", chars("0-9a-f:.[]%")),
    ("SocketAddr", chars("0-9a-f:.[]%")),
];

#[cfg(test)]
mod tests {
    use super::Language;

    #[track_caller]
    fn language_of(name: &str) -> Language {
        Language::of_std_type(name).unwrap_or_else(|| panic!("{name} has no language"))
    }

    /// The integer after this limit, one further from zero. No limit ends in a nine.
    fn past(limit: &str) -> String {
        let (digits, last) = limit.split_at(limit.len() - 1);
        format!("{digits}{}", last.parse::<u8>().unwrap_or_default() + 1)
    }

    macro_rules! integers {
        ($($name:ident, $other:ident;)*) => {$({
            let limits = [$name::MIN.to_string(), $name::MAX.to_string()];
            for name in [stringify!($name), concat!("NonZero", stringify!($other))] {
                let language = language_of(name);
                let zero = !name.starts_with("NonZero");
                assert_eq!(language.contains("0"), zero, "{name}");
                for limit in limits.iter().filter(|limit| *limit != "0") {
                    assert!(language.contains(limit), "{name}: {limit}");
                    assert!(!language.contains(&past(limit)), "{name}: {limit}");
                }
                assert_eq!(language.contains("-1"), limits[0] != "0", "{name}");
            }
        })*};
    }

    #[test]
    fn integers_have_the_limits_of_their_types() {
        integers! {
            u8, U8; u16, U16; u32, U32; u64, U64; u128, U128;
            i8, I8; i16, I16; i32, I32; i64, I64; i128, I128;
        }
    }

    #[test]
    fn every_type_has_the_language_that_it_prints() {
        for (name, text, foreign) in [
            ("String", "any text", None),
            ("bool", "true", Some("yes")),
            ("char", "é", Some("éé")),
            ("f32", "-0.5", Some(".5")),
            ("f64", "inf", Some("infinity")),
            ("Ipv4Addr", "127.0.0.1", Some("::1")),
            ("Ipv6Addr", "::ffff:1.2.3.4", Some("[::1]")),
            ("IpAddr", "::1", Some("::1%2")),
            ("SocketAddrV4", "127.0.0.1:80", Some("[::1]:80")),
            ("SocketAddrV6", "[fe80::1%2]:80", Some("localhost:80")),
            ("SocketAddr", "[::1]:80", Some("localhost:80")),
        ] {
            let language = language_of(name);
            assert!(language.contains(text), "{name}");
            assert!(
                !foreign.is_some_and(|text| language.contains(text)),
                "{name}"
            );
        }
        for name in ["", "usize", "U8", "u", "u80", "Strin", "Strings", "string"] {
            assert_eq!(Language::of_std_type(name), None, "{name}");
        }
    }
}
