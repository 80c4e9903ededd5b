//! Strings that are built in a `const`.

use super::Node;
use crate::const_str::{char_at, from_utf8};

/// A string of at most `N` bytes. A longer one is cut, and ends in dots.
#[derive(Clone, Copy)]
pub struct ConstText<const N: usize> {
    bytes: [u8; N],
    length: usize,
    cut: bool,
}

/// A short detail that shows a conflict.
pub type Witness = ConstText<400>;

impl<const N: usize> ConstText<N> {
    /// The empty string.
    pub const EMPTY: Self = Self {
        bytes: [0; N],
        length: 0,
        cut: false,
    };

    /// The detail that leads to a node.
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
            text = text.with(nodes[node].back().1);
        }
        text
    }

    /// This string with another appended.
    #[must_use]
    pub const fn and(&self, more: &str) -> Self {
        let mut text = *self;
        let mut at = 0;
        while at < more.len() && !text.cut {
            let (c, next) = char_at(more.as_bytes(), at);
            text = text.with(c);
            at = next;
        }
        text
    }

    const fn with(&self, c: char) -> Self {
        let mut text = *self;
        let mut one = [0; 4];
        let mut more: &[u8] = c.encode_utf8(&mut one).as_bytes();
        // There is always room left for the dots.
        if text.length + more.len() + 3 > N {
            more = b"...";
            text.cut = true;
        }
        let mut at = 0;
        while at < more.len() {
            text.bytes[text.length] = more[at];
            text.length += 1;
            at += 1;
        }
        text
    }

    /// The string.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        from_utf8(self.bytes.split_at(self.length).0)
    }
}

impl<const N: usize> std::fmt::Debug for ConstText<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.as_str().fmt(f)
    }
}
