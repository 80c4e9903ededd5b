//! A template as an automaton over characters.
//!
//! The automaton reads a text character by character. After each character it is at a *position*: inside a literal, after some of
//! its bytes, or inside a placeholder, in a state of its language. Several positions are possible where a field can end earlier
//! or later. A *run* is the sequence of positions of one reading, so two different readings of a text are two different runs.

use super::template::Template;
use crate::Language;
use crate::const_str::char_at;
use crate::language::State;

/// The largest number of placeholders of a template that is compared by search.
pub const MOST_PLACEHOLDERS: usize = 31;

/// A template with numbered positions.
pub(super) struct Automaton<'a> {
    pub(super) template: Template<'a>,
    /// Whether integers may be of any size. Without limits, the automaton has far fewer positions, and matches at least the texts
    /// that it matches with them.
    unlimited: bool,
    /// The number of each placeholder's first position.
    bases: [usize; MOST_PLACEHOLDERS],
    positions: usize,
}

/// A position of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// The literal or placeholder, by its number: even numbers are literals, and odd ones the placeholders between them.
    item: usize,
    /// In a literal, how many of its bytes were read. In a placeholder, the state of its language.
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
        reason = "a language has at most `State::MAX` states"
    )]
    const fn state(self) -> State {
        self.inside as State
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

    /// The only character that can follow. `None` if several can, which is so in a placeholder and at the end of a literal.
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

    /// The positions after one more character. `allow_empty` says whether the text of a placeholder may be empty.
    pub(super) const fn step(&self, position: Position, c: char, allow_empty: bool) -> Steps {
        let mut steps = Steps {
            all: [Position::START; MOST_PLACEHOLDERS + 1],
            count: 0,
        };
        let mut position = position;
        // Whether the run has read a character in the item of `position`. If not, leaving a placeholder makes its text empty.
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
                if !(language.accepts(position.state()) && (has_begun || allow_empty)) {
                    return steps;
                }
            }
            position = position.next_item();
            has_begun = false;
        }
    }

    /// Whether a run may end at this position. `allow_empty` says whether the text of a placeholder may be empty.
    pub(super) const fn ends(&self, position: Position, allow_empty: bool) -> bool {
        let mut position = position;
        // As in `step`.
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
            } else if !(self.language(index).accepts(position.state())
                && (has_begun || allow_empty))
            {
                return false;
            }
            position = position.next_item();
            has_begun = false;
        }
    }

    /// Whether the language of any placeholder contains the empty text.
    pub(super) const fn has_empty_text(&self) -> bool {
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
