//! The characters that a search tries.
//!
//! A step of an automaton requires that the character is in certain sets, never that it is *not* in a set. So a character can be
//! replaced by one that is in the same sets and more. For any character, consider the ranges that it is in, and take the greatest
//! of their starts: this start is in all of these ranges. So it is enough to try the starts of all ranges.

use super::automaton::Automaton;
use crate::Language;
use crate::const_str::char_at;
use crate::language::range_at;

/// The characters to try. Those that are easiest to read come first.
pub(super) struct Alphabet {
    all: [char; Alphabet::MOST],
    count: usize,
    /// Whether there was room for all characters.
    whole: bool,
    /// One bit for each ASCII character: whether it is in `all`.
    ascii: u128,
}

impl Alphabet {
    /// How many characters there is room for.
    const MOST: usize = 256;

    /// The characters that tell apart what the two automata can read.
    pub(super) const fn of(a: &Automaton<'_>, b: &Automaton<'_>) -> Self {
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
        if c.is_ascii() {
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
        if c.is_ascii() {
            self.ascii |= 1 << (c as u32);
        }
        self.all[self.count] = c;
        self.count += 1;
    }

    const fn add_text(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() {
            let (c, next) = char_at(text, at);
            self.add(c);
            at = next;
        }
    }

    const fn add_literals(&mut self, automaton: &Automaton<'_>) {
        let mut index = 0;
        while index <= automaton.template.count() {
            self.add_text(automaton.template.literal(index));
            index += 1;
        }
    }

    const fn add_languages(&mut self, automaton: &Automaton<'_>) {
        let mut index = 0;
        while index < automaton.template.count() {
            match automaton.template.language(index) {
                Language::Free | Language::Char => {}
                Language::Chars(chars) | Language::CharsOfLength(chars, _) => {
                    let set = chars.pattern().as_bytes();
                    let mut at = 0;
                    while at < set.len() {
                        let (first, _, next) = range_at(set, at);
                        self.add(first);
                        at = next;
                    }
                }
                Language::Words(words) => {
                    let (words, mut word) = (words.as_slice(), 0);
                    while word < words.len() {
                        self.add_text(words[word].as_bytes());
                        word += 1;
                    }
                }
                Language::Integer(_) | Language::Digits { .. } => self.add_text(b"0123456789-"),
                Language::Uuid => self.add_text(b"0a-"),
                Language::Addresses(_) => self.add_text(b"0123456789af:."),
                Language::Float => self.add_text(b"0123456789-.infNa"),
                Language::Bool => self.add_text(b"truefalse"),
            }
            index += 1;
        }
    }
}
