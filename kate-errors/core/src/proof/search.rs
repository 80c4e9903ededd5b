//! Breadth-first search through the product of two automata.

use super::alphabet::Alphabet;
use super::automaton::{Automaton, Position};

/// Memory for a search, borrowed from the caller. Every element of `seen` is false before and after a search.
#[derive(Debug)]
pub struct Memory<'m> {
    /// Which pairs of positions were reached.
    pub seen: &'m mut [bool],
    /// The reached pairs, in the order in which they were reached.
    pub nodes: &'m mut [Node],
}

/// A pair of positions that a search has reached, from which other pair, and with which character.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pair: Pair,
    parent: usize,
    c: char,
}

impl Node {
    /// The value that memory for a search is filled with.
    pub const EMPTY: Self = Self {
        pair: Pair {
            a: Position::START,
            b: Position::START,
            parted: false,
        },
        parent: 0,
        c: '\0',
    };

    /// The node before this one, and the character between them.
    pub(super) const fn back(&self) -> (usize, char) {
        (self.parent, self.c)
    }
}

/// The result of a search.
pub(super) enum Verdict {
    None,
    /// A text: the last of the nodes that spell it.
    Text(usize),
    /// The automata need more memory than is available.
    TooLarge,
}

/// A pair of runs. Two runs of one template are two readings only after they have differed.
#[derive(Clone, Copy, Debug)]
struct Pair {
    a: Position,
    b: Position,
    parted: bool,
}

/// The number of pairs of positions, which is the length of `seen` that a search needs.
pub(super) const fn pairs(a: &Automaton<'_>, b: &Automaton<'_>) -> usize {
    a.positions() * b.positions() * 2
}

/// Searches for a short text that two templates both match. If they are the `same` template, it searches for a text that it
/// matches in two ways. `empty` says whether the text of a placeholder may be empty. If not, the result is easier to read; if so,
/// no text is missed.
pub(super) const fn search(
    a: &Automaton<'_>,
    b: &Automaton<'_>,
    same: bool,
    empty: bool,
    memory: &mut Memory<'_>,
) -> Verdict {
    let alphabet = Alphabet::of(a, b);
    if !alphabet.is_whole() || memory.seen.len() < pairs(a, b) || memory.nodes.is_empty() {
        return Verdict::TooLarge;
    }
    let mut search = Search {
        a,
        b,
        seen: memory.seen,
        nodes: memory.nodes,
        count: 0,
    };
    let start = Pair {
        a: Position::START,
        b: Position::START,
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
    a: &'s Automaton<'a>,
    b: &'s Automaton<'a>,
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
        let both = self.a.number(pair.a) * self.b.positions() + self.b.number(pair.b);
        both * 2 + pair.parted as usize
    }

    /// Adds a pair that was not reached before. Returns false if there is no room for it.
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
            let parted = pair.parted || !a.is(b);
            if !self.reach(Pair { a, b, parted }, parent, c) {
                return false;
            }
            index += 1;
        }
        true
    }
}
