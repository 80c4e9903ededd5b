//! A breadth-first search in the product of two automata.

use super::Pattern;
use super::alphabet::Alphabet;
use super::pattern::At;

/// What a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is no such detail.
    None,
    /// There is one: the last of the nodes that spell it.
    Text(usize),
    /// The automata are too large for the memory.
    TooLarge,
}

/// A pair of positions that a search has reached, the node before it, and the character between them.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pair: Pair,
    parent: usize,
    c: char,
}

impl Node {
    /// The initial value of the memory.
    pub const EMPTY: Self = Self {
        pair: Pair {
            a: At::START,
            b: At::START,
            parted: false,
        },
        parent: 0,
        c: '\0',
    };

    /// The node before this one, and the character between them.
    #[must_use]
    pub const fn back(&self) -> (usize, char) {
        (self.parent, self.c)
    }
}

/// How many pairs of positions there are: the largest size of `seen` and `nodes` that a search can use.
#[must_use]
pub const fn pairs(a: &Pattern<'_>, b: &Pattern<'_>) -> usize {
    a.size() * b.size() * 2
}

/// A pair of runs. Two runs of the same template are two readings once they have parted.
#[derive(Clone, Copy, Debug)]
struct Pair {
    a: At,
    b: At,
    parted: bool,
}

/// Searches for a short detail that two templates match. If they are the `same` template, it must have two readings.
///
/// `empty` is whether placeholders may be empty. The witness is easier to read if they are not, but only a search with
/// empty ones is complete. All of `seen` is `false` before and after.
#[must_use]
pub const fn search(
    (a, b): (&Pattern<'_>, &Pattern<'_>),
    same: bool,
    empty: bool,
    seen: &mut [bool],
    nodes: &mut [Node],
) -> Verdict {
    let alphabet = Alphabet::of(a, b);
    if !alphabet.is_whole() || seen.len() < pairs(a, b) || nodes.is_empty() {
        return Verdict::TooLarge;
    }
    let size = b.size();
    let mut search = Search {
        a,
        b,
        size,
        seen,
        nodes,
        count: 0,
    };
    let start = Pair {
        a: At::START,
        b: At::START,
        parted: !same,
    };
    search.reach(start, 0, '\0');
    let verdict = search.run(&alphabet, empty);
    let mut node = 0;
    while node < search.count {
        let number = search.number(search.nodes[node].pair);
        search.seen[number] = false;
        node += 1;
    }
    verdict
}

struct Search<'s, 'a> {
    a: &'s Pattern<'a>,
    b: &'s Pattern<'a>,
    /// How many positions `b` has.
    size: usize,
    seen: &'s mut [bool],
    nodes: &'s mut [Node],
    count: usize,
}

impl Search<'_, '_> {
    const fn run(&mut self, alphabet: &Alphabet, empty: bool) -> Verdict {
        let mut next = 0;
        while next < self.count {
            let pair = self.nodes[next].pair;
            if pair.parted && self.a.ends(pair.a, empty) && self.b.ends(pair.b, empty) {
                return Verdict::Text(next);
            }
            let expected = match self.a.expected(pair.a) {
                Some(c) => Some(c),
                None => self.b.expected(pair.b),
            };
            let mut index = 0;
            loop {
                let c = match expected {
                    Some(c) if index == 0 => c,
                    None if index < alphabet.count() => alphabet.get(index),
                    _ => break,
                };
                if !self.go_on(pair, next, c, empty) {
                    return Verdict::TooLarge;
                }
                index += 1;
            }
            next += 1;
        }
        Verdict::None
    }

    const fn number(&self, pair: Pair) -> usize {
        (self.a.number(pair.a) * self.size + self.b.number(pair.b)) * 2 + pair.parted as usize
    }

    /// Adds a pair if it was not reached before. The answer is `false` if there is no room for it.
    const fn reach(&mut self, pair: Pair, parent: usize, c: char) -> bool {
        let number = self.number(pair);
        if self.seen[number] {
            return true;
        }
        if self.count == self.nodes.len() {
            return false;
        }
        self.seen[number] = true;
        self.nodes[self.count] = Node { pair, parent, c };
        self.count += 1;
        true
    }

    const fn go_on(&mut self, pair: Pair, parent: usize, c: char, empty: bool) -> bool {
        let ours = self.a.step(pair.a, c, empty);
        if ours.count() == 0 {
            return true;
        }
        let theirs = self.b.step(pair.b, c, empty);
        let mut index = 0;
        while index < ours.count() * theirs.count() {
            let (a, b) = (
                ours.get(index / theirs.count()),
                theirs.get(index % theirs.count()),
            );
            let parted = pair.parted || !a.same(b);
            if !self.reach(Pair { a, b, parted }, parent, c) {
                return false;
            }
            index += 1;
        }
        true
    }
}
