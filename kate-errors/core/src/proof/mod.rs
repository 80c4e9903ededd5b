//! The proof that every text is read in one way.
//!
//! Two questions are decided, both exactly, and every "no" comes with a shortest text to show:
//!
//! - [`Prover::two_readings`]: has one template two readings of one text?
//! - [`Prover::meet`]: is there a text that two templates both match?
//!
//! Each is a breadth-first search in the product of two automata. Everything is a `const fn` over the caller's memory, so that
//! the macro and compiled constants run the same code.

mod alphabet;
mod pattern;
mod search;
pub mod tables;
mod text;

pub use pattern::Pattern;
pub use search::{Node, Verdict, pairs, search};
pub use text::{ConstText, Witness};

/// The automata are too large to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// Asks the two questions, in memory that is used again.
///
/// ```
/// use kate_errors_core::Language;
/// use kate_errors_core::matching::Slot;
/// use kate_errors_core::proof::{Pattern, Prover};
///
/// let id = Slot { language: Language::Free, after: " " };
/// let state = Slot { language: Language::Free, after: "" };
/// let run = Pattern { before: "Run ", slots: &[id, state] };
/// let lost = Pattern { before: "Run ", slots: &[Slot { after: " not found", ..id }] };
/// let mut prover = Prover::default();
/// assert_eq!(prover.meet(&run, &lost), Ok(Some("Run a not found".to_owned())));
/// assert!(matches!(prover.two_readings(&run), Ok(Some(_))));
/// ```
#[derive(Debug, Default)]
pub struct Prover {
    seen: Vec<bool>,
    nodes: Vec<Node>,
}

impl Prover {
    /// The most pairs of places that are compared.
    const MOST_PAIRS: usize = 1 << 24;

    /// A shortest text of which a template has two readings.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], where that cannot be decided within bounds.
    pub fn two_readings(&mut self, pattern: &Pattern<'_>) -> Result<Option<String>, TooLarge> {
        // One placeholder's text is what the literals leave.
        if pattern.slots.len() < 2 {
            return Ok(None);
        }
        match pattern.two_free() {
            Some(text) => Ok(Some(text)),
            None => self.decide(pattern, pattern, true),
        }
    }

    /// A shortest text that two templates match.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], where that cannot be decided within bounds.
    pub fn meet(&mut self, a: &Pattern<'_>, b: &Pattern<'_>) -> Result<Option<String>, TooLarge> {
        if a.apart(b) {
            Ok(None)
        } else {
            self.decide(a, b, false)
        }
    }

    fn decide(
        &mut self,
        a: &Pattern<'_>,
        b: &Pattern<'_>,
        same: bool,
    ) -> Result<Option<String>, TooLarge> {
        let pairs = pairs(a, b);
        if pairs > Self::MOST_PAIRS {
            return Err(TooLarge);
        }
        if self.seen.len() < pairs {
            self.seen.resize(pairs, false);
            self.nodes.resize(pairs, Node::EMPTY);
        }
        for empty in [false, true] {
            match search((a, b), same, empty, &mut self.seen, &mut self.nodes) {
                Verdict::None if a.may_be_empty() || b.may_be_empty() => {}
                Verdict::None => break,
                Verdict::Text(last) => return Ok(Some(spell(&self.nodes, last))),
                Verdict::TooLarge => return Err(TooLarge),
            }
        }
        Ok(None)
    }
}

/// The text that leads to a node.
fn spell(nodes: &[Node], mut last: usize) -> String {
    let mut text = Vec::new();
    while last != 0 {
        let (parent, c) = nodes[last].back();
        text.push(c);
        last = parent;
    }
    text.iter().rev().collect()
}

#[cfg(test)]
mod tests;
