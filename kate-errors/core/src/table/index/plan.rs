//! The macro's side: which tests tell a table's texts apart.

use std::collections::HashMap;

use super::{ENTRY, LIST, Look, Sizes, TESTS, View};
use crate::table::NONE;
use crate::table::builder::number;

/// A entry, by the ends of its text.
#[derive(Clone, Copy, Debug)]
pub(in crate::table) struct Ends<'a> {
    pub(in crate::table) entry: u32,
    /// The literal at its start; all of it, if the text is `whole`.
    pub(in crate::table) before: &'a [u8],
    /// The literal at its end.
    pub(in crate::table) after: &'a [u8],
    pub(in crate::table) whole: bool,
}

impl Ends<'_> {
    /// What a test finds in every text of the entry, if that is known.
    fn number(&self, look: Look) -> Option<u64> {
        let known = |view: View| match view {
            _ if self.whole => true,
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

/// How many factors are tried for a test.
const FACTORS: u64 = 64;

/// Writes the tests for these entries behind the words that are there; the answer is where they begin.
pub(in crate::table) fn plan(ends: &[Ends<'_>], words: &mut Vec<u32>, start: usize) -> u32 {
    let mut planner = Planner {
        ends,
        words,
        start,
        known: HashMap::new(),
    };
    planner.way((0..ends.len()).collect())
}

/// The same for entries that nothing tells apart.
pub(in crate::table) fn list(entries: &[u32], words: &mut Vec<u32>, start: usize) -> u32 {
    if entries.is_empty() {
        return NONE;
    }
    let at = start + words.len();
    words.push(number(entries.len()));
    words.extend(entries);
    LIST | number(at)
}

struct Planner<'a, 'w> {
    ends: &'a [Ends<'a>],
    words: &'w mut Vec<u32>,
    /// The word at which `words` will stand.
    start: usize,
    /// Ways that are there already: entries that a test cannot tell apart follow all of its places.
    known: HashMap<Vec<usize>, u32>,
}

/// A test, and where it leads.
struct Test {
    look: Look,
    factor: u64,
    sizes: Sizes,
    pilots: Vec<u32>,
    places: Vec<Vec<usize>>,
}

impl Test {
    /// How many comparisons all entries would need: the fewer the better.
    fn cost(&self) -> usize {
        self.places
            .iter()
            .map(|entries| entries.len() * entries.len())
            .sum()
    }
}

impl Planner<'_, '_> {
    fn way(&mut self, entries: Vec<usize>) -> u32 {
        match entries[..] {
            [] => return NONE,
            [only] => return ENTRY | self.ends[only].entry,
            _ => {}
        }
        if let Some(known) = self.known.get(&entries) {
            return *known;
        }
        let way = if let Some(test) = self.best(&entries) {
            self.test(test)
        } else {
            let entries: Vec<_> = entries
                .iter()
                .map(|&entry| self.ends[entry].entry)
                .collect();
            list(&entries, self.words, self.start)
        };
        self.known.insert(entries, way);
        way
    }

    fn test(&mut self, test: Test) -> u32 {
        let at = self.words.len();
        #[expect(clippy::cast_possible_truncation, reason = "the halves of a word")]
        let halves = [test.factor as u32, (test.factor >> 32) as u32];
        self.words
            .extend([test.look.code(), test.sizes.code(), halves[0], halves[1]]);
        self.words.extend(&test.pilots);
        let first = self.words.len();
        self.words.resize(first + test.places.len(), NONE);
        for (place, entries) in test.places.into_iter().enumerate() {
            self.words[first + place] = self.way(entries);
        }
        TESTS | number(self.start + at)
    }

    /// The test that leaves the fewest entries together, if one tells any apart.
    fn best(&self, entries: &[usize]) -> Option<Test> {
        let mut look = Look {
            views: [None; 3],
            length: entries.iter().all(|&entry| self.ends[entry].whole),
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
        let tests = (1..=FACTORS).map(|seed| tried(&groups, &blind, look, factor(seed)));
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
        let total = test.places.iter().map(Vec::len).sum::<usize>();
        let helps = test.places.iter().all(|place| place.len() < entries.len());
        (helps && total <= 8 * entries.len()).then_some(test)
    }

    /// The view that leaves the fewest entries together, and the number of comparisons then.
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
            // Entries that a test is blind to stand in each of its places.
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
        let length = |text: fn(&Ends<'_>) -> usize| {
            let lengths = ends().map(|entry| text(&entry).min(View::FAR));
            lengths.max().unwrap_or_default()
        };
        let front = length(|entry| entry.before.len());
        let back = length(|entry| entry.after.len());
        // Where all have eight bytes at their ends, single ones say nothing more.
        let long = ends().all(|entry| entry.whole && entry.before.len() >= 8);
        let bytes = if long { 0 } else { View::FAR };
        // Each byte is in two of the words that are tried.
        let words = (0..front).step_by(4).map(View::FrontWord);
        words
            .chain((0..back).step_by(4).map(View::BackWord))
            .chain((0..front.min(bytes)).map(View::Front))
            .chain((0..back.min(bytes)).map(View::Back))
    }
}

/// The test with this factor: the entries of each number, and those that the test is blind to.
fn tried(groups: &[(u64, Vec<usize>)], blind: &[usize], look: Look, factor: u64) -> Test {
    let bits = (groups.len() * 2).next_power_of_two().trailing_zeros();
    // Few numbers find places of their own without pilots.
    let pilots = if bits < 7 { 0 } else { bits - 3 };
    let sizes = Sizes {
        places: bits,
        pilots,
    };
    let mut buckets = vec![Vec::new(); 1 << pilots];
    for (number, entries) in groups {
        let (place, bucket) = sizes.split(number.wrapping_mul(factor));
        buckets[bucket].push((place, entries));
    }
    let mut order: Vec<_> = (0..buckets.len()).collect();
    order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));
    let mut places = vec![Vec::new(); 1 << bits];
    let mut moved = vec![0; sizes.pilot_count()];
    for bucket in order {
        let own = &buckets[bucket];
        let free = |pilot: &usize| {
            own.iter()
                .all(|(place, _)| places[place ^ pilot].is_empty())
        };
        let pilot = if pilots == 0 {
            0
        } else {
            (0..1 << bits).find(free).unwrap_or_default()
        };
        if let Some(moved) = moved.get_mut(bucket) {
            *moved = number(pilot);
        }
        for (place, entries) in own {
            places[place ^ pilot].extend_from_slice(entries);
        }
    }
    for place in &mut places {
        place.extend_from_slice(blind);
        place.sort_unstable();
    }
    Test {
        look,
        factor,
        sizes,
        pilots: moved,
        places,
    }
}

/// An odd number without a pattern (the finaliser of MurmurHash3).
fn factor(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mixed = (mixed ^ mixed >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    (mixed ^ mixed >> 33) | 1
}
