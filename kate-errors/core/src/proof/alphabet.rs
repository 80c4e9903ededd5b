//! The characters that a search has to try.
//!
//! An automaton only asks whether a character is in a range. A search needs, for each set of ranges that overlap, one
//! character that is in all of them. The first such character is the start of one of the ranges. So the starts of all
//! ranges are enough.

use super::Pattern;
use crate::Language;
use crate::const_str::char_at;
use crate::language::range_at;

/// The characters to try. Those that make a witness easy to read come first.
pub(super) struct Alphabet {
    all: [char; Alphabet::MOST],
    count: usize,
    whole: bool,
    /// One bit for each ASCII character in it.
    ascii: u128,
}

impl Alphabet {
    const MOST: usize = 256;

    pub(super) const fn of(a: &Pattern<'_>, b: &Pattern<'_>) -> Self {
        let mut alphabet = Self {
            all: ['a'; Self::MOST],
            count: 0,
            whole: true,
            ascii: 0,
        };
        alphabet.add('a');
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

    /// Whether there was room for all characters.
    pub(super) const fn is_whole(&self) -> bool {
        self.whole
    }

    const fn has(&self, c: char) -> bool {
        if (c as u32) < 128 {
            return self.ascii >> (c as u32) & 1 == 1;
        }
        let mut index = 0;
        while index < self.count {
            if self.all[index] as u32 == c as u32 {
                return true;
            }
            index += 1;
        }
        false
    }

    const fn add(&mut self, c: char) {
        if self.has(c) {
            return;
        }
        if self.count == Self::MOST {
            self.whole = false;
            return;
        }
        if (c as u32) < 128 {
            self.ascii |= 1 << (c as u32);
        }
        self.all[self.count] = c;
        self.count += 1;
    }

    const fn add_text(&mut self, text: &[u8], from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let (c, next) = char_at(text, at);
            self.add(c);
            at = next;
        }
    }

    const fn add_all(&mut self, text: &str) {
        self.add_text(text.as_bytes(), 0, text.len());
    }

    const fn add_literals(&mut self, pattern: &Pattern<'_>) {
        let mut index = 0;
        while index <= pattern.count() {
            let literal = pattern.literal(index);
            self.add_text(pattern.text, literal.start, literal.end);
            index += 1;
        }
    }

    const fn add_languages(&mut self, pattern: &Pattern<'_>) {
        let mut index = 0;
        while index < pattern.count() {
            match &pattern.placeholder(index).language {
                Language::Free | Language::Char => {}
                Language::Chars(chars) => {
                    let set = chars.pattern().as_bytes();
                    let mut at = 0;
                    while at < set.len() {
                        let (first, _, next) = range_at(set, at);
                        self.add(first);
                        at = next;
                    }
                }
                Language::Integer(_) | Language::Digits { .. } => self.add_all("0123456789-"),
                Language::Float => self.add_all("0123456789-.infNa"),
                Language::Bool => self.add_all("truefalse"),
            }
            index += 1;
        }
    }
}
