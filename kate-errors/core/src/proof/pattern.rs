//! A template as an automaton over characters.

use crate::Language;
use crate::chars::character;

/// A literal: a part of a pattern's text, from a byte to the one behind its last.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Part {
    pub(super) const fn len(self) -> usize {
        self.end - self.start
    }
}

/// A placeholder and the literal behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placeholder {
    pub(super) language: Language,
    pub(super) after: Part,
    /// The number of its first place.
    base: usize,
    /// How many places it has.
    states: usize,
}

/// A template: literal, placeholder, literal, and so on; the literals are parts of one text.
///
/// A run of it over a text is where the template is after each character: so many bytes into a literal, or in a state of a
/// placeholder's language. Two readings of a text are two runs that differ somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub(super) text: &'a [u8],
    before: Part,
    placeholders: [Placeholder; Pattern::MOST_PLACEHOLDERS],
    count: usize,
}

/// Where a run is: items are numbered literal, placeholder, literal, ...; inside stands an offset or a state.
#[derive(Clone, Copy, Debug)]
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
    const MOST: usize = Pattern::MOST_PLACEHOLDERS + 1;

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn get(&self, index: usize) -> At {
        self.all[index]
    }

    const fn push(&mut self, at: At) {
        self.all[self.count] = at;
        self.count += 1;
    }
}

impl At {
    pub(super) const START: Self = Self { item: 0, inside: 0 };

    pub(super) const fn same(self, other: Self) -> bool {
        self.item == other.item && self.inside == other.inside
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a language has fewer than 256 states"
    )]
    const fn state(self) -> u8 {
        self.inside as u8
    }
}

impl<'a> Pattern<'a> {
    /// How many placeholders are compared at most.
    pub const MOST_PLACEHOLDERS: usize = 31;

    /// A template without placeholders.
    #[must_use]
    pub const fn new(text: &'a [u8], before: Part) -> Self {
        let placeholder = Placeholder {
            language: Language::Free,
            after: Part { start: 0, end: 0 },
            base: 0,
            states: 0,
        };
        Self {
            text,
            before,
            placeholders: [placeholder; Self::MOST_PLACEHOLDERS],
            count: 0,
        }
    }

    /// The same with a placeholder behind it; none where there are as many as are compared.
    #[must_use]
    pub const fn with(&self, language: Language, after: Part) -> Option<Self> {
        if self.count == Self::MOST_PLACEHOLDERS {
            return None;
        }
        let mut pattern = *self;
        let states = language.states() as usize;
        pattern.placeholders[self.count] = Placeholder {
            language,
            after,
            base: self.size(),
            states,
        };
        pattern.count += 1;
        Some(pattern)
    }

    /// The same with integers of any size: where it says nothing twice, this does not.
    #[must_use]
    pub const fn widened(&self) -> Self {
        let mut wide = Self::new(self.text, self.before);
        while wide.count < self.count {
            let placeholder = &self.placeholders[wide.count];
            if let Some(longer) = wide.with(placeholder.language.widened(), placeholder.after) {
                wide = longer;
            }
        }
        wide
    }

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn placeholder(&self, index: usize) -> &Placeholder {
        &self.placeholders[index]
    }

    /// A literal, by the number of placeholders before it.
    pub(super) const fn literal(&self, index: usize) -> Part {
        if index == 0 {
            self.before
        } else {
            self.placeholders[index - 1].after
        }
    }

    /// How many places there are.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.literal_base(self.count) + self.literal(self.count).len() + 1
    }

    const fn literal_base(&self, index: usize) -> usize {
        if index == 0 {
            0
        } else {
            self.placeholders[index - 1].base + self.placeholders[index - 1].states
        }
    }

    /// The number of a place, below [`size`](Self::size).
    pub(super) const fn number(&self, at: At) -> usize {
        at.inside
            + if at.item % 2 == 0 {
                self.literal_base(at.item / 2)
            } else {
                self.placeholders[at.item / 2].base
            }
    }

    /// The only character that can follow, inside a literal.
    pub(super) const fn expected(&self, at: At) -> Option<char> {
        if at.item % 2 == 1 {
            return None;
        }
        let literal = self.literal(at.item / 2);
        if at.inside < literal.len() {
            Some(character(self.text, literal.start + at.inside).0)
        } else {
            None
        }
    }

    /// Where a run goes on with a character. `empty` says whether free text may be.
    pub(super) const fn step(&self, at: At, c: char, empty: bool) -> Steps {
        let mut steps = Steps {
            all: [At::START; Steps::MOST],
            count: 0,
        };
        let mut at = at;
        let mut entered = true;
        loop {
            if at.item % 2 == 0 {
                let literal = self.literal(at.item / 2);
                if at.inside < literal.len() {
                    let (own, next) = character(self.text, literal.start + at.inside);
                    if own as u32 == c as u32 {
                        steps.push(At {
                            item: at.item,
                            inside: next - literal.start,
                        });
                    }
                    return steps;
                }
                if at.item / 2 == self.count {
                    return steps;
                }
            } else {
                let language = &self.placeholders[at.item / 2].language;
                if let Some(next) = language.step(at.state(), c) {
                    steps.push(At {
                        item: at.item,
                        inside: next as usize,
                    });
                }
                if !(language.accepts(at.state()) && (entered || empty)) {
                    return steps;
                }
            }
            at = At {
                item: at.item + 1,
                inside: 0,
            };
            entered = false;
        }
    }

    /// Whether a run may end here.
    pub(super) const fn ends(&self, at: At, empty: bool) -> bool {
        let mut at = at;
        let mut entered = true;
        loop {
            if at.item % 2 == 0 {
                if at.inside < self.literal(at.item / 2).len() {
                    return false;
                }
                if at.item / 2 == self.count {
                    return true;
                }
            } else {
                let language = &self.placeholders[at.item / 2].language;
                if !(language.accepts(at.state()) && (entered || empty)) {
                    return false;
                }
            }
            at = At {
                item: at.item + 1,
                inside: 0,
            };
            entered = false;
        }
    }

    /// Whether a placeholder of it can be empty.
    pub(super) const fn may_be_empty(&self) -> bool {
        let mut index = 0;
        while index < self.count {
            if self.placeholders[index].language.accepts(Language::START) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// A text with two readings, where free text follows on free text: no search reads as well.
    pub(super) fn two_free(&self) -> Option<String> {
        let placeholders = &self.placeholders[..self.count];
        let free = |placeholder: &Placeholder| matches!(placeholder.language, Language::Free);
        let first = placeholders
            .windows(2)
            .position(|pair| pair.iter().all(free))?;
        let literal = |part: Part| String::from_utf8_lossy(&self.text[part.start..part.end]);
        let mut text = literal(self.before).into_owned();
        for (index, placeholder) in placeholders.iter().enumerate() {
            let after = literal(placeholder.after);
            if index == first {
                text.extend(["a", &after, "b", &after, "c"]);
            } else if index == first + 1 {
                text.push_str(&after);
            } else {
                text.extend([&*placeholder.language.sample(), &after]);
            }
        }
        Some(text)
    }
}
