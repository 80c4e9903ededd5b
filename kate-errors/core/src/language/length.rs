//! The number of characters of a text.

use super::Chars;
use super::state::State;

/// How many characters a text has: a range, whose end may be open.
///
/// ```
/// # use kate_errors_core::{Language, Length};
/// const HASH: Language = Language::chars("0-9a-f").with_length(Length::exactly(4));
/// assert!(HASH.contains("00ff") && !HASH.contains("00f") && !HASH.contains("00fff"));
///
/// const NAME: Language = Language::chars("a-z").with_length(Length::at_least(1));
/// assert!(NAME.contains("abc") && !NAME.contains(""));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    min: State,
    max: Option<State>,
}

impl Length {
    /// The largest length that can be a limit.
    pub const MOST: u16 = 4096;

    /// As many characters as this.
    ///
    /// # Panics
    ///
    /// As [`between`](Self::between).
    #[must_use]
    pub const fn exactly(length: u16) -> Self {
        Self::between(length, length)
    }

    /// The lengths from `min` to `max`, both included.
    ///
    /// # Panics
    ///
    /// If `min` is above `max`, or `max` above [`MOST`](Self::MOST). In a `const`, that is a compile error.
    #[must_use]
    pub const fn between(min: u16, max: u16) -> Self {
        assert!(
            min <= max,
            "a range of lengths goes from the lower to the higher"
        );
        assert!(max <= Self::MOST, "a length is at most 4096");
        Self {
            min,
            max: Some(max),
        }
    }

    /// As many characters as this, or more.
    ///
    /// # Panics
    ///
    /// If `min` is above [`MOST`](Self::MOST). In a `const`, that is a compile error.
    #[must_use]
    pub const fn at_least(min: u16) -> Self {
        assert!(min <= Self::MOST, "a length is at most 4096");
        Self { min, max: None }
    }

    /// The smallest length.
    #[must_use]
    pub const fn min(self) -> u16 {
        self.min
    }

    /// The largest length. `None` if there is no limit.
    #[must_use]
    pub const fn max(self) -> Option<u16> {
        self.max
    }

    /// The state after one more character. A state is the number of characters that were read. Without a largest length, it stays
    /// at the smallest one.
    pub(super) const fn step(self, chars: &Chars, state: State, c: char) -> Option<State> {
        if !chars.contains(c) {
            return None;
        }
        match self.max {
            Some(max) if state == max => None,
            None if state == self.min => Some(state),
            Some(_) | None => Some(state + 1),
        }
    }

    pub(super) const fn accepts(self, state: State) -> bool {
        state >= self.min
    }

    pub(super) const fn state_count(self) -> State {
        match self.max {
            Some(max) => max + 1,
            None => self.min + 1,
        }
    }

    pub(super) const fn equals(self, other: Self) -> bool {
        self.min == other.min
            && match (self.max, other.max) {
                (Some(max), Some(other)) => max == other,
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            }
    }
}
