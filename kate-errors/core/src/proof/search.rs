//! Breadth-first search through the product of two automata.
//!
//! The search runs both automata over the same text. It begins with the pair of their first positions. From each pair that it
//! reaches, it tries the characters of the alphabet, and reaches the pairs of positions after them. Where both runs may end, the
//! characters on the way are the text that was searched for. It is a shortest one, because pairs are visited in the order in
//! which they were reached.

use super::alphabet::Alphabet;
use super::automaton::{Automaton, Position};

/// The memory of a search, borrowed from the caller, who chooses its [size](MemorySize). Every element of `seen` is false before
/// and after a search.
#[derive(Debug)]
pub struct Memory<'m> {
    /// Which pairs of positions were reached.
    pub seen: &'m mut [bool],
    /// The reached pairs, in the order in which they were reached.
    pub nodes: &'m mut [Node],
}

/// How much memory a search gets. If it does not suffice, the answer is that the templates are too large.
///
/// Two templates with `n` positions each have `2 * n * n` pairs. Most templates have fewer than a hundred positions, so a
/// question is asked with little memory first. Preparing much memory would take longer than most searches.
#[derive(Clone, Copy, Debug)]
pub struct MemorySize {
    /// The length of [`Memory::seen`].
    pub pairs: usize,
    /// The length of [`Memory::nodes`].
    pub nodes: usize,
}

impl MemorySize {
    /// Enough for two templates with 90 positions each.
    pub const USUAL: Self = Self {
        pairs: 1 << 14,
        nodes: 1 << 12,
    };

    /// The most that a constant uses: enough for two templates with 724 positions each. The compiler interprets constants, which
    /// is slow, and a build must not take minutes.
    pub const MOST_IN_CONSTANT: Self = Self {
        pairs: 1 << 20,
        nodes: 1 << 15,
    };

    /// The most that the macro uses: enough for two templates with 2896 positions each. The macro is compiled code, so it can
    /// search more than a constant in the same time.
    pub const MOST_IN_MACRO: Self = Self {
        pairs: 1 << 24,
        nodes: 1 << 20,
    };
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

    /// The number of the node that this one was reached from, and the character that led here.
    pub(super) const fn back(&self) -> (usize, char) {
        (self.parent, self.c)
    }
}

/// What a search looks for.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// A text that two templates match.
    SharedText,
    /// A text that has two readings by one template. Both automata are of this template.
    TwoReadings,
}

/// The result of a search.
pub(super) enum Verdict {
    /// There is no such text.
    None,
    /// There is such a text. It is spelled by the nodes from the first one to the node of this number.
    Text(usize),
    /// The automata need more memory than is available.
    TooLarge,
}

/// The positions of two runs over the same text.
#[derive(Clone, Copy, Debug)]
struct Pair {
    a: Position,
    b: Position,
    /// Whether the runs are two readings: they are of two templates, or they have been at different positions.
    parted: bool,
}

/// How many pairs of positions there are, parted or not. A search needs `seen` to be that long.
pub(super) const fn pairs(a: &Automaton<'_>, b: &Automaton<'_>) -> usize {
    a.positions() * b.positions() * 2
}

/// Searches for a shortest text of this kind. `allow_empty` says whether the text of a placeholder may be empty. Without empty
/// texts, the result is easier to read, but there may be a text that is not found.
pub(super) const fn search(
    a: &Automaton<'_>,
    b: &Automaton<'_>,
    goal: Goal,
    allow_empty: bool,
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
        parted: matches!(goal, Goal::SharedText),
    };
    search.reach(start, 0, '\0');
    let verdict = search.run(&alphabet, allow_empty);
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
    const fn run(&mut self, alphabet: &Alphabet, allow_empty: bool) -> Verdict {
        let mut next = 0;
        while next < self.count {
            let pair = self.nodes[next].pair;
            if pair.parted && self.a.ends(pair.a, allow_empty) && self.b.ends(pair.b, allow_empty) {
                return Verdict::Text(next);
            }
            // Inside a literal only one character can follow, so the others are not tried.
            let expected = match self.a.expected(pair.a) {
                Some(c) => Some(c),
                None => self.b.expected(pair.b),
            };
            let mut index = 0;
            loop {
                let c = match expected {
                    Some(c) if index == 0 => c,
                    None if index < alphabet.count() => alphabet.get(index),
                    Some(_) | None => break,
                };
                if !self.reach_after(pair, next, c, allow_empty) {
                    return Verdict::TooLarge;
                }
                index += 1;
            }
            next += 1;
        }
        Verdict::None
    }

    /// The number of a pair, below [`pairs`].
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

    /// Adds the pairs that both runs reach with one more character. Returns false if there is no room for one of them.
    const fn reach_after(&mut self, pair: Pair, parent: usize, c: char, allow_empty: bool) -> bool {
        let after_a = self.a.step(pair.a, c, allow_empty);
        if after_a.count() == 0 {
            return true;
        }
        let after_b = self.b.step(pair.b, c, allow_empty);
        let mut index = 0;
        while index < after_a.count() * after_b.count() {
            let (a, b) = (
                after_a.get(index / after_b.count()),
                after_b.get(index % after_b.count()),
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
