//! The proof that every detail has one reading.
//!
//! It decides two questions exactly. If there is a conflict, the answer is a witness, a short detail that shows it:
//!
//! - [`Prover::two_readings`]: does a template match some detail with two readings?
//! - [`Prover::meet`]: do two templates match the same detail?
//!
//! Each is a breadth-first search in the product of two automata. All of it is `const fn` over the caller's memory, so
//! that the macro and the constants of the user's crate run the same code.

mod alphabet;
mod compare;
mod exempt;
mod finding;
mod pattern;
mod quick;
mod search;
mod sweep;
pub mod tables;
mod text;

pub use pattern::{Part, Pattern};
pub use search::{Node, Verdict, pairs, search};
pub use text::{ConstText, Witness};

use crate::Language;

/// The start of the help in a message about a conflict. `fields` is whether one of the templates has fields.
#[must_use]
pub const fn help(fields: bool) -> &'static str {
    if fields {
        "\nhelp: reword one, say what a field's text is made of (`#[kate(chars = \"0-9a-f\")]` on it, `DetailText` on its type), or accept"
    } else {
        "\nhelp: reword one, or accept"
    }
}

/// The automata are too large to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the templates are too large to be compared")
    }
}

impl std::error::Error for TooLarge {}

/// A template that owns its literals.
#[derive(Clone, Debug)]
pub struct Template {
    text: String,
    before: Part,
    placeholders: Vec<(Language, Part)>,
}

impl Template {
    /// Takes the literal before the first placeholder, and for each placeholder its language and the literal after it.
    pub fn new<'a>(
        before: &str,
        placeholders: impl IntoIterator<Item = (Language, &'a str)>,
    ) -> Self {
        let mut text = before.to_owned();
        let mut add = |(language, after): (Language, &str)| {
            let start = text.len();
            text.push_str(after);
            (
                language,
                Part {
                    start,
                    end: text.len(),
                },
            )
        };
        let placeholders = placeholders.into_iter().map(&mut add).collect();
        Self {
            text,
            before: Part {
                start: 0,
                end: before.len(),
            },
            placeholders,
        }
    }

    /// The automaton.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], if there are more placeholders than are compared.
    pub fn pattern(&self) -> Result<Pattern<'_>, TooLarge> {
        let start = Pattern::new(self.text.as_bytes(), self.before);
        let mut placeholders = self.placeholders.iter();
        placeholders
            .try_fold(start, |pattern, (language, after)| {
                pattern.with(*language, *after)
            })
            .ok_or(TooLarge)
    }
}

/// Decides the two questions. It reuses its memory.
///
/// ```
/// use kate_errors_core::Language;
/// use kate_errors_core::proof::{Prover, Template};
///
/// let run = Template::new("Run ", [(Language::Free, " "), (Language::Free, "")]);
/// let lost = Template::new("Run ", [(Language::Free, " not found")]);
/// let (run, lost) = (run.pattern()?, lost.pattern()?);
/// let mut prover = Prover::default();
/// assert_eq!(prover.meet(&run, &lost)?, Some("Run a not found".to_owned()));
/// assert_eq!(prover.two_readings(&run)?, Some("Run a b c".to_owned()));
/// # Ok::<(), kate_errors_core::proof::TooLarge>(())
/// ```
#[derive(Debug, Default)]
pub struct Prover {
    seen: Vec<bool>,
    nodes: Vec<Node>,
}

impl Prover {
    /// The most pairs of states that two automata may have.
    const MOST_PAIRS: usize = 1 << 24;
    /// The most pairs that a search may reach.
    const MOST_NODES: usize = 1 << 20;

    /// A short detail of which a template has two readings.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], if the search would exceed its bounds.
    pub fn two_readings(&mut self, pattern: &Pattern<'_>) -> Result<Option<String>, TooLarge> {
        if pattern.forced() {
            return Ok(None);
        }
        match pattern.two_free() {
            Some(text) => Ok(Some(text)),
            None => self.widened_first(pattern, pattern, true),
        }
    }

    /// A short detail that two templates match.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], if the search would exceed its bounds.
    pub fn meet(&mut self, a: &Pattern<'_>, b: &Pattern<'_>) -> Result<Option<String>, TooLarge> {
        if a.apart(b) {
            Ok(None)
        } else {
            self.widened_first(a, b, false)
        }
    }

    /// Searches without the limits of integers first, because they have many states. Most templates that differ do so
    /// without them.
    fn widened_first(
        &mut self,
        a: &Pattern<'_>,
        b: &Pattern<'_>,
        same: bool,
    ) -> Result<Option<String>, TooLarge> {
        match self.decide(&a.widened(), &b.widened(), same) {
            Ok(None) => Ok(None),
            _ => self.decide(a, b, same),
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
            self.nodes.resize(pairs.min(Self::MOST_NODES), Node::EMPTY);
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

/// The detail that leads to a node.
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
