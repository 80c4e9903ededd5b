//! Decides the two questions of the proof by the literals alone, where that is possible. Most templates then need no search.

use super::template::Template;
use crate::Language;
use crate::const_str::char_at;

/// The end of a template from which it is compared with another.
#[derive(Clone, Copy)]
enum End {
    Front,
    Back,
}

impl<'a> Template<'a> {
    /// Whether the literals show that no text matches both templates. If not, there may be such a text or not.
    #[must_use]
    pub const fn is_apart(&self, other: &Self) -> bool {
        self.differs(other, End::Front) || self.differs(other, End::Back)
    }

    /// Whether the literals show that the template has at most one reading of each text: every placeholder but one has a known
    /// end. Then what remains of the text belongs to that placeholder.
    pub(super) const fn is_forced(&self) -> bool {
        let (left, right) = self.bounded();
        left + right + 1 >= self.count()
    }

    /// The number of placeholders with a known end, from the start and from the end of the template. From the start, a
    /// placeholder is counted if it must end at the first occurrence of the character that follows it. From the end, a
    /// placeholder is counted if it must begin after the last occurrence of the character before it. At least one placeholder is
    /// not counted.
    #[must_use]
    pub const fn bounded(&self) -> (usize, usize) {
        let mut left = 0;
        while left + 1 < self.count() && self.is_bounded(left, End::Front) {
            left += 1;
        }
        let mut right = self.count();
        while right > left + 1 && self.is_bounded(right - 1, End::Back) {
            right -= 1;
        }
        (left, self.count() - right)
    }

    /// Whether a placeholder cannot take the character next to it: the one after it from the front, the one before it from the
    /// back.
    const fn is_bounded(&self, placeholder: usize, from: End) -> bool {
        let next = match from {
            End::Front => self.literal(placeholder + 1),
            End::Back => self.literal(placeholder),
        };
        match edge(next, 0, from) {
            Some(c) => !self.language(placeholder).may_contain_char(c),
            None => false,
        }
    }

    /// Whether the literals show, from this end, that no text matches both templates. One literal after the other is compared, as
    /// long as the placeholders between them must end at the same place in both. They must if neither can take the character that
    /// follows the other.
    const fn differs(&self, other: &Self, from: End) -> bool {
        let mut index = 0;
        loop {
            let (a, b) = (
                self.literal_from(from, index),
                other.literal_from(from, index),
            );
            if differ(a, b, from) {
                return true;
            }
            let (last_a, last_b) = (index == self.count(), index == other.count());
            if a.len() < b.len() {
                return last_a || self.refuses(from, index, edge(b, a.len(), from));
            }
            if b.len() < a.len() {
                return last_b || other.refuses(from, index, edge(a, b.len(), from));
            }
            if last_a || last_b {
                return false;
            }
            let next_a = edge(self.literal_from(from, index + 1), 0, from);
            let next_b = edge(other.literal_from(from, index + 1), 0, from);
            let (Some(next_a), Some(next_b)) = (next_a, next_b) else {
                return false;
            };
            if self.language_from(from, index).may_contain_char(next_b)
                || other.language_from(from, index).may_contain_char(next_a)
            {
                return false;
            }
            index += 1;
        }
    }

    /// A literal, counted from this end.
    const fn literal_from(&self, from: End, index: usize) -> &'a [u8] {
        match from {
            End::Front => self.literal(index),
            End::Back => self.literal(self.count() - index),
        }
    }

    /// The language of a placeholder, counted from this end.
    const fn language_from(&self, from: End, index: usize) -> &'a Language {
        match from {
            End::Front => self.language(index),
            End::Back => self.language(self.count() - 1 - index),
        }
    }

    /// Whether the text of a placeholder cannot be empty, and cannot have this character at the end from which it is read.
    const fn refuses(&self, from: End, placeholder: usize, c: Option<char>) -> bool {
        let language = self.language_from(from, placeholder);
        let Some(c) = c else {
            return false;
        };
        let takes = match from {
            End::Front => language.step(Language::START, c).is_some(),
            End::Back => language.may_contain_char(c),
        };
        !takes && !language.accepts(Language::START)
    }
}

/// The first character of a literal.
pub(super) const fn first_char(literal: &[u8]) -> Option<char> {
    edge(literal, 0, End::Front)
}

/// The first character of a literal after `skipped` bytes from its start, or the last one before `skipped` bytes from its end.
const fn edge(literal: &[u8], skipped: usize, from: End) -> Option<char> {
    if literal.len() == skipped {
        return None;
    }
    let at = match from {
        End::Front => skipped,
        End::Back => {
            let mut last = literal.len() - skipped - 1;
            while literal[last] & 0xC0 == 0x80 {
                last -= 1;
            }
            last
        }
    };
    Some(char_at(literal, at).0)
}

/// Whether two literals differ within the length of the shorter one, counted from this end.
const fn differ(a: &[u8], b: &[u8], from: End) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        let (x, y) = match from {
            End::Front => (a[at], b[at]),
            End::Back => (a[a.len() - 1 - at], b[b.len() - 1 - at]),
        };
        if x != y {
            return true;
        }
        at += 1;
    }
    false
}
