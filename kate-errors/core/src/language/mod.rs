//! The languages of fields: which texts a field can print.

mod address;
mod chars;
mod integer;
mod length;
mod state;
mod std_types;
mod words;

use crate::const_str::char_at;
pub use address::Addresses;
pub(crate) use chars::range_at;
pub use chars::{Chars, PatternError};
pub use integer::Integer;
pub use length::Length;
pub(crate) use state::State;
pub use words::{Words, WordsError};

use crate::const_str::str_eq;

/// The set of texts that a type prints, as a deterministic automaton over characters.
///
/// ```
/// use kate_errors_core::{Integer, Language};
///
/// const U8: Language = Language::Integer(Integer::new(0, 255, true));
/// assert!(U8.contains("0") && U8.contains("255"));
/// assert!(!U8.contains("") && !U8.contains("007") && !U8.contains("+7") && !U8.contains("256"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// Any text, including the empty one.
    Free,
    /// Any number of these characters, including none.
    Chars(Chars),
    /// As many of these characters as the length says.
    CharsOfLength(Chars, Length),
    /// A few words.
    Words(Words),
    /// A UUID as it is printed with hyphens and in lower case: `67e55044-10b1-426f-9247-bb680e5fe0c8`.
    Uuid,
    /// Addresses of hosts as `Ipv4Addr`, `Ipv6Addr` and `IpAddr` print them.
    Addresses(Addresses),
    /// The decimal integers of a range.
    Integer(Integer),
    /// Decimal integers of any size. No type has this language: the proof uses it as an approximation of
    /// [`Integer`](Self::Integer) with few states.
    Digits {
        /// Whether there are negative integers.
        minus: bool,
        /// Whether zero is included.
        zero: bool,
    },
    /// Floating point numbers as `Display` writes them: no exponent, no trailing zeros.
    Float,
    /// `true` and `false`.
    Bool,
    /// One character.
    Char,
}

impl Language {
    /// The language of these characters, which [`Chars::new`] describes.
    ///
    /// ```
    /// # use kate_errors_core::Language;
    /// const UPPER: Language = Language::chars("A-Z");
    /// assert!(UPPER.contains("DONE") && UPPER.contains("") && !UPPER.contains("done"));
    /// ```
    ///
    /// # Panics
    ///
    /// As [`Chars::new`].
    #[must_use]
    pub const fn chars(pattern: &'static str) -> Self {
        Self::Chars(Chars::new(pattern))
    }

    /// The texts of this language with a length in this range. The language is [`Free`](Self::Free) or [`Chars`](Self::Chars);
    /// any other stays as it is.
    ///
    /// ```
    /// # use kate_errors_core::{Language, Length};
    /// const CODE: Language = Language::chars("A-Z").with_length(Length::between(2, 3));
    /// assert!(CODE.contains("DE") && CODE.contains("DEU") && !CODE.contains("D"));
    /// ```
    #[must_use]
    pub const fn with_length(self, length: Length) -> Self {
        match self {
            Self::Free => Self::CharsOfLength(Chars::new("\0-\u{10FFFF}"), length),
            Self::Chars(chars) | Self::CharsOfLength(chars, _) => {
                Self::CharsOfLength(chars, length)
            }
            Self::Words(_)
            | Self::Uuid
            | Self::Addresses(_)
            | Self::Integer(_)
            | Self::Digits { .. }
            | Self::Float
            | Self::Bool
            | Self::Char => self,
        }
    }

