//! What is plain without a search: most templates of most types.

use super::Pattern;
use super::pattern::Part;
use crate::Language;
use crate::chars::character;

impl Pattern<'_> {
    /// Whether the literals tell two templates apart already.
    #[must_use]
    pub const fn apart(&self, other: &Self) -> bool {
        self.begin_apart(other) || self.end_apart(other)
    }

    /// Walks both templates while their placeholders must end at the same place: where neither can take the character that
    /// follows the other.
    const fn begin_apart(&self, other: &Self) -> bool {
        let mut index = 0;
        loop {
            let (a, b) = (self.literal(index), other.literal(index));
            if self.differ(a, other, b) {
                return true;
            }
            let (last_a, last_b) = (index == self.count(), index == other.count());
            let (short_a, short_b) = (a.len() < b.len(), b.len() < a.len());
            if last_a && short_a || last_b && short_b {
                return true;
            }
            if short_a {
                return self.stops(index, other, b.start + a.len());
            }
            if short_b {
                return other.stops(index, self, a.start + b.len());
            }
            if last_a || last_b {
                return false;
            }
            let (next_a, next_b) = (self.literal(index + 1), other.literal(index + 1));
            if next_a.len() == 0 || next_b.len() == 0 {
                return false;
            }
            let (first_a, _) = character(self.text, next_a.start);
            let (first_b, _) = character(other.text, next_b.start);
            if self.hole(index).language.may_have(first_b)
                || other.hole(index).language.may_have(first_a)
            {
                return false;
            }
            index += 1;
        }
    }

    /// Whether a placeholder takes something, and nothing that begins with the character there.
    const fn stops(&self, index: usize, other: &Self, at: usize) -> bool {
        let language = &self.hole(index).language;
        let (c, _) = character(other.text, at);
        !language.accepts(Language::START) && language.step(Language::START, c).is_none()
    }

    /// Whether the literals differ where both have a character.
    const fn differ(&self, a: Part, other: &Self, b: Part) -> bool {
        let mut at = 0;
        while at < a.len() && at < b.len() {
            if self.text[a.start + at] != other.text[b.start + at] {
                return true;
            }
            at += 1;
        }
        false
    }

    const fn end_apart(&self, other: &Self) -> bool {
        let (a, b) = (self.literal(self.count()), other.literal(other.count()));
        let mut at = 1;
        while at <= a.len() && at <= b.len() {
            if self.text[a.end - at] != other.text[b.end - at] {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether every placeholder but one must end where the character behind it stands for the first time, or begin where
    /// the one before it stands for the last: then the rest is that one's, and a text has one reading.
    #[must_use]
    pub const fn forced(&self) -> bool {
        let mut left = 0;
        while left < self.count() && self.ends_forced(left) {
            left += 1;
        }
        let mut right = self.count();
        while right > 0 && self.starts_forced(right - 1) {
            right -= 1;
        }
        left + 1 >= right
    }

    const fn ends_forced(&self, index: usize) -> bool {
        let hole = self.hole(index);
        hole.after.len() > 0
            && !hole
                .language
                .may_have(character(self.text, hole.after.start).0)
    }

    const fn starts_forced(&self, index: usize) -> bool {
        let before = self.literal(index);
        if before.len() == 0 {
            return false;
        }
        let mut last = before.end - 1;
        while self.text[last] & 0xC0 == 0x80 {
            last -= 1;
        }
        !self
            .hole(index)
            .language
            .may_have(character(self.text, last).0)
    }
}
