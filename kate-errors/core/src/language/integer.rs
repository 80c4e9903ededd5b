//! Automata for decimal integers, with limits and without.
//!
//! Both accept only what `Display` prints: `0|-?[1-9][0-9]*`.

use super::state::{START, State};

/// A range of integers, with or without zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer {
    negative: Limit,
    positive: Limit,
    zero: bool,
}

/// The state after a minus sign.
const MINUS: State = 1;
/// The state after a single zero.
const ZERO: State = 2;
/// The first state after a digit other than zero.
const DIGITS: State = 3;

impl Integer {
    /// The integers from `-negative` to `positive`, with or without zero.
    #[must_use]
    pub const fn new(negative: u128, positive: u128, zero: bool) -> Self {
        Self {
            negative: Limit::new(negative),
            positive: Limit::new(positive),
            zero,
        }
    }

    /// The same range without zero.
    #[must_use]
    pub const fn without_zero(self) -> Self {
        Self {
            zero: false,
            ..self
        }
    }

    pub(super) const fn equals(&self, other: &Self) -> bool {
        self.negative.value == other.negative.value
            && self.positive.value == other.positive.value
            && self.zero == other.zero
    }

    pub(super) const fn has_negative(&self) -> bool {
        self.negative.length > 0
    }

    pub(super) const fn has_zero(&self) -> bool {
        self.zero
    }

    /// The state after one more character. The states are [`START`], [`MINUS`], [`ZERO`], those of the positive limit from
    /// [`DIGITS`] on, and then those of the negative limit.
    pub(super) const fn step(&self, state: State, c: char) -> Option<State> {
        let digit = match c {
            '-' if state == START && self.has_negative() => return Some(MINUS),
            '0'..='9' => digit(c),
            _ => return None,
        };
        match state {
            START if digit == 0 => {
                if self.zero {
                    Some(ZERO)
                } else {
                    None
                }
            }
            START => self.positive.after_tight(DIGITS, 0, digit),
            MINUS if digit == 0 => None,
            MINUS => self.negative.after_tight(self.negative_base(), 0, digit),
            ZERO => None,
            _ if state < self.negative_base() => self.positive.step(DIGITS, state, digit),
            _ => self.negative.step(self.negative_base(), state, digit),
        }
    }

    /// The first state of the negative limit.
    const fn negative_base(&self) -> State {
        DIGITS + self.positive.state_count()
    }

    pub(super) const fn state_count(&self) -> State {
        self.negative_base() + self.negative.state_count()
    }
}

/// Whether an integer may end in this state: after a zero or any other digit.
pub(super) const fn accepts(state: State) -> bool {
    state >= ZERO
}

#[expect(clippy::cast_possible_truncation, reason = "a digit is below ten")]
const fn digit(c: char) -> u8 {
    (c as u32 - '0' as u32) as u8
}

/// The largest absolute value of a sign. A limit of zero has no digits, and nothing is below it.
///
/// The digits that were read are *tight* if they equal the first digits of the limit. Otherwise they are *loose*, and only
/// the number of digits that may follow matters. For a limit of n digits, the states are:
///
/// | state | digits that were read |
/// | --- | --- |
/// | `base + count - 1` | `count` tight ones, from 1 to n |
/// | `base + n + room` | loose ones, which `room` more may follow, from 0 to n - 1 |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit {
    value: u128,
    digits: [u8; 39],
    length: State,
}

impl Limit {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a digit is below ten, a length below forty"
    )]
    const fn new(value: u128) -> Self {
        let length = match value.checked_ilog10() {
            Some(log) => log as State + 1,
            None => 0,
        };
        let mut digits = [0; 39];
        let mut rest = value;
        let mut at = length as usize;
        while at > 0 {
            at -= 1;
            digits[at] = (rest % 10) as u8;
            rest /= 10;
        }
        Self {
            value,
            digits,
            length,
        }
    }

    const fn state_count(&self) -> State {
        2 * self.length
    }

    /// The state after one more digit.
    const fn step(&self, base: State, state: State, digit: u8) -> Option<State> {
        let offset = state - base;
        if offset < self.length {
            self.after_tight(base, offset + 1, digit)
        } else if offset == self.length {
            None
        } else {
            Some(state - 1)
        }
    }

    /// The state after `count` tight digits and one more digit.
    const fn after_tight(&self, base: State, count: State, digit: u8) -> Option<State> {
        if count >= self.length {
            return None;
        }
        let own = self.digits[count as usize];
        let room = self.length - count - 1;
        if digit == own {
            Some(base + count)
        } else if digit < own {
            Some(base + self.length + room)
        } else if room > 0 {
            // A number of as many digits as the limit would be above it: there is room for one digit less.
            Some(base + self.length + room - 1)
        } else {
            None
        }
    }
}

/// The state after one more character of an integer without limits.
pub(super) const fn step_unlimited(
    state: State,
    c: char,
    minus: bool,
    zero: bool,
) -> Option<State> {
    match (state, c) {
        (START, '-') if minus => Some(MINUS),
        (START, '0') if zero => Some(ZERO),
        (START | MINUS, '1'..='9') | (DIGITS, '0'..='9') => Some(DIGITS),
        _ => None,
    }
}

/// How many states [`step_unlimited`] has.
pub(super) const UNLIMITED_STATE_COUNT: State = DIGITS + 1;
