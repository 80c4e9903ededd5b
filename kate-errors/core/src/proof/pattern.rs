//! A template as an automaton over characters.

use crate::Language;
use crate::const_str::char_at;

/// A literal, as a range of bytes in the text of a pattern.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Part {
    pub(super) const fn len(self) -> usize {
        self.end - self.start
    }
}

/// A placeholder and the literal after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placeholder {
    pub(super) language: Language,
    pub(super) after: Part,
    /// The number of its first position.
    base: usize,
    /// How many positions it has.
    states: usize,
}

/// A template as an automaton: literal, placeholder, literal, and so on. The literals are ranges of one text.
///
/// A run over a detail is the position in the template after each character: an offset in a literal, or a state of a
/// placeholder's language. Two readings of a detail are two different runs.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub(super) text: &'a [u8],
    before: Part,
    placeholders: [Placeholder; Pattern::MOST_PLACEHOLDERS],
    count: usize,
}

/// A position of a run. `item` counts literals and placeholders alternately. `inside` is an offset in a literal or a
/// state of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    item: usize,
    inside: usize,
}

/// The positions after one more character.
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
    /// The most placeholders that a pattern can have.
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

    /// The same with one more placeholder, or `None` if there are too many.
    #[must_use]
    pub const fn with(&self, language: Language, after: Part) -> Option<Self> {
        if self.count == Self::MOST_PLACEHOLDERS {
            return None;
        }
        let mut pattern = *self;
        let states = language.state_count() as usize;
        pattern.placeholders[self.count] = Placeholder {
            language,
            after,
            base: self.size(),
            states,
        };
        pattern.count += 1;
        Some(pattern)
    }

    /// The same with [widened](Language::widened) languages. It matches more details, so if it has no conflict, this
    /// has none.
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

    /// How many positions there are.
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

    /// The number of a position, below [`size`](Self::size).
    pub(super) const fn number(&self, at: At) -> usize {
        at.inside
            + if at.item % 2 == 0 {
                self.literal_base(at.item / 2)
            } else {
                self.placeholders[at.item / 2].base
            }
    }

    /// Inside a literal, the only character that can follow.
    pub(super) const fn expected(&self, at: At) -> Option<char> {
        if at.item % 2 == 1 {
            return None;
        }
        let literal = self.literal(at.item / 2);
        if at.inside < literal.len() {
            Some(char_at(self.text, literal.start + at.inside).0)
        } else {
            None
        }
    }

    /// The positions of a run after a character. `empty` is whether placeholders may be empty.
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
                    let (own, next) = char_at(self.text, literal.start + at.inside);
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

    /// Whether one of its placeholders can be empty.
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

    /// A detail with two readings, if a free placeholder follows another one. It is easier to read than the result of a
    /// search.
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
                text.extend([placeholder.language.example(), &after]);
            }
        }
        Some(text)
    }
}
