//! Languages of a few words.

use std::fmt;

use super::state::{START, State};
use crate::const_str::{char_at, common_start, str_eq};

/// The words that a field prints, and no other text.
///
/// ```
/// # use kate_errors_core::{Language, Words};
/// const STATE: Language = Language::Words(Words::new(&["running", "done"]));
/// assert!(STATE.contains("done"));
/// assert!(!STATE.contains("run") && !STATE.contains("locked") && !STATE.contains(""));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Words {
    words: &'static [&'static str],
}

/// Why a list of words is not a language.
///
/// ```
/// # use kate_errors_core::{Words, WordsError};
/// assert_eq!(Words::parse(&["done", "done"]), Err(WordsError::Twice("done")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// There is no word.
    None,
    /// This word is in the list twice.
    Twice(&'static str),
    /// The words have more than [`Words::MOST_BYTES`] bytes together.
    TooLong,
}

impl Words {
    /// How many bytes the words may have together.
    pub const MOST_BYTES: usize = 4096;

    /// The language of these words. One of them may be the empty text, for a field such as the "s" of a plural.
    ///
    /// # Panics
    ///
    /// If there is no word, a word is given twice, or the words have more than [`MOST_BYTES`](Self::MOST_BYTES) bytes. In a
    /// `const`, that is a compile error. [`Words::parse`] returns an error instead.
    #[must_use]
    pub const fn new(words: &'static [&'static str]) -> Self {
        match Self::parse(words) {
            Ok(words) => words,
            #[expect(clippy::panic, reason = "the contract of a const constructor")]
            Err(WordsError::None) => panic!("a language of words has at least one word"),
            #[expect(clippy::panic, reason = "the contract of a const constructor")]
            Err(WordsError::Twice(_)) => panic!("a word is given twice"),
            #[expect(clippy::panic, reason = "the contract of a const constructor")]
            Err(WordsError::TooLong) => panic!("the words have more than 4096 bytes together"),
        }
    }

    /// The language of these words.
    ///
    /// # Errors
    ///
    /// [`WordsError`], if there is no word, a word is given twice, or the words are too long.
    pub const fn parse(words: &'static [&'static str]) -> Result<Self, WordsError> {
        if words.is_empty() {
            return Err(WordsError::None);
        }
        let (mut bytes, mut index) = (0, 0);
        while index < words.len() {
            bytes += words[index].len();
            let mut other = 0;
            while other < index {
                if str_eq(words[index], words[other]) {
                    return Err(WordsError::Twice(words[index]));
                }
                other += 1;
            }
            index += 1;
        }
        if bytes > Self::MOST_BYTES {
            return Err(WordsError::TooLong);
        }
        Ok(Self { words })
    }

    /// The words, in the order in which they were given.
    #[must_use]
    pub const fn as_slice(&self) -> &'static [&'static str] {
        self.words
    }

    pub(super) fn contains(&self, text: &str) -> bool {
        self.words.contains(&text)
    }

    pub(super) const fn may_contain_char(&self, c: char) -> bool {
        let mut index = 0;
        while index < self.words.len() {
            let (word, mut at) = (self.words[index].as_bytes(), 0);
            while at < word.len() {
                let (own, next) = char_at(word, at);
                if own as u32 == c as u32 {
                    return true;
                }
                at = next;
            }
            index += 1;
        }
        false
    }

    pub(super) const fn equals(&self, other: &Self) -> bool {
        let mut index = 0;
        while index < self.words.len() && index < other.words.len() {
            if !str_eq(self.words[index], other.words[index]) {
                return false;
            }
            index += 1;
        }
        self.words.len() == other.words.len()
    }

    /// The number of characters of the longest word. As an upper bound, its bytes are counted.
    pub(super) const fn max_chars(&self) -> usize {
        let (mut most, mut index) = (0, 0);
        while index < self.words.len() {
            if self.words[index].len() > most {
                most = self.words[index].len();
            }
            index += 1;
        }
        most
    }

    /// The state after one more character. A state other than the first is the number of bytes in all words before a word, plus
    /// the number of bytes that were read of this word. If several words begin with what was read, it is the first of these.
    pub(super) const fn step(&self, state: State, c: char) -> Option<State> {
        let (mut index, read) = self.find(state);
        let begun = self.words[index].as_bytes();
        let mut base = state as usize - read;
        while index < self.words.len() {
            let word = self.words[index].as_bytes();
            if word.len() > read && common_start(word, begun) >= read {
                let (own, next) = char_at(word, read);
                if own as u32 == c as u32 {
                    #[expect(clippy::cast_possible_truncation, reason = "at most `MOST_BYTES`")]
                    return Some((base + next) as State);
                }
            }
            base += word.len();
            index += 1;
        }
        None
    }

    /// Whether what was read is a word.
    pub(super) const fn accepts(&self, state: State) -> bool {
        let (mut index, read) = self.find(state);
        let begun = self.words[index].as_bytes();
        while index < self.words.len() {
            let word = self.words[index].as_bytes();
            if word.len() == read && common_start(word, begun) == read {
                return true;
            }
            index += 1;
        }
        false
    }

    #[expect(clippy::cast_possible_truncation, reason = "at most `MOST_BYTES`")]
    pub(super) const fn state_count(&self) -> State {
        let (mut bytes, mut index) = (0, 0);
        while index < self.words.len() {
            bytes += self.words[index].len();
            index += 1;
        }
        bytes as State + 1
    }

    /// The word of a state by its index, and how many of its bytes were read.
    const fn find(&self, state: State) -> (usize, usize) {
        if state == START {
            return (0, 0);
        }
        let (mut index, mut read) = (0, state as usize);
        while read > self.words[index].len() {
            read -= self.words[index].len();
            index += 1;
        }
        (index, read)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.words).finish()
    }
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("a language of words has at least one word"),
            Self::Twice(word) => write!(f, "the word {word:?} is given twice: keep one"),
            Self::TooLong => write!(
                f,
                "the words have more than {} bytes together: write `chars` instead",
                Words::MOST_BYTES
            ),
        }
    }
}

