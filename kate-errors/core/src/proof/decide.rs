//! Decides the two questions of the proof: has a template two readings of a text, and do two templates match the same text?

use super::automaton::{Automaton, MOST_PLACEHOLDERS};
use super::search::{Goal, Memory, Verdict, search};
use super::template::Template;
use super::text::Witness;
use crate::Language;

/// An answer to one of the two questions.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "a `const` has no heap")]
pub enum Answer {
    /// There is no such text.
    No,
    /// There is such a text, and this is one.
    Yes(Witness),
    /// There is not enough memory to decide.
    TooLarge,
}

/// Whether there is a text that a template reads in two ways.
#[must_use]
pub const fn two_readings(template: Template<'_>, memory: &mut Memory<'_>) -> Answer {
    if template.count() > MOST_PLACEHOLDERS {
        return Answer::TooLarge;
    }
    if template.is_forced() {
        return Answer::No;
    }
    match two_free(template) {
        Some(witness) => Answer::Yes(witness),
        None => decide(template, template, Goal::TwoReadings, memory),
    }
}

/// Whether there is a text that two templates both match.
#[must_use]
pub const fn meet(a: Template<'_>, b: Template<'_>, memory: &mut Memory<'_>) -> Answer {
    if a.is_apart(&b) {
        Answer::No
    } else {
        decide(a, b, Goal::SharedText, memory)
    }
}

/// Searches first with integers of any size, because their automata are smaller. They match at least the texts that the integers
/// of a type match, so a "no" is valid for these too. A "yes" may be wrong, so the search is repeated with limits.
const fn decide(a: Template<'_>, b: Template<'_>, goal: Goal, memory: &mut Memory<'_>) -> Answer {
    let unlimited = true;
    match search_all(unlimited, a, b, goal, memory) {
        Answer::No => Answer::No,
        Answer::Yes(_) | Answer::TooLarge => search_all(!unlimited, a, b, goal, memory),
    }
}

/// Searches without empty texts of placeholders, because a witness without them is easier to read. If nothing is found, it
/// searches with them.
const fn search_all(
    unlimited: bool,
    a: Template<'_>,
    b: Template<'_>,
    goal: Goal,
    memory: &mut Memory<'_>,
) -> Answer {
    let (Some(a), Some(b)) = (Automaton::new(a, unlimited), Automaton::new(b, unlimited)) else {
        return Answer::TooLarge;
    };
    let mut allow_empty = false;
    loop {
        match search(&a, &b, goal, allow_empty, memory) {
            Verdict::None => {}
            Verdict::Text(last) => return Answer::Yes(Witness::spell(memory.nodes, last)),
            Verdict::TooLarge => return Answer::TooLarge,
        }
        if allow_empty || !a.has_empty_text() && !b.has_empty_text() {
            return Answer::No;
        }
        allow_empty = true;
    }
}

/// A text with two readings, if two neighbouring placeholders take any text. It is easier to read than the text that a search
/// finds.
const fn two_free(template: Template<'_>) -> Option<Witness> {
    let mut first = 0;
    while first + 1 < template.count() {
        if matches!(
            (template.language(first), template.language(first + 1)),
            (Language::Free, Language::Free)
        ) {
            break;
        }
        first += 1;
    }
    if first + 1 >= template.count() {
        return None;
    }
    let mut text = Witness::EMPTY.and(template.leading);
    let mut index = 0;
    while index < template.count() {
        let after = template.placeholders[index].after;
        text = if index == first {
            text.and("a").and(after).and("b").and(after).and("c")
        } else if index == first + 1 {
            text.and(after)
        } else {
            text.and_example(template.language(index)).and(after)
        };
        index += 1;
    }
    Some(text)
}
