//! Enough characters to find every text.
//!
//! Automata only ever ask for a character to be in a set: there are no sets of characters *not* to be in. So of two
//! characters the one that is in more sets can stand for the other, and a character that is in as many as possible
//! starts the last of the ranges that it is in: the starts of all ranges will do.

use super::Pattern;
use crate::Language;
use crate::chars::{character, item};

/// The characters to try, the ones that read best first.
pub(super) struct Alphabet {
    all: [char; Alphabet::MOST],
    count: usize,
    whole: bool,
}

impl Alphabet {
    const MOST: usize = 512;

    pub(super) const fn of(a: &Pattern<'_>, b: &Pattern<'_>) -> Self {
        let mut alphabet = Self {
            all: ['a'; Self::MOST],
            count: 1,
            whole: true,
        };
        alphabet.add_languages(a);
        alphabet.add_languages(b);
        alphabet.add_literals(a);
        alphabet.add_literals(b);
        alphabet
    }

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn get(&self, index: usize) -> char {
        self.all[index]
    }

    /// Whether there was room for all.
    pub(super) const fn is_whole(&self) -> bool {
        self.whole
    }

    const fn add(&mut self, c: char) {
        let mut index = 0;
        while index < self.count {
            if self.all[index] as u32 == c as u32 {
                return;
            }
            index += 1;
        }
        if self.count < Self::MOST {
            self.all[self.count] = c;
            self.count += 1;
        } else {
            self.whole = false;
        }
    }

    const fn add_text(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() {
            let (c, next) = character(text.as_bytes(), at);
            self.add(c);
            at = next;
        }
    }

    const fn add_literals(&mut self, pattern: &Pattern<'_>) {
        self.add_text(pattern.before);
        let mut slot = 0;
        while slot < pattern.slots.len() {
            self.add_text(pattern.slots[slot].after);
            slot += 1;
        }
    }

    const fn add_languages(&mut self, pattern: &Pattern<'_>) {
        let mut slot = 0;
        while slot < pattern.slots.len() {
            match &pattern.slots[slot].language {
                Language::Free | Language::Char => {}
                Language::Chars(chars) => {
                    let pattern = chars.pattern().as_bytes();
                    let mut at = 0;
                    while at < pattern.len() {
                        let (first, _, next) = item(pattern, at);
                        self.add(first);
                        at = next;
                    }
                }
                Language::Integer(_) => self.add_text("0123456789-"),
                Language::Float => self.add_text("0123456789-.infNa"),
                Language::Bool => self.add_text("truefalse"),
            }
            slot += 1;
        }
    }
}
