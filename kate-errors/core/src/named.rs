//! The languages of the types that are known by name: the macro reads a field's type as it is spelt, the runtime says
//! what it is.

use crate::{Chars, Integer, Language};

impl Language {
    /// The language of the standard library's type of this name.
    ///
    /// ```
    /// use kate_errors_core::Language;
    ///
    /// assert!(Language::named("u8").is_some_and(|u8| u8.takes("255") && !u8.takes("256")));
    /// assert_eq!(Language::named("String"), Some(Language::Free));
    /// assert_eq!(Language::named("Vec"), None);
    /// ```
    #[must_use]
    pub const fn named(name: &str) -> Option<Self> {
        let mut index = 0;
        while index < NAMED.len() {
            if same_text(NAMED[index].0, name) {
                return Some(NAMED[index].1);
            }
            index += 1;
        }
        None
    }

    /// Whether two languages are the same, in a `const`.
    #[must_use]
    pub const fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Free, Self::Free)
            | (Self::Float, Self::Float)
            | (Self::Bool, Self::Bool)
            | (Self::Char, Self::Char) => true,
            (Self::Chars(a), Self::Chars(b)) => same_text(a.pattern(), b.pattern()),
            (Self::Integer(a), Self::Integer(b)) => a.same(b),
            (
                Self::Digits { minus, zero },
                Self::Digits {
                    minus: other,
                    zero: also,
                },
            ) => *minus == *other && *zero == *also,
            _ => false,
        }
    }
}

/// Whether two texts are the same, in a `const`.
#[must_use]
pub const fn same_text(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

const fn unsigned(most: u128, zero: bool) -> Language {
    Language::Integer(Integer::new(0, most, zero))
}

const fn signed(most: i128, zero: bool) -> Language {
    Language::Integer(Integer::new(
        most.unsigned_abs() + 1,
        most.unsigned_abs(),
        zero,
    ))
}

const fn chars(pattern: &'static str) -> Language {
    Language::Chars(Chars::new(pattern))
}

const NAMED: [(&str, Language); 31] = [
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
    ("Ipv4Addr", chars("0-9.")),
    ("Ipv6Addr", chars("0-9a-f:.")),
    ("IpAddr", chars("0-9a-f:.")),
    ("SocketAddrV4", chars("0-9.:")),
    ("SocketAddrV6", chars("0-9a-f:.[]%")),
    ("SocketAddr", chars("0-9a-f:.[]%")),
];

#[cfg(test)]
mod tests {
    use super::same_text;
    use crate::Language;

    #[track_caller]
    fn named(name: &str) -> Language {
        Language::named(name).unwrap_or_else(|| panic!("{name} has no language"))
    }

    /// One further from zero. No limit ends in a nine.
    fn beyond(limit: &str) -> String {
        let (digits, last) = limit.split_at(limit.len() - 1);
        format!("{digits}{}", last.parse::<u8>().unwrap_or_default() + 1)
    }

    macro_rules! integers {
        ($($name:ident, $other:ident;)*) => {$({
            let limits = [$name::MIN.to_string(), $name::MAX.to_string()];
            for name in [stringify!($name), concat!("NonZero", stringify!($other))] {
                let language = named(name);
                let zero = !name.starts_with("NonZero");
                assert_eq!(language.takes("0"), zero, "{name}");
                for limit in limits.iter().filter(|limit| *limit != "0") {
                    assert!(language.takes(limit), "{name}: {limit}");
                    assert!(!language.takes(&beyond(limit)), "{name}: {limit}");
                }
                assert_eq!(language.takes("-1"), limits[0] != "0", "{name}");
            }
        })*};
    }

    #[test]
    fn integers_end_where_their_types_do() {
        integers! {
            u8, U8; u16, U16; u32, U32; u64, U64; u128, U128;
            i8, I8; i16, I16; i32, I32; i64, I64; i128, I128;
        }
    }

    #[test]
    fn all_types_are_found_by_their_names_alone() {
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
            let language = named(name);
            assert!(language.takes(text), "{name}");
            assert!(!foreign.is_some_and(|text| language.takes(text)), "{name}");
        }
        for name in ["", "usize", "U8", "u", "u80", "Strin", "Strings", "string"] {
            assert_eq!(Language::named(name), None, "{name}");
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself_alone() {
        let texts = ["", "a", "b", "ab", "aé", "aè", "abc"];
        for (index, a) in texts.iter().enumerate() {
            for (other, b) in texts.iter().enumerate() {
                assert_eq!(same_text(a, b), index == other, "{a:?} {b:?}");
            }
        }
    }
}
