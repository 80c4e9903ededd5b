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
mod tests {
    use super::{Integer, Language};
    use crate::Chars;
    use proptest::prelude::*;

    fn integer(negative: u128, positive: u128) -> Language {
        Language::Integer(Integer::new(negative, positive, true))
    }

    #[test]
    fn small_integers_are_exactly_those_of_the_range() {
        let most = if cfg!(miri) { 300 } else { 2000 };
        let texts = (0..most).flat_map(|n| [format!("{n}"), format!("-{n}"), format!("0{n}")]);
        for text in texts {
            for (language, parsed) in [
                (
                    integer(0, 255),
                    text.parse::<u8>().ok().map(|n| n.to_string()),
                ),
                (
                    integer(128, 127),
                    text.parse::<i8>().ok().map(|n| n.to_string()),
                ),
            ] {
                let own = parsed.as_ref() == Some(&text);
                assert_eq!(language.takes(&text), own, "{language:?} {text}");
            }
        }
    }

    #[test]
    fn the_limits_of_the_widest_integers_are_taken_and_no_more() {
        let signed = integer(i128::MIN.unsigned_abs(), i128::MAX.unsigned_abs());
        let unsigned = integer(0, u128::MAX);
        assert!(signed.takes(&i128::MIN.to_string()) && signed.takes(&i128::MAX.to_string()));
        assert!(unsigned.takes(&u128::MAX.to_string()));
        assert!(!signed.takes("170141183460469231731687303715884105728"));
        assert!(!signed.takes("-170141183460469231731687303715884105729"));
        assert!(!unsigned.takes("340282366920938463463374607431768211456"));
        assert!(!unsigned.takes("1000000000000000000000000000000000000000"));
    }

    #[test]
    fn a_range_may_leave_zero_out() {
        let nine = Integer::new(0, 9, false);
        assert_eq!(Integer::new(0, 9, true).without_zero(), nine);
        let language = Language::Integer(nine);
        assert!(language.takes("9") && !language.takes("0") && !language.takes("10"));
    }

    #[test]
    fn a_minus_stands_before_negative_numbers_alone() {
        let i8s = integer(128, 127);
        assert!(i8s.takes("-5") && !i8s.takes("--5") && !i8s.takes("1-5") && !i8s.takes("-"));
        assert_eq!(integer(0, 255).step(Language::START, '-'), None);
    }

    #[test]
    fn languages_are_the_same_where_they_are_equal() {
        let digits = |minus, zero| Language::Digits { minus, zero };
        let all = [
            Language::Free,
            Language::Float,
            Language::Bool,
            Language::Char,
            Language::Chars(Chars::new("a")),
            Language::Chars(Chars::new("ab")),
            integer(0, 255),
            integer(0, 127),
            integer(128, 127),
            Language::Integer(Integer::new(0, 255, true).without_zero()),
            digits(false, false),
            digits(false, true),
            digits(true, false),
            digits(true, true),
        ];
        for one in &all {
            for other in &all {
                assert_eq!(one.same(other), one == other, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn words_and_characters() {
        assert!(Language::Bool.takes("true") && Language::Bool.takes("false"));
        assert!(
            !Language::Bool.takes("")
                && !Language::Bool.takes("tru")
                && !Language::Bool.takes("truex")
        );
        assert!(
            Language::Char.takes("é") && !Language::Char.takes("") && !Language::Char.takes("ab")
        );
    }

    proptest! {
        #[test]
        fn every_integer_prints_a_text_of_its_language(n: i64, m: u128) {
            let i64s = integer(i64::MIN.unsigned_abs().into(), i64::MAX.unsigned_abs().into());
            prop_assert!(i64s.takes(&n.to_string()));
            prop_assert!(integer(0, u128::MAX).takes(&m.to_string()));
            prop_assert_eq!(integer(0, u128::from(u64::MAX)).takes(&m.to_string()), u64::try_from(m).is_ok());
        }

        #[test]
        fn every_float_prints_a_text_of_the_language(bits: u64, short: u32) {
            prop_assert!(Language::Float.takes(&f64::from_bits(bits).to_string()));
            prop_assert!(Language::Float.takes(&f32::from_bits(short).to_string()));
        }

        #[test]
        fn no_longer_text_than_the_longest(text in "[-0-9a-z]{0,60}", m: u128) {
            for language in [integer(u128::MAX, u128::MAX), Language::Bool, Language::Char] {
                let longest = language.longest().unwrap_or_default();
                for text in [text.clone(), format!("-{m}{m}")] {
                    prop_assert!(!language.takes(&text) || text.chars().count() <= longest);
                }
            }
        }
    }
}
