//! Answers without a search, from literals and languages. They cover most templates.

use super::Pattern;
use super::pattern::{Part, Placeholder};
use crate::Language;
use crate::const_str::char_at;

/// The end of a template at which a comparison starts.
#[derive(Clone, Copy)]
enum End {
    Front,
    Back,
}

impl Pattern<'_> {
    /// Whether two templates match no common detail, as their ends show.
    #[must_use]
    pub const fn apart(&self, other: &Self) -> bool {
        self.differs(other, End::Front) || self.differs(other, End::Back)
    }

    /// Compares both templates from one end, as long as their placeholders must end at the same position: neither can
    /// contain the first character of the literal after the other.
    const fn differs(&self, other: &Self, from: End) -> bool {
        let mut index = 0;
        loop {
            let (a, b) = (
                self.literal_from(from, index),
                other.literal_from(from, index),
            );
            if self.differ(a, other, b, from) {
                return true;
            }
            let (last_a, last_b) = (index == self.count(), index == other.count());
            let (short_a, short_b) = (a.len() < b.len(), b.len() < a.len());
            if last_a && short_a || last_b && short_b {
                return true;
            }
            if short_a {
                return self.refuses(from, index, other.after(b, a.len(), from));
            }
            if short_b {
                return other.refuses(from, index, self.after(a, b.len(), from));
            }
            if last_a || last_b {
                return false;
            }
            let next_a = self.edge(self.literal_from(from, index + 1), from);
            let next_b = other.edge(other.literal_from(from, index + 1), from);
            let (Some(next_a), Some(next_b)) = (next_a, next_b) else {
                return false;
            };
            if self
                .placeholder_from(from, index)
                .language
                .may_contain_char(next_b)
                || other
                    .placeholder_from(from, index)
                    .language
                    .may_contain_char(next_a)
            {
                return false;
            }
            index += 1;
        }
    }

    const fn literal_from(&self, from: End, index: usize) -> Part {
        match from {
            End::Front => self.literal(index),
            End::Back => self.literal(self.count() - index),
        }
    }

    const fn placeholder_from(&self, from: End, index: usize) -> &Placeholder {
        match from {
            End::Front => self.placeholder(index),
            End::Back => self.placeholder(self.count() - 1 - index),
        }
    }

    /// The first or the last character of a literal.
    const fn edge(&self, part: Part, end: End) -> Option<char> {
        if part.len() == 0 {
            return None;
        }
        let at = match end {
            End::Front => part.start,
            End::Back => {
                let mut last = part.end - 1;
                while self.text[last] & 0xC0 == 0x80 {
                    last -= 1;
                }
                last
            }
        };
        Some(char_at(self.text, at).0)
    }

    /// The character of a literal after its first or last `length` bytes.
    const fn after(&self, part: Part, length: usize, from: End) -> Option<char> {
        let rest = match from {
            End::Front => Part {
                start: part.start + length,
                end: part.end,
            },
            End::Back => Part {
                start: part.start,
                end: part.end - length,
            },
        };
        self.edge(rest, from)
    }

    /// Whether a placeholder cannot match here: it is not empty, and has no text with this character at its end.
    const fn refuses(&self, from: End, index: usize, c: Option<char>) -> bool {
        let language = &self.placeholder_from(from, index).language;
        let Some(c) = c else {
            return false;
        };
        let starts = match from {
            End::Front => language.step(Language::START, c).is_some(),
            End::Back => language.may_contain_char(c),
        };
        !starts && !language.accepts(Language::START)
    }

    /// Whether the literals differ within their common length.
    const fn differ(&self, a: Part, other: &Self, b: Part, from: End) -> bool {
        let mut at = 0;
        while at < a.len() && at < b.len() {
            let (x, y) = match from {
                End::Front => (a.start + at, b.start + at),
                End::Back => (a.end - 1 - at, b.end - 1 - at),
            };
            if self.text[x] != other.text[y] {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether all placeholders but one have a fixed end: the first occurrence of the character after it, or the last
    /// occurrence of the one before it. Then the remaining placeholder gets the rest, and a detail has one reading.
    #[must_use]
    pub const fn forced(&self) -> bool {
        let mut left = 0;
        while left < self.count() && self.is_forced(left, End::Front) {
            left += 1;
        }
        let mut right = self.count();
        while right > 0 && self.is_forced(right - 1, End::Back) {
            right -= 1;
        }
        left + 1 >= right
    }

    /// Whether a placeholder cannot contain the character next to it, so that its end follows from its start, or the
    /// other way round.
    const fn is_forced(&self, index: usize, from: End) -> bool {
        let next = match from {
            End::Front => self.literal(index + 1),
            End::Back => self.literal(index),
        };
        match self.edge(next, from) {
            Some(c) => !self.placeholder(index).language.may_contain_char(c),
            None => false,
        }
    }
}
