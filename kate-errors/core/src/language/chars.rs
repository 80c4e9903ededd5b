//! Sets of characters, written similarly to the brackets of a regular expression.

use std::fmt;

use crate::const_str::char_at;

/// The set of characters that a field's texts consist of.
///
/// The pattern lists characters and ranges: `"0-9a-f-"` is the ten digits, six letters, and the hyphen.
///
/// The pattern is read from left to right. A character followed by a hyphen and another character is a range. Any other
/// character is itself, the hyphen included. So `"-az"`, `"az-"` and `"a-z-9"` contain the hyphen, and `"--9"` is the
/// range from the hyphen to the nine. No other character is special: `^`, `]` and `\` are themselves.
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
    /// One bit for each ASCII character: most characters are looked up here.
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
    /// If the pattern is empty or has a reversed range such as `z-a`. In a `const`, that is a compile error.
    /// [`Chars::parse`] returns an error instead.
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

    /// The set that a pattern describes.
    ///
    /// # Errors
    ///
    /// [`PatternError`], if the pattern is empty or has a reversed range.
    pub const fn parse(pattern: &'static str) -> Result<Self, PatternError> {
        if pattern.is_empty() {
            return Err(PatternError::Empty);
        }
        let mut ascii = 0;
        let mut at = 0;
        while at < pattern.len() {
            let (first, last, next) = range_at(pattern.as_bytes(), at);
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

    /// Whether this character is in the set.
    #[must_use]
    pub const fn contains(&self, c: char) -> bool {
        if c.is_ascii() {
            return self.ascii >> (c as u32) & 1 == 1;
        }
        let mut at = 0;
        while at < self.pattern.len() {
            let (first, last, next) = range_at(self.pattern.as_bytes(), at);
            if first as u32 <= c as u32 && c as u32 <= last as u32 {
                return true;
            }
            at = next;
        }
        false
    }

    /// The pattern that the set was created from.
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

/// The range at a byte position of a pattern, and the position after it. A single character is a range of one.
pub(crate) const fn range_at(pattern: &[u8], at: usize) -> (char, char, usize) {
    let (first, next) = char_at(pattern, at);
    if next + 1 < pattern.len() && pattern[next] == b'-' {
        let (last, next) = char_at(pattern, next + 1);
        (first, last, next)
    } else {
        (first, first, next)
    }
}

#[cfg(test)]
mod tests {
    use super::{Chars, PatternError};

    #[test]
    fn hyphens_at_the_ends_and_after_ranges_are_characters() {
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
    fn characters_outside_ascii_are_compared_as_a_whole() {
        let chars = Chars::new("à-öß€-₽\u{10000}-\u{10FFFF}");
        assert!(chars.contains('é') && chars.contains('ß') && chars.contains('🦀'));
        assert!(chars.contains('€') && chars.contains('₱') && chars.contains('₽'));
        assert!(!chars.contains('ü') && !chars.contains('Ã') && !chars.contains('a'));
        assert!(!chars.contains('₫') && !chars.contains('₾') && !chars.contains('\u{FFFD}'));
    }

    #[test]
    fn a_range_may_start_in_ascii_and_end_outside() {
        let chars = Chars::new("~-é");
        assert!(chars.contains('~') && chars.contains('\u{7f}') && chars.contains('é'));
        assert!(!chars.contains('}'));
    }

    #[test]
    fn debug_prints_the_pattern() {
        let chars = Chars::new("a-z");
        assert_eq!(chars.pattern(), "a-z");
        assert_eq!(format!("{chars:?}"), "Chars(\"a-z\")");
    }

    #[test]
    fn invalid_patterns_are_errors() {
        assert_eq!(Chars::parse(""), Err(PatternError::Empty));
        let reversed = PatternError::Reversed {
            first: 'z',
            last: 'a',
        };
        assert_eq!(Chars::parse("0-9z-a"), Err(reversed));
        assert!(reversed.to_string().contains("`a-z`"));
    }
}
