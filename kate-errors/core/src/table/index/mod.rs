//! Which entries may say a text: a tree of tests, planned when the table is built.
//!
//! A test takes a number from the text, its length or some of its bytes; a multiplication makes of that number the place of
//! the next test, or of the entries. So the entries of a thousand variants are as near as those of ten. What is found has yet to be
//! compared: a test says nothing of texts that no entry says.

mod plan;

pub(super) use plan::{Ends, list, plan};

use super::{NONE, Table};

/// What a test looks at: up to three views of the text, and its length where all of the text is known.
#[derive(Clone, Copy, Debug)]
struct Look {
    views: [Option<View>; 3],
    length: bool,
}

impl Look {
    /// Where the code says whether the length counts.
    const LENGTH: u32 = 3 * View::BITS;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn number(self, text: &[u8]) -> u64 {
        let [first, second, third] = self.views;
        self.mixed(
            text.len(),
            [
                View::of(first, text),
                View::of(second, text),
                View::of(third, text),
            ],
        )
    }

    /// The turns keep letters apart that several views show. The planner asks this too: any mix would find the same entries, a worse one
    /// by more tests.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn mixed(self, length: usize, [first, second, third]: [u64; 3]) -> u64 {
        let length = if self.length { length as u64 } else { 0 };
        first ^ second.rotate_left(29) ^ third.rotate_left(47) ^ length.rotate_left(13)
    }

    fn code(self) -> u32 {
        let [first, second, third] = self.views.map(|view| view.map_or(0, View::code));
        let views = first | second << View::BITS | third << (2 * View::BITS);
        views | u32::from(self.length) << Self::LENGTH
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_code(code: u32) -> Self {
        Self {
            views: [
                View::of_code(code),
                View::of_code(code >> View::BITS),
                View::of_code(code >> (2 * View::BITS)),
            ],
            length: code >> Self::LENGTH != 0,
        }
    }
}

/// A number of a text. A text that is too short for it has zero.
#[derive(Clone, Copy, Debug)]
enum View {
    /// The byte this lookup_constant_among_several from the start.
    Front(usize),
    /// The byte this lookup_constant_among_several before the end.
    Back(usize),
    /// The eight bytes this lookup_constant_among_several from the start.
    FrontWord(usize),
    /// The eight bytes this lookup_constant_among_several before the end.
    BackWord(usize),
}

impl View {
    /// The bits of a code.
    const BITS: u32 = 10;
    /// How lookup_constant_among_several a view may be from its end.
    const FAR: usize = 100;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of(view: Option<Self>, text: &[u8]) -> u64 {
        match view {
            Some(view) => view.number(text),
            None => 0,
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn number(self, text: &[u8]) -> u64 {
        let byte = |at: usize| text.get(at).copied().map(u64::from);
        let word = |at: usize| {
            let bytes = text.get(at..)?.first_chunk()?;
            Some(u64::from_le_bytes(*bytes))
        };
        let from_end = |distance: usize| text.len().checked_sub(distance);
        let number = match self {
            Self::Front(at) => byte(at),
            Self::Back(at) => from_end(at + 1).and_then(byte),
            Self::FrontWord(at) => word(at),
            Self::BackWord(at) => from_end(at + 8).and_then(word),
        };
        number.unwrap_or_default()
    }

    fn code(self) -> u32 {
        let (kind, at) = match self {
            Self::Front(at) => (2, at),
            Self::Back(at) => (3, at),
            Self::FrontWord(at) => (4, at),
            Self::BackWord(at) => (5, at),
        };
        kind | super::builder::number(at) << 3
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_code(code: u32) -> Option<Self> {
        let at = (code >> 3 & 127) as usize;
        Some(match code & 7 {
            2 => Self::Front(at),
            3 => Self::Back(at),
            4 => Self::FrontWord(at),
            5 => Self::BackWord(at),
            _ => return None,
        })
    }
}

/// The words of a test before its pilots and its places: what it looks at, its sizes, and the factor.
const TEST: usize = 4;
/// What a place leads to: a entry by its number, a test by its word, or the word of a list of entries.
const ENTRY: u32 = 0;
const TESTS: u32 = 1 << 30;
const LIST: u32 = 2 << 30;
const KIND: u32 = 3 << 30;

/// How a number becomes a place. The highest bits of the product are the place, but for a pilot that the next bits choose:
/// by pilots, numbers that would share a place are moved apart.
#[derive(Clone, Copy, Debug)]
struct Sizes {
    /// How many bits a place has.
    places: u32,
    /// How many choose a pilot.
    pilots: u32,
}

impl Sizes {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_code(code: u32) -> Self {
        Self {
            places: code & 31,
            pilots: code >> 5 & 31,
        }
    }

    fn code(self) -> u32 {
        self.places | self.pilots << 5
    }

    fn pilot_count(self) -> usize {
        if self.pilots == 0 {
            0
        } else {
            1 << self.pilots
        }
    }

    /// The place without its pilot, and which pilot that is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn split(self, product: u64) -> (usize, usize) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "fewer bits than a word has"
        )]
        let top = |bits: u32| product.checked_shr(64 - bits).unwrap_or_default() as usize;
        let both = top(self.places + self.pilots);
        (both >> self.pilots, both & ((1 << self.pilots) - 1))
    }
}

