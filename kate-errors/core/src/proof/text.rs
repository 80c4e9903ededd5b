//! Builds strings in a `const`, where there is no heap.

use super::search::Node;
use crate::Language;
use crate::const_str::char_at;
use crate::language::range_at;

/// A string of at most `N` bytes. If it is longer, it is cut, and ends in three dots.
#[derive(Clone, Copy)]
pub struct ConstText<const N: usize> {
    bytes: [u8; N],
    length: usize,
    cut: bool,
}

/// A text that shows a conflict.
pub type Witness = ConstText<400>;

impl<const N: usize> ConstText<N> {
    /// The empty string.
    pub const EMPTY: Self = Self {
        bytes: [0; N],
        length: 0,
        cut: false,
    };

    /// The text that leads a search to a node. Each character is found from the last node on, because there is no heap for a
    /// list.
    pub(super) const fn spell(nodes: &[Node], last: usize) -> Self {
        let mut depth = 0;
        let mut node = last;
        while node != 0 {
            node = nodes[node].back().0;
            depth += 1;
        }
        let mut text = Self::EMPTY;
        while depth > 0 && !text.cut {
            depth -= 1;
            let mut node = last;
            let mut back = 0;
            while back < depth {
                node = nodes[node].back().0;
                back += 1;
            }
            text.push(nodes[node].back().1);
        }
        text
    }

    /// This text and one more.
    #[must_use]
    pub const fn and(&self, more: &str) -> Self {
        let mut text = *self;
        let mut at = 0;
        while at < more.len() && !text.cut {
            let (c, next) = char_at(more.as_bytes(), at);
            text.push(c);
            at = next;
        }
        text
    }

    /// This text and one more, quoted and escaped as `Debug` does.
    #[must_use]
    pub const fn and_quoted(&self, more: &str) -> Self {
        let mut text = self.and("\"");
        let mut at = 0;
        while at < more.len() && !text.cut {
            let (c, next) = char_at(more.as_bytes(), at);
            match c {
                '"' => text = text.and("\\\""),
                '\\' => text = text.and("\\\\"),
                '\n' => text = text.and("\\n"),
                '\r' => text = text.and("\\r"),
                '\t' => text = text.and("\\t"),
                _ => text.push(c),
            }
            at = next;
        }
        text.and("\"")
    }

    /// This text and a short one of a language. If the language has texts of characters, it is as few of these as possible, but
    /// at least one.
    pub(super) const fn and_example(&self, language: &Language) -> Self {
        let (chars, length) = match language {
            Language::Chars(chars) => (chars, 1),
            Language::CharsOfLength(chars, length) if length.min() > 0 => (chars, length.min()),
            Language::CharsOfLength(..)
            | Language::Free
            | Language::Words(_)
            | Language::Uuid
            | Language::Addresses(_)
            | Language::Integer(_)
            | Language::Digits { .. }
            | Language::Float
            | Language::Bool
            | Language::Char => return self.and(language.example()),
        };
        let (first, _, _) = range_at(chars.pattern().as_bytes(), 0);
        let c = if chars.contains('x') { 'x' } else { first };
        let (mut text, mut count) = (*self, 0);
        while count < length && !text.cut {
            text.push(c);
            count += 1;
        }
        text
    }

    /// This text and a number.
    #[must_use]
    pub const fn and_number(&self, number: usize) -> Self {
        let text = if number < 10 {
            *self
        } else {
            self.and_number(number / 10)
        };
        let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        text.and(digits[number % 10])
    }

    const fn push(&mut self, c: char) {
        let mut one = [0; 4];
        let mut more: &[u8] = c.encode_utf8(&mut one).as_bytes();
        // There is always room left for the dots.
        if self.length + more.len() + 3 > N {
            more = b"...";
            self.cut = true;
        }
        let mut at = 0;
        while at < more.len() {
            self.bytes[self.length] = more[at];
            self.length += 1;
            at += 1;
        }
    }

    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

impl<const N: usize> std::fmt::Debug for ConstText<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.as_str().fmt(f)
    }
}
