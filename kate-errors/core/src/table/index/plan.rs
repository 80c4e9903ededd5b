//! Building the index, in the macro: which tests separate the entries of a table.

use std::collections::HashMap;

use super::{ENTRY, LIST, Look, Sizes, TESTS, View};
use crate::table::layout::{NONE, word};

/// An entry, by the literals at its ends.
#[derive(Clone, Copy, Debug)]
pub(in crate::table) struct Ends<'a> {
    pub(in crate::table) entry: u32,
    /// The literal at its start, or the detail of a constant.
    pub(in crate::table) before: &'a [u8],
    /// The literal at its end, or the detail of a constant.
    pub(in crate::table) after: &'a [u8],
    /// Whether it is a constant.
    pub(in crate::table) constant: bool,
}

impl Ends<'_> {
    /// The number that a test takes from every detail of the entry, if it is always the same.
    fn number(&self, look: Look) -> Option<u64> {
        let known = |view: View| match view {
            _ if self.constant => true,
            View::Front(at) => at < self.before.len(),
            View::FrontWord(at) => at + 8 <= self.before.len(),
            View::Back(at) => at < self.after.len(),
            View::BackWord(at) => at + 8 <= self.after.len(),
        };
        let seen = |view: View| match view {
            View::Back(_) | View::BackWord(_) => view.number(self.after),
            _ => view.number(self.before),
        };
        let all = look.views.into_iter().flatten().all(known);
        let views = look.views.map(|view| view.map_or(0, seen));
        all.then(|| look.mixed(self.before.len(), views))
    }
}

/// How many factors are tried for each test.
const FACTORS: u64 = 64;

/// Appends the tests for these entries to the words. The answer is the root.
pub(in crate::table) fn plan(ends: &[Ends<'_>], words: &mut Vec<u32>, start: usize) -> u32 {
    let mut planner = Planner {
        ends,
        words,
        start,
        known: HashMap::new(),
    };
    planner.target((0..ends.len()).collect())
}

/// Appends a list of entries to the words. The answer is its target.
pub(in crate::table) fn list(entries: &[u32], words: &mut Vec<u32>, start: usize) -> u32 {
    if entries.is_empty() {
        return NONE;
    }
    let at = start + words.len();
    words.push(word(entries.len()));
    words.extend(entries);
    LIST | word(at)
}

struct Planner<'a, 'w> {
    ends: &'a [Ends<'a>],
    words: &'w mut Vec<u32>,
    /// The position of `words` in the table.
    start: usize,
    /// Targets that exist already. Entries that a test cannot separate are in all of its buckets, so the same set comes
    /// up often.
    known: HashMap<Vec<usize>, u32>,
}

/// A test, and the entries of each bucket.
struct Test {
    look: Look,
    factor: u64,
    sizes: Sizes,
    pilots: Vec<u32>,
    buckets: Vec<Vec<usize>>,
}

impl Test {
    /// How many entries the lookups of all entries would find in total. Less is better.
    fn cost(&self) -> usize {
        self.buckets
            .iter()
            .map(|entries| entries.len() * entries.len())
            .sum()
    }
}

impl Planner<'_, '_> {
    fn target(&mut self, entries: Vec<usize>) -> u32 {
        match entries[..] {
            [] => return NONE,
            [only] => return ENTRY | self.ends[only].entry,
            _ => {}
        }
        if let Some(known) = self.known.get(&entries) {
            return *known;
        }
        let target = if let Some(test) = self.best(&entries) {
            self.test(test)
        } else {
            let entries: Vec<_> = entries
                .iter()
                .map(|&entry| self.ends[entry].entry)
                .collect();
            list(&entries, self.words, self.start)
        };
        self.known.insert(entries, target);
        target
    }

    fn test(&mut self, test: Test) -> u32 {
        let at = self.words.len();
        #[expect(clippy::cast_possible_truncation, reason = "the halves of a word")]
        let halves = [test.factor as u32, (test.factor >> 32) as u32];
        self.words
            .extend([test.look.code(), test.sizes.code(), halves[0], halves[1]]);
        self.words.extend(&test.pilots);
        let first = self.words.len();
        self.words.resize(first + test.buckets.len(), NONE);
        for (bucket, entries) in test.buckets.into_iter().enumerate() {
            self.words[first + bucket] = self.target(entries);
        }
        TESTS | word(self.start + at)
    }