    /// The language of these words.
    ///
    /// ```
    /// # use kate_errors_core::Language;
    /// const STATE: Language = Language::words(&["running", "done"]);
    /// assert!(STATE.contains("done") && !STATE.contains("locked"));
    /// ```
    ///
    /// # Panics
    ///
    /// As [`Words::new`].
    #[must_use]
    pub const fn words(words: &'static [&'static str]) -> Self {
        Self::Words(Words::new(words))
    }

    /// The state before the first character.
    pub const START: State = state::START;

    /// The state after one more character, or `None` if no text of the language continues like this.
    #[must_use]
    pub const fn step(&self, state: State, c: char) -> Option<State> {
        match self {
            Self::Free => Some(state),
            Self::Chars(chars) => {
                if chars.contains(c) {
                    Some(state)
                } else {
                    None
                }
            }
            Self::CharsOfLength(chars, length) => length.step(chars, state, c),
            Self::Words(words) => words.step(state, c),
            Self::Uuid => step_uuid(state, c),
            Self::Addresses(addresses) => addresses.step(state, c),
            Self::Integer(range) => range.step(state, c),
            Self::Digits { minus, zero } => integer::step_unlimited(state, c, *minus, *zero),
            Self::Float => step_float(state, c),
            Self::Bool => step_bool(state, c),
            Self::Char => {
                if state == Self::START {
                    Some(1)
                } else {
                    None
                }
            }
        }
    }

    /// Whether a text may end in this state.
    #[must_use]
    pub const fn accepts(&self, state: State) -> bool {
        match self {
            Self::Free | Self::Chars(_) => true,
            Self::CharsOfLength(_, length) => length.accepts(state),
            Self::Words(words) => words.accepts(state),
            Self::Uuid => state == UUID_CHARS,
            Self::Addresses(_) => Addresses::accepts(state),
            Self::Integer(_) | Self::Digits { .. } => integer::accepts(state),
            Self::Float => matches!(state, 2 | 3 | 5 | 9 | 12),
            Self::Bool => matches!(state, 4 | 9),
            Self::Char => state == 1,
        }
    }

    /// How many states the automaton has.
    #[must_use]
    pub const fn state_count(&self) -> State {
        match self {
            Self::Free | Self::Chars(_) => 1,
            Self::CharsOfLength(_, length) => length.state_count(),
            Self::Words(words) => words.state_count(),
            Self::Uuid => UUID_CHARS + 1,
            Self::Addresses(addresses) => addresses.state_count(),
            Self::Integer(range) => range.state_count(),
            Self::Digits { .. } => integer::UNLIMITED_STATE_COUNT,
            Self::Float => 13,
            Self::Bool => 10,
            Self::Char => 2,
        }
    }

    /// Whether the language contains this text.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        match self {
            Self::Free => return true,
            Self::Words(words) => return words.contains(text),
            Self::Chars(_)
            | Self::CharsOfLength(..)
            | Self::Uuid
            | Self::Addresses(_)
            | Self::Integer(_)
            | Self::Digits { .. }
            | Self::Float
            | Self::Bool
            | Self::Char => {}
        }
        let end = text
            .chars()
            .try_fold(Self::START, |state, c| self.step(state, c));
        end.is_some_and(|state| self.accepts(state))
    }

    /// Whether some text of the language may contain this character. The answer may be `true` for a character that no text
    /// contains, because it does not depend on the limits of integers.
    #[must_use]
    pub const fn may_contain_char(&self, c: char) -> bool {
        match self {
            Self::Free | Self::Char => true,
            Self::Chars(chars) => chars.contains(c),
            Self::CharsOfLength(chars, length) => {
                chars.contains(c) && !matches!(length.max(), Some(0))
            }
            Self::Uuid => matches!(c, '0'..='9' | 'a'..='f' | '-'),
            Self::Addresses(addresses) => addresses.has_char(c),
            Self::Words(words) => words.may_contain_char(c),
            Self::Integer(range) => c.is_ascii_digit() || c == '-' && range.has_negative(),
            Self::Digits { minus, .. } => c.is_ascii_digit() || c == '-' && *minus,
            Self::Float => matches!(c, '0'..='9' | '-' | '.' | 'i' | 'n' | 'f' | 'N' | 'a'),
            Self::Bool => matches!(c, 't' | 'r' | 'u' | 'e' | 'f' | 'a' | 'l' | 's'),
        }
    }

    /// An upper bound of the number of characters in a text, or `None` if there is no bound.
    #[must_use]
    pub const fn max_chars(&self) -> Option<usize> {
        match self {
            Self::Free | Self::Chars(_) | Self::Digits { .. } | Self::Float => None,
            Self::CharsOfLength(_, length) => match length.max() {
                Some(max) => Some(max as usize),
                None => None,
            },
            Self::Words(words) => Some(words.max_chars()),
            Self::Uuid => Some(UUID_CHARS as usize),
            Self::Addresses(_) => Some(address::MAX_CHARS),
            // A minus sign, and the digits of `u128::MAX`.
            Self::Integer(_) => Some(1 + u128::MAX.ilog10() as usize + 1),
            Self::Bool => Some("false".len()),
            Self::Char => Some(1),
        }
    }

    /// A larger language with few states: the limits of integers and lengths, and the shape of UUIDs and
    /// addresses, are dropped.
    #[must_use]
    pub const fn without_limits(&self) -> Self {
        match self {
            Self::Integer(range) => Self::Digits {
                minus: range.has_negative(),
                zero: range.has_zero(),
            },
            Self::CharsOfLength(chars, _) => Self::Chars(*chars),
            Self::Uuid => Self::Chars(Chars::new("0-9a-f-")),
            Self::Addresses(addresses) => Self::Chars(Chars::new(addresses.pattern())),
            Self::Free
            | Self::Chars(_)
            | Self::Words(_)
            | Self::Digits { .. }
            | Self::Float
            | Self::Bool
            | Self::Char => *self,
        }
    }

    /// `==`, for a `const`.
    #[must_use]
    pub const fn equals(&self, other: &Self) -> bool {
        match self {
            Self::Free => matches!(other, Self::Free),
            Self::Chars(chars) => {
                matches!(other, Self::Chars(others) if str_eq(chars.pattern(), others.pattern()))
            }
            Self::CharsOfLength(chars, length) => {
                matches!(other, Self::CharsOfLength(others, other) if str_eq(chars.pattern(), others.pattern()) && length.equals(*other))
            }
            Self::Uuid => matches!(other, Self::Uuid),
            Self::Addresses(addresses) => {
                matches!(other, Self::Addresses(others) if addresses.equals(*others))
            }
            Self::Words(words) => matches!(other, Self::Words(others) if words.equals(others)),
            Self::Integer(range) => matches!(other, Self::Integer(others) if range.equals(others)),
            Self::Digits { minus, zero } => {
                matches!(other, Self::Digits { minus: m, zero: z } if *minus == *m && *zero == *z)
            }
            Self::Float => matches!(other, Self::Float),
            Self::Bool => matches!(other, Self::Bool),
            Self::Char => matches!(other, Self::Char),
        }
    }

    /// A text of the language that is short and, where possible, not empty. For characters, the witness has a better one.
    pub(crate) const fn example(&self) -> &'static str {
        if let Self::Words(words) = self {
            let words = words.as_slice();
            let is_first_empty = words[0].is_empty() && words.len() > 1;
            return words[is_first_empty as usize];
        }
        let examples = [
            "x",
            "1",
            "-1",
            "true",
            "1.1.1.1",
            "::",
            "00000000-0000-0000-0000-000000000000",
        ];
        let mut index = 0;
        while index < examples.len() {
            if self.accepts_text(examples[index]) {
                return examples[index];
            }
            index += 1;
        }
        ""
    }

    /// [`contains`](Self::contains), in a `const`.
    const fn accepts_text(&self, text: &str) -> bool {
        let (mut state, mut at) = (Self::START, 0);
        while at < text.len() {
            let (c, next) = char_at(text.as_bytes(), at);
            match self.step(state, c) {
                Some(after) => state = after,
                None => return false,
            }
            at = next;
        }
        self.accepts(state)
    }
}