/// Where a single test leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// To the only entry that may say the text.
    Entry(usize),
    /// No entry says it.
    None,
    /// To other tests, or to several entries.
    Several,
}

/// The entries that may say a text, in order.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    table: &'static Table,
    /// The word of the next, where there is a list.
    at: usize,
    left: usize,
    /// The only one, where there is none.
    entry: usize,
}

impl Leaf {
    /// A leaf without entries.
    #[cfg_attr(not(debug_assertions), inline)]
    fn nothing(table: &'static Table) -> Self {
        Self {
            table,
            at: 0,
            left: 0,
            entry: 0,
        }
    }

    /// The next entry, without taking it.
    #[cfg_attr(not(debug_assertions), inline)]
    pub(super) fn peek(&self) -> Option<usize> {
        match (self.left, self.at) {
            (0, _) => None,
            (_, 0) => Some(self.entry),
            _ => Some(self.table.word(self.at) as usize),
        }
    }

    pub(super) fn table(&self) -> &'static Table {
        self.table
    }
}

impl Iterator for Leaf {
    type Item = usize;

    #[cfg_attr(not(debug_assertions), inline)]
    fn next(&mut self) -> Option<usize> {
        let entry = self.peek()?;
        self.left -= 1;
        self.at += usize::from(self.at != 0);
        Some(entry)
    }
}

impl Table {
    /// Where one test leads.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn test(&self, at: u32, text: &[u8]) -> u32 {
        let at = (at & !KIND) as usize;
        let [look, sizes, low, high] = self.words::<TEST>(at);
        let factor = u64::from(high) << 32 | u64::from(low);
        let sizes = Sizes::of_code(sizes);
        let (mut place, pilot) = sizes.split(Look::of_code(look).number(text).wrapping_mul(factor));
        if sizes.pilots > 0 {
            place ^= self.word_at(at + TEST + pilot) as usize;
        }
        self.word_at(at + TEST + sizes.pilot_count() + place)
    }

    /// What a single test leads to. Where the table is known, that is a few instructions; and most texts need no other.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn first(&self, root: u32, text: &[u8]) -> u32 {
        if root & KIND == TESTS {
            self.test(root, text)
        } else {
            root
        }
    }

    /// The same, told apart.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn near(&self, root: u32, text: &[u8]) -> Lookup {
        let at = self.first(root, text);
        match at & KIND {
            ENTRY => Lookup::Entry(at as usize),
            _ if at == NONE => Lookup::None,
            _ => Lookup::Several,
        }
    }

    #[inline(never)]
    fn end(&self, from: u32, text: &[u8]) -> u32 {
        let mut at = from;
        while at & KIND == TESTS {
            at = self.test(at, text);
        }
        at
    }

    /// The entries that a text leads to.
    pub(super) fn leaf(&'static self, root: u32, text: &[u8]) -> Leaf {
        self.entries_at(self.end(root, text))
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn entries_at(&'static self, at: u32) -> Leaf {
        let target = (at & !KIND) as usize;
        let (at, left, entry) = match at & KIND {
            ENTRY => (0, 1, target),
            LIST => (target + 1, self.word(target) as usize, 0),
            _ => return Leaf::nothing(self),
        };
        Leaf {
            table: self,
            at,
            left,
            entry,
        }
    }

    /// The entries of nested types.
    #[cfg_attr(not(debug_assertions), inline)]
    pub(super) fn nested_entries(&'static self) -> Leaf {
        self.entries_at(self.roots.nested)
    }
}

/// Where the ways to a table's entries begin.
#[derive(Clone, Copy, Debug)]
pub struct Roots {
    /// To entries without placeholders.
    pub constants: u32,
    /// To entries with placeholders.
    pub templates: u32,
    /// To entries of nested types: there is nothing to test.
    pub nested: u32,
    /// Whether an error of the table is read from statuses other than its own.
    pub accepts: bool,
    /// Whether a nested type is generic.
    pub generic: bool,
}

impl Roots {
    /// Those of a type without errors.
    pub const EMPTY: Self = Self {
        constants: NONE,
        templates: NONE,
        nested: NONE,
        accepts: false,
        generic: false,
    };
}

#[cfg(test)]
mod tests;
