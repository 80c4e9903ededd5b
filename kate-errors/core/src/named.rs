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