    /// The test that separates the entries best, or `None` if no test separates any.
    fn best(&self, entries: &[usize]) -> Option<Test> {
        let mut look = Look {
            views: [None; 3],
            length: entries.iter().all(|&entry| self.ends[entry].constant),
        };
        let mut cost = entries.len().pow(2);
        for view in 0..look.views.len() {
            let with = |new| {
                let mut more = look;
                more.views[view] = Some(new);
                more
            };
            match self.cheapest(entries, with) {
                Some((more, less)) if less < cost => (look, cost) = (more, less),
                _ => break,
            }
            if cost == entries.len() {
                break;
            }
        }
        look.views[0]?;
        let mut groups = HashMap::<u64, Vec<usize>>::new();
        let mut blind = Vec::new();
        for &entry in entries {
            match self.ends[entry].number(look) {
                Some(number) => groups.entry(number).or_default().push(entry),
                None => blind.push(entry),
            }
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_unstable();
        let tests = (1..=FACTORS).map(|seed| with_factor(&groups, &blind, look, factor(seed)));
        let mut best: Option<Test> = None;
        for test in tests {
            best = best
                .filter(|best| best.cost() <= test.cost())
                .or(Some(test));
            if best.as_ref().is_some_and(|best| best.cost() <= cost) {
                break;
            }
        }
        let test = best?;
        let total = test.buckets.iter().map(Vec::len).sum::<usize>();
        let helps = test
            .buckets
            .iter()
            .all(|bucket| bucket.len() < entries.len());
        (helps && total <= 8 * entries.len()).then_some(test)
    }

    /// The view that separates the entries best, and its cost.
    fn cheapest(&self, entries: &[usize], look: impl Fn(View) -> Look) -> Option<(Look, usize)> {
        let mut best: Option<(Look, usize)> = None;
        for look in self.views(entries).map(look) {
            let mut groups = HashMap::<u64, usize>::new();
            let mut blind = 0;
            for &entry in entries {
                match self.ends[entry].number(look) {
                    Some(number) => *groups.entry(number).or_default() += 1,
                    None => blind += 1,
                }
            }
            if groups.is_empty() {
                continue;
            }
            // Entries that a test is blind to are in all of its buckets.
            let together = groups.values().map(|group| (group + blind).pow(2));
            let cost = together.sum::<usize>() + blind;
            if best.is_none_or(|(_, least)| cost < least) {
                best = Some((look, cost));
            }
            if cost == entries.len() {
                break;
            }
        }
        best
    }

    fn views(&self, entries: &[usize]) -> impl Iterator<Item = View> + use<> {
        let ends = || entries.iter().map(|&entry| self.ends[entry]);
        let max = |length: fn(&Ends<'_>) -> usize| {
            let lengths = ends().map(|entry| length(&entry).min(View::MAX_DISTANCE));
            lengths.max().unwrap_or_default()
        };
        let front = max(|entry| entry.before.len());
        let back = max(|entry| entry.after.len());
        // If all entries have eight bytes at both ends, single bytes add nothing.
        let long = ends().all(|entry| entry.constant && entry.before.len() >= 8);
        let bytes = if long { 0 } else { View::MAX_DISTANCE };
        // The words overlap: each byte is in two of them.
        let words = (0..front).step_by(4).map(View::FrontWord);
        words
            .chain((0..back).step_by(4).map(View::BackWord))
            .chain((0..front.min(bytes)).map(View::Front))
            .chain((0..back.min(bytes)).map(View::Back))
    }
}

/// The test with this factor. Entries are grouped by their number, except for those that the test is blind to.
fn with_factor(groups: &[(u64, Vec<usize>)], blind: &[usize], look: Look, factor: u64) -> Test {
    let bits = (groups.len() * 2).next_power_of_two().trailing_zeros();
    // A few numbers have buckets of their own without pilots.
    let pilots = if bits < 7 { 0 } else { bits - 3 };
    let sizes = Sizes {
        buckets: bits,
        pilots,
    };
    let mut by_pilot = vec![Vec::new(); 1 << pilots];
    for (number, entries) in groups {
        let (bucket, pilot) = sizes.split(number.wrapping_mul(factor));
        by_pilot[pilot].push((bucket, entries));
    }
    let mut order: Vec<_> = (0..by_pilot.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(by_pilot[index].len()));
    let mut buckets = vec![Vec::new(); 1 << bits];
    let mut chosen = vec![0; sizes.pilot_count()];
    for index in order {
        let own = &by_pilot[index];
        let free = |pilot: &usize| {
            own.iter()
                .all(|(bucket, _)| buckets[bucket ^ pilot].is_empty())
        };
        let pilot = if pilots == 0 {
            0
        } else {
            (0..1 << bits).find(free).unwrap_or_default()
        };
        if let Some(chosen) = chosen.get_mut(index) {
            *chosen = word(pilot);
        }
        for (bucket, entries) in own {
            buckets[bucket ^ pilot].extend_from_slice(entries);
        }
    }
    for bucket in &mut buckets {
        bucket.extend_from_slice(blind);
        bucket.sort_unstable();
    }
    Test {
        look,
        factor,
        sizes,
        pilots: chosen,
        buckets,
    }
}

/// An odd factor with well-mixed bits, by the finaliser of MurmurHash3.
fn factor(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mixed = (mixed ^ mixed >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    (mixed ^ mixed >> 33) | 1
}
