//! Integers, with a range and without.

use crate::Language;

/// A range of integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer {
    negative: Limit,
    positive: Limit,
    zero: bool,
}

impl Integer {
    /// The integers from `-negative` to `positive`, with zero or without.
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

    pub(crate) const fn same(&self, other: &Self) -> bool {
        self.negative.value == other.negative.value
            && self.positive.value == other.positive.value
            && self.zero == other.zero
    }

    /// The state after one more character.
    ///
    /// A run of digits is either *tight*, equal to the first digits of the limit so far, or
    /// *loose*: then only the number of digits that may follow counts. The states of a run are those that are tight
    /// after 1, 2, ... digits, then those that leave room for 0, 1, ... more.
    pub(crate) const fn step(&self, state: u8, c: char) -> Option<u8> {
        let digit = match c {
            '-' if state == Language::START && self.negative.length > 0 => return Some(MINUS),
            '0'..='9' => digit(c),
            _ => return None,
        };
        match state {
            Language::START if digit == 0 => {
                if self.zero {
                    Some(ZERO)
                } else {
                    None
                }
            }
            Language::START => self.positive.tight(RUN, 0, digit),
            MINUS if digit == 0 => None,
            MINUS => self.negative.tight(self.negative_base(), 0, digit),
            ZERO => None,
            _ if state < self.negative_base() => self.positive.next(RUN, state, digit),
            _ => self.negative.next(self.negative_base(), state, digit),
        }
    }

    const fn negative_base(&self) -> u8 {
        RUN + 2 * self.positive.length
    }

    pub(crate) const fn has_negative(&self) -> bool {
        self.negative.length > 0
    }

    pub(crate) const fn has_zero(&self) -> bool {
        self.zero
    }

    pub(crate) const fn states(&self) -> u8 {
        self.negative_base() + 2 * self.negative.length
    }
}

pub(crate) const MINUS: u8 = 1;
const ZERO: u8 = 2;
/// The first state of a run of digits.
pub(crate) const RUN: u8 = 3;

#[expect(clippy::cast_possible_truncation, reason = "a digit is below ten")]
const fn digit(c: char) -> u8 {
    (c as u32 - '0' as u32) as u8
}

/// A number that a run of digits does not exceed; none of no digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit {
    value: u128,
    digits: [u8; 39],
    length: u8,
}

impl Limit {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a digit is below ten, a length below forty"
    )]
    const fn new(value: u128) -> Self {
        let length = match value.checked_ilog10() {
            Some(log) => log as u8 + 1,
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

    const fn next(&self, base: u8, state: u8, digit: u8) -> Option<u8> {
        let place = state - base;
        // Behind the tight runs stands the loose one without room: neither ends in a longer one.
        if place <= self.length {
            self.tight(base, place + 1, digit)
        } else {
            Some(state - 1)
        }
    }

    /// The state after one more digit than `count` tight ones.
    const fn tight(&self, base: u8, count: u8, digit: u8) -> Option<u8> {
        if count >= self.length {
            return None;
        }
        let own = self.digits[count as usize];
        let loose = base + self.length + (self.length - count - 1);
        if digit == own {
            Some(base + count)
        } else if digit < own {
            // `<=` is the same here: equal ones were answered above.
            Some(loose)
        } else if count + 1 < self.length {
            Some(loose - 1)
        } else {
            None
        }
    }
}

/// `0|-?[1-9][0-9]*`: the states of a range without its limits.
pub(crate) const fn digits(state: u8, c: char, minus: bool, zero: bool) -> Option<u8> {
    match (state, c) {
        (Language::START, '-') if minus => Some(MINUS),
        (Language::START, '0') if zero => Some(ZERO),
        (Language::START | MINUS, '1'..='9') | (RUN, '0'..='9') => Some(RUN),
        _ => None,
    }
}
