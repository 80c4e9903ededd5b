//! Where expressions begin among the tokens of arguments. `syn` does not parse them, because `.name` begins no expression of Rust.

use proc_macro2::{Spacing, TokenTree};

/// Follows the tokens of expressions, without those inside of groups.
pub(super) struct Expression {
    /// Whether an expression begins at the next token.
    begins: bool,
    /// How many `<` of a path or a type are open.
    angles: usize,
    /// Whether the tokens are those of a type, after `as`.
    after_as: bool,
    last: Last,
}

/// What the last token was, as far as it decides what the next one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A `:`, `-`, `=` or `.` that the next token touches.
    Joint(char),
    /// `::`
    Path,
    /// `as`, or a `&` or `*` after it.
    As,
    Other,
}

impl Default for Expression {
    fn default() -> Self {
        Self {
            begins: true,
            angles: 0,
            after_as: false,
            last: Last::Other,
        }
    }
}

impl Expression {
    /// Whether an expression begins at the next token.
    pub(super) fn begins(&self) -> bool {
        self.begins
    }

    /// Whether the last token is part of a type.
    pub(super) fn in_type(&self) -> bool {
        self.angles > 0 || self.after_as
    }

    pub(super) fn advance(&mut self, token: &TokenTree) {
        let begins = std::mem::replace(&mut self.begins, false);
        let last = std::mem::replace(&mut self.last, Last::Other);
        match token {
            TokenTree::Punct(punct) => {
                let c = punct.as_char();
                if punct.spacing() == Spacing::Joint && ":-=.".contains(c) {
                    self.last = Last::Joint(c);
                }
                self.punct(c, begins, last);
            }
            TokenTree::Ident(word) if word == "as" => {
                self.after_as = self.angles == 0;
                self.last = Last::As;
            }
            TokenTree::Ident(word) => {
                self.begins = !self.in_type() && WORDS.iter().any(|known| word == known);
            }
            TokenTree::Group(_) | TokenTree::Literal(_) => {}
        }
    }

    fn punct(&mut self, c: char, begins: bool, last: Last) {
        match c {
            '<' if self.in_type() || begins || last == Last::Path => self.angles += 1,
            '>' if matches!(last, Last::Joint('-' | '=')) => self.begins = last == Last::Joint('='),
            '>' if self.angles > 0 => self.angles -= 1,
            ':' if last == Last::Joint(':') => self.last = Last::Path,
            '&' | '*' if last == Last::As => self.last = Last::As,
            ':' | '\'' if self.after_as => {}
            _ if self.angles > 0 => {}
            _ => {
                self.after_as = false;
                // An expression goes on after the dot of a method. A new one begins after the dots of a range.
                self.begins = match c {
                    '.' => last == Last::Joint('.'),
                    _ => !matches!(c, '?' | '\''),
                };
            }
        }
    }
}

/// The words that an expression may follow.
const WORDS: [&str; 11] = [
    "break", "const", "else", "if", "in", "match", "move", "mut", "return", "while", "yield",
];