/// `NaN | -?(inf | (0|[1-9][0-9]*)(\.[0-9]*[1-9])?)`. A state is a position in this expression:
///
/// | state | after |
/// | --- | --- |
/// | 1 | `-` |
/// | 2, 3 | an integer: `0`, any other |
/// | 4 | the point |
/// | 5, 6 | decimals: the last is not `0`, the last is `0` |
/// | 7, 8, 9 | `i`, `in`, `inf` |
/// | 10, 11, 12 | `N`, `Na`, `NaN` |
const fn step_float(state: State, c: char) -> Option<State> {
    Some(match (state, c) {
        (0, '-') => 1,
        (0 | 1, '0') => 2,
        (0 | 1, '1'..='9') | (3, '0'..='9') => 3,
        (2 | 3, '.') => 4,
        (4..=6, '1'..='9') => 5,
        (4..=6, '0') => 6,
        (0 | 1, 'i') => 7,
        (7, 'n') => 8,
        (8, 'f') => 9,
        (0, 'N') => 10,
        (10, 'a') => 11,
        (11, 'N') => 12,
        _ => return None,
    })
}

/// The number of characters of a UUID.
const UUID_CHARS: State = 36;

/// A state is the number of characters that were read.
const fn step_uuid(state: State, c: char) -> Option<State> {
    let fits = match state {
        8 | 13 | 18 | 23 => c == '-',
        UUID_CHARS.. => false,
        _ => matches!(c, '0'..='9' | 'a'..='f'),
    };
    if fits { Some(state + 1) } else { None }
}

/// One state after each character of `true`, then one after each character of `false`.
const fn step_bool(state: State, c: char) -> Option<State> {
    Some(match (state, c) {
        (0, 't') => 1,
        (1, 'r') => 2,
        (2, 'u') => 3,
        (3, 'e') => 4,
        (0, 'f') => 5,
        (5, 'a') => 6,
        (6, 'l') => 7,
        (7, 's') => 8,
        (8, 'e') => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
