//! Which texts a field can print.

use crate::Chars;
use crate::integer::{Integer, MINUS, RUN, digits};

/// The language of a field: the texts that its type prints, as a deterministic automaton over
/// characters. A state is a small number; every text starts in [`Language::START`].
///
/// ```
/// use kate_errors_core::{Integer, Language};
///
/// const U8: Language = Language::Integer(Integer::new(0, 255, true));
/// assert!(U8.takes("0") && U8.takes("255"));
/// assert!(!U8.takes("") && !U8.takes("007") && !U8.takes("+7") && !U8.takes("256"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Any text, the empty one included.
    Free,
    /// Any number of these characters, none included.
    Chars(Chars),
    /// Decimal integers of a range: `0|-?[1-9][0-9]*`.
    Integer(Integer),
    /// Integers of any size: what a first search takes for those of a range.
    Digits {
        /// Whether there are negative ones.
        minus: bool,
        /// Whether there is a zero.
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
    /// The state before the first character.
    pub const START: u8 = 0;

    /// The state after one more character; `None` where no text of the language goes on so.
    #[must_use]
    pub const fn step(&self, state: u8, c: char) -> Option<u8> {
        match self {
            Self::Free => Some(state),
            Self::Chars(chars) => {
                if chars.contains(c) {
                    Some(state)
                } else {
                    None
                }
            }
            Self::Integer(range) => range.step(state, c),
            Self::Digits { minus, zero } => digits(state, c, *minus, *zero),
            Self::Float => float(state, c),
            Self::Bool => bool(state, c),
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
    pub const fn accepts(&self, state: u8) -> bool {
        match self {
            Self::Free | Self::Chars(_) => true,
            Self::Integer(_) | Self::Digits { .. } => state > MINUS,
            Self::Float => matches!(state, 2 | 3 | 5 | 9 | 12),
            Self::Bool => matches!(state, 4 | 9),
            Self::Char => state == 1,
        }
    }

    /// How many characters its longest text has; `None` where there is no bound.
    #[must_use]
    pub const fn longest(&self) -> Option<usize> {
        match self {
            Self::Free | Self::Chars(_) | Self::Digits { .. } | Self::Float => None,
            Self::Integer(_) => Some(1 + u128::MAX.ilog10() as usize + 1),
            Self::Bool => Some("false".len()),
            Self::Char => Some(1),
        }
    }

    /// Whether a text of the language can have this character, as far as characters alone tell.
    #[must_use]
    pub const fn may_have(&self, c: char) -> bool {
        match self {
            Self::Free | Self::Char => true,
            Self::Chars(chars) => chars.contains(c),
            Self::Integer(range) => c.is_ascii_digit() || c == '-' && range.has_negative(),
            Self::Digits { minus, .. } => c.is_ascii_digit() || c == '-' && *minus,
            Self::Float => matches!(c, '0'..='9' | '-' | '.' | 'i' | 'n' | 'f' | 'N' | 'a'),
            Self::Bool => matches!(c, 't' | 'r' | 'u' | 'e' | 'f' | 'a' | 'l' | 's'),
        }
    }

    /// This language with integers of any size for those of a range: it has all of its texts, and far fewer states.
    #[must_use]
    pub const fn widened(&self) -> Self {
        match self {
            Self::Integer(range) => Self::Digits {
                minus: range.has_negative(),
                zero: range.has_zero(),
            },
            _ => *self,
        }
    }

    /// How many states the automaton has.
    #[must_use]
    pub const fn states(&self) -> u8 {
        match self {
            Self::Free | Self::Chars(_) => 1,
            Self::Integer(range) => range.states(),
            Self::Digits { .. } => RUN + 1,
            Self::Float => 13,
            Self::Bool => 10,
            Self::Char => 2,
        }
    }

    /// A text of the language.
    pub(crate) fn sample(&self) -> String {
        let candidates = ["x", "1", "-1", "true"];
        let known = candidates
            .into_iter()
            .find(|text| self.takes(text))
            .unwrap_or_default();
        known.to_owned()
    }

    /// Whether this text is of the language.
    #[must_use]
    pub fn takes(&self, text: &str) -> bool {
        if matches!(self, Self::Free) {
            return true;
        }
        let end = text
            .chars()
            .try_fold(Self::START, |state, c| self.step(state, c));
        end.is_some_and(|state| self.accepts(state))
    }
}

/// `NaN | -?(inf | (0|[1-9][0-9]*)(\.[0-9]*[1-9])?)`: one state a place in that expression.
const fn float(state: u8, c: char) -> Option<u8> {
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

const fn bool(state: u8, c: char) -> Option<u8> {
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
