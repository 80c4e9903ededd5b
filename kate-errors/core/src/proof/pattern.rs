//! A template as an automaton over characters.

use crate::Language;
use crate::chars::character;
use crate::matching::Slot;

/// A template: literal, placeholder, literal, and so on.
///
/// A run of it over a text is where the template is after each character: so many bytes into a literal, or in a state of a
/// placeholder's language. Two readings of a text are two runs that differ somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    /// The literal before the first placeholder.
    pub before: &'a str,
    /// The placeholders, each with the literal behind it.
    pub slots: &'a [Slot<'a>],
}

/// Where a run is: items are numbered literal, placeholder, literal, ...; inside stands an offset or a state.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    item: usize,
    inside: usize,
}

/// The places that one more character leads to.
pub(super) struct Steps {
    all: [At; Steps::MOST],
    count: usize,
}

impl Steps {
    /// A placeholder that can be empty lets a run go on behind it: more of those than this, side by side, are refused.
    pub(super) const MOST: usize = Pattern::MOST_SLOTS + 1;

    const NONE: Self = Self {
        all: [At::START; Self::MOST],
        count: 0,
    };

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn get(&self, index: usize) -> At {
        self.all[index]
    }

    const fn push(&mut self, at: At) {
        if self.count < Self::MOST {
            self.all[self.count] = at;
            self.count += 1;
        }
    }
}

/// A language has fewer than 256 states.
#[expect(clippy::cast_possible_truncation, reason = "see above")]
const fn state(at: At) -> u8 {
    at.inside as u8
}

impl At {
    pub(super) const START: Self = Self { item: 0, inside: 0 };

    pub(super) const fn same(self, other: Self) -> bool {
        self.item == other.item && self.inside == other.inside
    }
}

impl<'a> Pattern<'a> {
    /// How many placeholders are compared at most.
    pub const MOST_SLOTS: usize = 31;

    const fn literal(&self, item: usize) -> &'a str {
        if item == 0 {
            self.before
        } else {
            self.slots[item / 2 - 1].after
        }
    }

    const fn language(&self, item: usize) -> &'a Language {
        &self.slots[item / 2].language
    }

    const fn items(&self) -> usize {
        2 * self.slots.len() + 1
    }

    const fn item_size(&self, item: usize) -> usize {
        if item % 2 == 0 {
            self.literal(item).len() + 1
        } else {
            self.language(item).states() as usize
        }
    }

    /// How many places there are.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.number(At {
            item: self.items(),
            inside: 0,
        })
    }

    /// The number of a place, below [`size`](Self::size).
    pub(super) const fn number(&self, at: At) -> usize {
        let mut number = at.inside;
        let mut item = 0;
        while item < at.item {
            number += self.item_size(item);
            item += 1;
        }
        number
    }

    pub(super) const fn at(&self, number: usize) -> At {
        let mut inside = number;
        let mut item = 0;
        while inside >= self.item_size(item) {
            inside -= self.item_size(item);
            item += 1;
        }
        At { item, inside }
    }

    /// The only character that can follow, inside a literal.
    pub(super) const fn expected(&self, at: At) -> Option<char> {
        if at.item % 2 == 1 {
            return None;
        }
        let literal = self.literal(at.item);
        if at.inside < literal.len() {
            Some(character(literal.as_bytes(), at.inside).0)
        } else {
            None
        }
    }

    /// Where a run goes on with a character. `empty` says whether free text may be.
    pub(super) const fn step(&self, at: At, c: char, empty: bool) -> Steps {
        let mut steps = Steps::NONE;
        let mut at = at;
        let mut entered = true;
        while at.item < self.items() {
            if at.item % 2 == 0 {
                let literal = self.literal(at.item);
                if at.inside < literal.len() {
                    let (own, next) = character(literal.as_bytes(), at.inside);
                    if own as u32 == c as u32 {
                        steps.push(At {
                            item: at.item,
                            inside: next,
                        });
                    }
                    break;
                }
            } else {
                let language = self.language(at.item);
                if let Some(next) = language.step(state(at), c) {
                    steps.push(At {
                        item: at.item,
                        inside: next as usize,
                    });
                }
                if !self.leaves(at, entered, empty) {
                    break;
                }
            }
            at = At {
                item: at.item + 1,
                inside: 0,
            };
            entered = false;
        }
        steps
    }

    /// Whether a placeholder may end here; `entered` says whether it has taken a character.
    const fn leaves(&self, at: At, entered: bool, empty: bool) -> bool {
        self.language(at.item).accepts(state(at)) && (entered || empty)
    }

    /// Whether a run may end here.
    pub(super) const fn ends(&self, at: At, empty: bool) -> bool {
        let mut at = at;
        let mut entered = true;
        while at.item < self.items() {
            let goes_on = if at.item % 2 == 0 {
                at.inside == self.literal(at.item).len()
            } else {
                self.leaves(at, entered, empty)
            };
            if !goes_on {
                return false;
            }
            at = At {
                item: at.item + 1,
                inside: 0,
            };
            entered = false;
        }
        true
    }

    /// Whether the literals at the ends tell two templates apart already.
    #[must_use]
    pub const fn apart(&self, other: &Self) -> bool {
        let (a, b) = (self.before.as_bytes(), other.before.as_bytes());
        let shorter = if a.len() < b.len() { a.len() } else { b.len() };
        let mut at = 0;
        while at < shorter {
            if a[at] != b[at] {
                return true;
            }
            at += 1;
        }
        let (a, b) = (self.last().as_bytes(), other.last().as_bytes());
        let shorter = if a.len() < b.len() { a.len() } else { b.len() };
        let mut at = 1;
        while at <= shorter {
            if a[a.len() - at] != b[b.len() - at] {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether a placeholder of it can be empty.
    pub(super) const fn may_be_empty(&self) -> bool {
        let mut slot = 0;
        while slot < self.slots.len() {
            if self.slots[slot].language.accepts(Language::START) {
                return true;
            }
            slot += 1;
        }
        false
    }

    const fn last(&self) -> &'a str {
        self.literal(self.items() - 1)
    }

    /// A text with two readings, where free text follows on free text: no search reads as well.
    pub(super) fn two_free(&self) -> Option<String> {
        let free = |slot: &Slot<'_>| matches!(slot.language, Language::Free);
        let first = self
            .slots
            .windows(2)
            .position(|pair| pair.iter().all(free))?;
        let mut text = self.before.to_owned();
        for (index, slot) in self.slots.iter().enumerate() {
            let after = slot.after;
            if index == first {
                text.extend(["a", after, "b", after, "c"]);
            } else if index == first + 1 {
                text.push_str(after);
            } else {
                text.push_str(&slot.language.sample());
                text.push_str(after);
            }
        }
        Some(text)
    }
}
