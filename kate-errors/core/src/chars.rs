//! Sets of characters, written as in a regular expression's brackets.

use std::fmt;

/// A set of characters: what the texts of a field are made of.
///
/// The pattern lists characters and ranges: `"0-9a-f-"` is the ten digits, six letters and the
/// hyphen. It is read from left to right: a character with a hyphen and one more character behind it is a range to
/// that one; any other stands for itself, the hyphen too. So `"-az"`, `"az-"` and `"a-z-9"` have the hyphen as a character, and
/// `"--9"` is the range from the hyphen to the nine. Nothing else is special: `^`, `]` and `\` are characters.
///
/// ```
/// # use kate_errors_core::Chars;
/// const HEX: Chars = Chars::new("0-9a-f-");
/// assert!(HEX.contains('a') && HEX.contains('-'));
/// assert!(!HEX.contains('g'));
///
/// assert!(Chars::new("--9").contains('.'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Chars {
    pattern: &'static str,
    ascii: u128,
}

/// Why a pattern is not a set of characters.
///
/// ```
/// # use kate_errors_core::{Chars, PatternError};
/// assert_eq!(Chars::parse("z-a"), Err(PatternError::Reversed { first: 'z', last: 'a' }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// The pattern has no character.
    Empty,
    /// A range whose first character comes after its last.
    Reversed {
        /// The character on the left of the hyphen.
        first: char,
        /// The character on its right.
        last: char,
    },
}

impl Chars {
    /// The set that a pattern describes.
    ///
    /// # Panics
    ///
    /// Where the pattern is empty or has a reversed range such as `z-a`; in a `const`, that is a
    /// compile error. [`Chars::parse`] tells instead.
    #[must_use]
    pub const fn new(pattern: &'static str) -> Self {
        match Self::parse(pattern) {
            Ok(chars) => chars,
            #[expect(clippy::panic, reason = "the contract of a const constructor")]
            Err(PatternError::Empty) => panic!("a set of characters names at least one: `0-9a-f`"),
            #[expect(clippy::panic, reason = "the contract of a const constructor")]
            Err(PatternError::Reversed { .. }) => {
                panic!("a range of characters goes from the lower to the higher: `a-z`")
            }
        }
    }

    /// The set that a pattern describes, or why it describes none.
    ///
    /// # Errors
    ///
    /// [`PatternError`], where the pattern is empty or has a reversed range.
    pub const fn parse(pattern: &'static str) -> Result<Self, PatternError> {
        if pattern.is_empty() {
            return Err(PatternError::Empty);
        }
        let mut ascii = 0;
        let mut at = 0;
        while at < pattern.len() {
            let (first, last, next) = item(pattern.as_bytes(), at);
            if first as u32 > last as u32 {
                return Err(PatternError::Reversed { first, last });
            }
            let mut code = first as u32;
            while code <= last as u32 && code < 128 {
                ascii |= 1 << code;
                code += 1;
            }
            at = next;
        }
        Ok(Self { pattern, ascii })
    }

    /// Whether the set has this character.
    #[must_use]
    pub const fn contains(&self, c: char) -> bool {
        if c.is_ascii() {
            return self.ascii >> (c as u32) & 1 == 1;
        }
        let mut at = 0;
        while at < self.pattern.len() {
            let (first, last, next) = item(self.pattern.as_bytes(), at);
            if first as u32 <= c as u32 && c as u32 <= last as u32 {
                return true;
            }
            at = next;
        }
        false
    }

    /// The pattern that the set was made from.
    #[must_use]
    pub const fn pattern(&self) -> &'static str {
        self.pattern
    }
}

impl fmt::Debug for Chars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Chars").field(&self.pattern).finish()
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a set of characters names at least one: `0-9a-f`"),
            Self::Reversed { first, last } => {
                write!(
                    f,
                    "the range `{first}-{last}` is reversed: write `{last}-{first}`"
                )
            }
        }
    }
}

impl std::error::Error for PatternError {}

/// The range at a place in a pattern, and the place after it.
pub(crate) const fn item(pattern: &[u8], at: usize) -> (char, char, usize) {
    let (first, next) = character(pattern, at);
    if next + 1 < pattern.len() && pattern[next] == b'-' {
        let (last, next) = character(pattern, next + 1);
        (first, last, next)
    } else {
        (first, first, next)
    }
}

/// The character at a place in UTF-8 text, and the place after it: `str::chars` is not `const`.
pub(crate) const fn character(text: &[u8], at: usize) -> (char, usize) {
    let lead = text[at];
    let (mut code, length) = match lead {
        0..0x80 => (lead as u32, 1),
        0x80..0xE0 => ((lead & 0x1F) as u32, 2),
        0xE0..0xF0 => ((lead & 0x0F) as u32, 3),
        _ => ((lead & 0x07) as u32, 4),
    };
    let mut i = 1;
    while i < length {
        // The bits do not meet: `^` for `|` is the same.
        code = code << 6 | (text[at + i] & 0x3F) as u32;
        i += 1;
    }
    let c = match char::from_u32(code) {
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    };
    (c, at + length)
}

#[cfg(test)]
mod tests {
    use super::{Chars, PatternError};

    #[test]
    fn hyphens_at_the_ends_and_behind_ranges_are_characters() {
        for pattern in ["-az", "az-", "a-z-9", "-"] {
            assert!(Chars::new(pattern).contains('-'), "{pattern}");
        }
        assert!(!Chars::new("a-z").contains('-'));
    }

    #[test]
    fn a_range_may_begin_at_a_hyphen() {
        for pattern in ["--9", "a-z--9"] {
            let chars = Chars::new(pattern);
            assert!(chars.contains('-') && chars.contains('.') && chars.contains('9'));
            assert!(!chars.contains(','), "{pattern}");
        }
    }

    #[test]
    fn characters_beyond_ascii_are_compared_whole() {
        let chars = Chars::new("à-öß€-₽\u{10000}-\u{10FFFF}");
        assert!(chars.contains('é') && chars.contains('ß') && chars.contains('🦀'));
        assert!(chars.contains('€') && chars.contains('₱') && chars.contains('₽'));
        assert!(!chars.contains('ü') && !chars.contains('Ã') && !chars.contains('a'));
        assert!(!chars.contains('₫') && !chars.contains('₾') && !chars.contains('\u{FFFD}'));
    }

    #[test]
    fn a_range_may_leave_ascii() {
        let chars = Chars::new("~-é");
        assert!(chars.contains('~') && chars.contains('\u{7f}') && chars.contains('é'));
        assert!(!chars.contains('}'));
    }

    #[test]
    fn a_set_is_shown_by_its_pattern() {
        let chars = Chars::new("a-z");
        assert_eq!(chars.pattern(), "a-z");
        assert_eq!(format!("{chars:?}"), "Chars(\"a-z\")");
    }

    #[test]
    fn patterns_that_are_no_set_say_why() {
        assert_eq!(Chars::parse(""), Err(PatternError::Empty));
        let reversed = PatternError::Reversed {
            first: 'z',
            last: 'a',
        };
        assert_eq!(Chars::parse("0-9z-a"), Err(reversed));
        assert!(reversed.to_string().contains("`a-z`"));
    }
}