impl std::error::Error for WordsError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Words, WordsError};
    use crate::Language;

    #[test]
    fn invalid_lists_are_errors() {
        assert_eq!(Words::parse(&[]), Err(WordsError::None));
        assert_eq!(Words::parse(&["a", "b", "a"]), Err(WordsError::Twice("a")));
        assert_eq!(Words::parse(&["", ""]), Err(WordsError::Twice("")));
        let long = "x".repeat(Words::MOST_BYTES).leak();
        assert!(Words::parse(vec![&*long].leak()).is_ok());
        assert_eq!(
            Words::parse(vec![&*long, "y"].leak()),
            Err(WordsError::TooLong)
        );
    }

    #[test]
    fn debug_prints_the_words() {
        let words = Words::new(&["on", "off"]);
        assert_eq!(format!("{words:?}"), "Words([\"on\", \"off\"])");
        assert_eq!(words.as_slice(), ["on", "off"]);
    }

    #[test]
    #[should_panic(expected = "at least one word")]
    fn new_panics_without_a_word() {
        let _ = Words::new(&[]);
    }

    proptest! {
        #[test]
        fn the_automaton_reads_the_words_alone(
            words in prop::collection::btree_set("[abé]{0,4}", 1..6),
            text in "[abé]{0,5}",
        ) {
            let words: Vec<&'static str> = words.into_iter().rev().map(|word| &*word.leak()).collect();
            let language = Language::Words(Words::new(words.leak()));
            let end = text.chars().try_fold(Language::START, |state, c| language.step(state, c));
            let read = end.is_some_and(|state| language.accepts(state));
            prop_assert_eq!(read, language.contains(&text));
            prop_assert!(end.is_none_or(|state| state < language.state_count()));
        }
    }
}
