//! A template as an automaton over characters.
//!
//! A run over a text is the sequence of positions after each character. A position is a number of bytes in a literal, or a state
//! of a placeholder's language. Two readings of a text are two runs that differ somewhere.

use super::template::Template;
use crate::Language;
use crate::const_str::char_at;

/// The largest number of placeholders of a template that is compared by search.
pub const MOST_PLACEHOLDERS: usize = 31;

/// A template, and numbers for its positions.
pub(super) struct Automaton<'a> {
    pub(super) template: Template<'a>,
    /// Whether integers may be of any size. Such an automaton has far fewer states, and matches at least the texts that the exact
    /// one matches.
    unlimited: bool,
    /// The number of each placeholder's first position.
    bases: [usize; MOST_PLACEHOLDERS],
    positions: usize,
}

/// A position of a run. Items are numbered in order: literal, placeholder, literal, ... `inside` is a number of bytes or a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    item: usize,
    inside: usize,
}

impl Position {
    pub(super) const START: Self = Self { item: 0, inside: 0 };

    pub(super) const fn is(self, other: Self) -> bool {
        self.item == other.item && self.inside == other.inside
    }

    const fn next_item(self) -> Self {
        Self {
            item: self.item + 1,
            inside: 0,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a language has fewer than 256 states"
    )]
    const fn state(self) -> u8 {
        self.inside as u8
    }
}

/// The positions after one more character.
pub(super) struct Steps {
    all: [Position; MOST_PLACEHOLDERS + 1],
    count: usize,
}

impl Steps {
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn get(&self, index: usize) -> Position {
        self.all[index]
    }

    const fn push(&mut self, position: Position) {
        self.all[self.count] = position;
        self.count += 1;
    }
}

impl<'a> Automaton<'a> {
    /// `None` if the template has too many placeholders.
    pub(super) const fn new(template: Template<'a>, unlimited: bool) -> Option<Self> {
        if template.count() > MOST_PLACEHOLDERS {
            return None;
        }
        let mut automaton = Self {
            template,
            unlimited,
            bases: [0; MOST_PLACEHOLDERS],
            positions: template.leading.len() + 1,
        };
        let mut index = 0;
        while index < template.count() {
            automaton.bases[index] = automaton.positions;
            let states = automaton.language(index).state_count() as usize;
            automaton.positions += states + template.literal(index + 1).len() + 1;
            index += 1;
        }
        Some(automaton)
    }

    /// How many positions there are.
    pub(super) const fn positions(&self) -> usize {
        self.positions
    }

    pub(super) const fn language(&self, placeholder: usize) -> Language {
        let language = self.template.language(placeholder);
        if self.unlimited {
            language.without_limits()
        } else {
            *language
        }
    }

    /// The number of a position, below [`positions`](Self::positions).
    pub(super) const fn number(&self, position: Position) -> usize {
        let index = position.item / 2;
        position.inside
            + if position.item % 2 == 1 {
                self.bases[index]
            } else if index == 0 {
                0
            } else {
                self.bases[index - 1] + self.language(index - 1).state_count() as usize
            }
    }

    /// The only character that can follow, inside a literal.
    pub(super) const fn expected(&self, position: Position) -> Option<char> {
        if position.item % 2 == 1 {
            return None;
        }
        let literal = self.template.literal(position.item / 2);
        if position.inside < literal.len() {
            Some(char_at(literal, position.inside).0)
        } else {
            None
        }
    }

    /// The positions after one more character. `empty` says whether the text of a placeholder may be empty.
    pub(super) const fn step(&self, position: Position, c: char, empty: bool) -> Steps {
        let mut steps = Steps {
            all: [Position::START; MOST_PLACEHOLDERS + 1],
            count: 0,
        };
        let mut position = position;
        let mut has_begun = true;
        loop {
            let index = position.item / 2;
            if position.item % 2 == 0 {
                let literal = self.template.literal(index);
                if position.inside < literal.len() {
                    let (own, next) = char_at(literal, position.inside);
                    if own as u32 == c as u32 {
                        steps.push(Position {
                            inside: next,
                            ..position
                        });
                    }
                    return steps;
                }
                if index == self.template.count() {
                    return steps;
                }
            } else {
                let language = self.language(index);
                if let Some(next) = language.step(position.state(), c) {
                    steps.push(Position {
                        inside: next as usize,
                        ..position
                    });
                }
                if !(language.accepts(position.state()) && (has_begun || empty)) {
                    return steps;
                }
            }
            position = position.next_item();
            has_begun = false;
        }
    }

    /// Whether a run may end here.
    pub(super) const fn ends(&self, position: Position, empty: bool) -> bool {
        let mut position = position;
        let mut has_begun = true;
        loop {
            let index = position.item / 2;
            if position.item % 2 == 0 {
                if position.inside < self.template.literal(index).len() {
                    return false;
                }
                if index == self.template.count() {
                    return true;
                }
            } else if !(self.language(index).accepts(position.state()) && (has_begun || empty)) {
                return false;
            }
            position = position.next_item();
            has_begun = false;
        }
    }

    /// Whether the text of any of its placeholders can be empty.
    pub(super) const fn may_be_empty(&self) -> bool {
        let mut index = 0;
        while index < self.template.count() {
            if self.template.language(index).accepts(Language::START) {
                return true;
            }
            index += 1;
        }
        false
    }
}
