//! The index: which entries may match a detail. It is a tree of tests, planned when the table is built.
//!
//! A test takes a number from the detail: its length, or some of its bytes. A multiplication hashes the number to a
//! bucket, which leads to another test or to entries. So a lookup among a thousand variants takes as long as one among
//! ten. An entry that is found must still be compared with the detail: a detail that no entry matches leads to some
//! entry, too.

mod plan;

pub(super) use plan::{Ends, list, plan};

use super::Table;
use super::layout::{NONE, word};

/// What a test reads: up to three views of the detail, and its length if the entries are constants.
#[derive(Clone, Copy, Debug)]
struct Look {
    views: [Option<View>; 3],
    length: bool,
}

impl Look {
    /// The bit of the code for the length.
    const LENGTH: u32 = 3 * View::BITS;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn number(self, detail: &[u8]) -> u64 {
        let [first, second, third] = self.views;
        self.mixed(
            detail.len(),
            [
                View::of(first, detail),
                View::of(second, detail),
                View::of(third, detail),
            ],
        )
    }

    /// Mixes the views. The rotations keep equal bytes of several views from cancelling out. The planner calls this
    /// too, so any mix is correct; a worse one needs more tests.
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

/// A number taken from a detail. It is zero if the detail is too short.
#[derive(Clone, Copy, Debug)]
enum View {
    /// The byte at this distance from the start.
    Front(usize),
    /// The byte at this distance from the end.
    Back(usize),
    /// The eight bytes at this distance from the start.
    FrontWord(usize),
    /// The eight bytes at this distance from the end.
    BackWord(usize),
}

impl View {
    /// The bits of a code.
    const BITS: u32 = 10;
    /// The largest distance.
    const MAX_DISTANCE: usize = 100;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of(view: Option<Self>, detail: &[u8]) -> u64 {
        match view {
            Some(view) => view.number(detail),
            None => 0,
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn number(self, detail: &[u8]) -> u64 {
        let byte = |at: usize| detail.get(at).copied().map(u64::from);
        let eight = |at: usize| {
            let bytes = detail.get(at..)?.first_chunk()?;
            Some(u64::from_le_bytes(*bytes))
        };
        let from_end = |distance: usize| detail.len().checked_sub(distance);
        let number = match self {
            Self::Front(at) => byte(at),
            Self::Back(at) => from_end(at + 1).and_then(byte),
            Self::FrontWord(at) => eight(at),
            Self::BackWord(at) => from_end(at + 8).and_then(eight),
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
        kind | word(at) << 3
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

/// The words of a test before its pilots and its buckets: what it reads, its sizes, and the factor.
const TEST: usize = 4;
/// The highest bits of a target say what it is. The rest is the number of an entry, the position of a test, or that of
/// a list of entries.
const ENTRY: u32 = 0;
const TESTS: u32 = 1 << 30;
const LIST: u32 = 2 << 30;
const KIND: u32 = 3 << 30;

/// How a product becomes a bucket. Its highest bits are the bucket. The next bits choose a pilot, which is added with
/// `^`: pilots separate numbers that would share a bucket.
#[derive(Clone, Copy, Debug)]
struct Sizes {
    /// The bits that choose the bucket.
    buckets: u32,
    /// The bits that choose the pilot.
    pilots: u32,
}

impl Sizes {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of_code(code: u32) -> Self {
        Self {
            buckets: code & 31,
            pilots: code >> 5 & 31,
        }
    }

    fn code(self) -> u32 {
        self.buckets | self.pilots << 5
    }

    fn pilot_count(self) -> usize {
        if self.pilots == 0 {
            0
        } else {
            1 << self.pilots
        }
    }

    /// The bucket before the pilot is added, and the index of the pilot.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn split(self, product: u64) -> (usize, usize) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "fewer bits than a `usize` has"
        )]
        let top = |bits: u32| product.checked_shr(64 - bits).unwrap_or_default() as usize;
        let both = top(self.buckets + self.pilots);
        (both >> self.pilots, both & ((1 << self.pilots) - 1))
    }
}

/// The result of a single test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The only entry that may match the detail.
    Entry(usize),
    /// No entry matches the detail.
    None,
    /// Another test, or several entries.
    Several,
}

/// The entries that a lookup leads to, in order.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    table: &'static Table,
    /// The position of the next entry in a list, or 0 if there is a single entry.
    at: usize,
    left: usize,
    /// The single entry.
    entry: usize,
}

impl Leaf {
    #[cfg_attr(not(debug_assertions), inline)]
    fn empty(table: &'static Table) -> Self {
        Self {
            table,
            at: 0,
            left: 0,
            entry: 0,
        }
    }

    /// The next entry, without advancing.
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
    /// The target of one test.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn test(&self, at: u32, detail: &[u8]) -> u32 {
        let at = (at & !KIND) as usize;
        let [look, sizes, low, high] = self.words::<TEST>(at);
        let factor = u64::from(high) << 32 | u64::from(low);
        let sizes = Sizes::of_code(sizes);
        let (mut bucket, pilot) =
            sizes.split(Look::of_code(look).number(detail).wrapping_mul(factor));
        if sizes.pilots > 0 {
            bucket ^= self.word_at(at + TEST + pilot) as usize;
        }
        self.word_at(at + TEST + sizes.pilot_count() + bucket)
    }

    /// The target after at most one test. That is a few instructions if the table is a constant, and enough for most
    /// details.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn first_target(&self, root: u32, detail: &[u8]) -> u32 {
        if root & KIND == TESTS {
            self.test(root, detail)
        } else {
            root
        }
    }

    /// The result of at most one test.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn lookup(&self, root: u32, detail: &[u8]) -> Lookup {
        let target = self.first_target(root, detail);
        match target & KIND {
            ENTRY => Lookup::Entry(target as usize),
            _ if target == NONE => Lookup::None,
            _ => Lookup::Several,
        }
    }

    /// The target after all tests.
    #[inline(never)]
    fn last_target(&self, from: u32, detail: &[u8]) -> u32 {
        let mut at = from;
        while at & KIND == TESTS {
            at = self.test(at, detail);
        }
        at
    }

    /// The entries that a detail leads to.
    pub(super) fn leaf(&'static self, root: u32, detail: &[u8]) -> Leaf {
        self.entries_at(self.last_target(root, detail))
    }

    #[cfg_attr(not(debug_assertions), inline)]
    fn entries_at(&'static self, at: u32) -> Leaf {
        let target = (at & !KIND) as usize;
        let (at, left, entry) = match at & KIND {
            ENTRY => (0, 1, target),
            LIST => (target + 1, self.word(target) as usize, 0),
            _ => return Leaf::empty(self),
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

#[cfg(test)]
mod tests;
