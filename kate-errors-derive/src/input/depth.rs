//! How deep tokens nest. `syn` goes down by recursion: what nests without end would overflow rustc's stack.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree, token_stream};

use crate::diagnostics::Diagnostics;

/// Debug builds of `syn` take up to 60 KiB a level, and no type that people read comes near.
pub(crate) const LIMIT: usize = 32;

/// The tokens, without those that nest too deep.
pub(super) fn limit(tokens: TokenStream, diagnostics: &mut Diagnostics) -> TokenStream {
    let mut found = None;
    let mut outer = Vec::new();
    let mut frame = Frame::new(Group::new(Delimiter::None, tokens.clone()), 0);
    loop {
        match frame.tokens.next() {
            Some(TokenTree::Group(group)) if frame.level < LIMIT => {
                let inner = Frame::new(group, frame.level + 1);
                outer.push(std::mem::replace(&mut frame, inner));
            }
            Some(token) if frame.passes(&token) => frame.kept.push(token),
            Some(TokenTree::Group(group)) => {
                found.get_or_insert(group.span_open());
            }
            Some(token) => {
                found.get_or_insert(token.span());
            }
            None => match outer.pop() {
                Some(around) => {
                    let group = std::mem::replace(&mut frame, around).close(found.is_some());
                    frame.kept.push(group.into());
                    frame.before = ' ';
                }
                None => break,
            },
        }
    }
    let Some(span) = found else {
        return tokens;
    };
    let message = format!(
        "this stands more than {LIMIT} levels deep: give a part of it a name of its own, as in `type Part = ...`"
    );
    diagnostics.span(span, message);
    frame.kept.into_iter().collect()
}

/// A group that is being read.
struct Frame {
    group: Group,
    tokens: token_stream::IntoIter,
    kept: Vec<TokenTree>,
    /// The group's own level, and that of the next token.
    base: usize,
    level: usize,
    /// The levels at which a `<` stands that nothing has closed yet.
    opened: Vec<usize>,
    /// Behind a `=` stands a value, where a `<` may be an operator, which nothing closes.
    value: bool,
    before: char,
}

impl Frame {
    fn new(group: Group, level: usize) -> Self {
        Self {
            tokens: group.stream().into_iter(),
            group,
            kept: Vec::new(),
            base: level,
            level,
            opened: Vec::new(),
            value: false,
            before: ' ',
        }
    }

    /// The group, with what was kept of it.
    fn close(self, cut: bool) -> Group {
        if !cut {
            return self.group;
        }
        let mut group = Group::new(self.group.delimiter(), self.kept.into_iter().collect());
        group.set_span(self.group.span());
        group
    }

    /// Goes on behind a token. What stands before a type or a value is a level too, up to the next comma.
    fn passes(&mut self, token: &TokenTree) -> bool {
        let TokenTree::Punct(punct) = token else {
            self.before = ' ';
            return self.level <= LIMIT && !matches!(token, TokenTree::Group(_));
        };
        let before = std::mem::replace(&mut self.before, punct.as_char());
        match punct.as_char() {
            '<' => {
                self.opened.push(self.level);
                self.level += 1;
            }
            '>' if before != '-' && before != '=' => {
                if let Some(level) = self.opened.pop() {
                    self.level = level;
                    return level < LIMIT;
                }
            }
            '&' | '*' | '-' | '!' => self.level += 1,
            '=' => self.value |= self.opened.is_empty(),
            ',' => {
                if std::mem::take(&mut self.value) {
                    self.opened.clear();
                }
                self.level = self.opened.last().map_or(self.base, |level| level + 1);
            }
            ';' => {
                self.opened.clear();
                self.level = self.base;
            }
            _ => {}
        }
        self.level <= LIMIT
    }
}
