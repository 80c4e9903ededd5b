//! Searches all short details, in the order of their length.
//!
//! The search drops a detail that is not the beginning of a match, and a detail after which the forms are in the same positions
//! as after an earlier one.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::language::Type;
use crate::readings::{Part, matches, readings};

/// The search stops after this many different positions.
const MOST: usize = 600;

/// The search tries details that have at most this many characters more than the literals.
const LONGER: usize = 8;

/// The positions in a form that a detail can reach. A position is the index of a step and the text of its field so far; its value is the
/// number of readings that reach it, at most two.
type Positions = BTreeMap<(usize, String), u8>;

enum Step {
    Literal(char),
    Field(Type),
}

/// A short detail that both forms match.
pub(crate) fn shared(a: &[Part], b: &[Part]) -> Option<String> {
    let (steps_a, steps_b) = (steps(a), steps(b));
    let found = search(&[&steps_a, &steps_b], |positions| {
        readings_of(&steps_a, &positions[0]) > 0 && readings_of(&steps_b, &positions[1]) > 0
    });
    if let Some(detail) = &found {
        assert!(
            matches(a, detail) && matches(b, detail),
            "{a:?} {b:?} {detail:?}"
        );
    }
    found
}

/// A short detail of which a form has two readings.
pub(crate) fn ambiguous(form: &[Part]) -> Option<String> {
    let steps = steps(form);
    let found = search(&[&steps], |positions| {
        readings_of(&steps, &positions[0]) > 1
    });
    if let Some(detail) = &found {
        assert!(readings(form, detail, 2).len() == 2, "{form:?} {detail:?}");
    }
    found
}

fn steps(form: &[Part]) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in form {
        match part {
            Part::Literal(literal) => steps.extend(literal.chars().map(Step::Literal)),
            Part::Field(ty) => steps.push(Step::Field(*ty)),
        }
    }
    steps
}

fn search(forms: &[&[Step]], found: impl Fn(&[Positions]) -> bool) -> Option<String> {
    let alphabet = alphabet(forms);
    let literals = |form: &&[Step]| {
        form.iter()
            .filter(|step| matches!(step, Step::Literal(_)))
            .count()
    };
    let longest = forms.iter().map(literals).sum::<usize>() + LONGER;
    let start: Vec<_> = forms
        .iter()
        .map(|form| closed(form, Positions::from([((0, String::new()), 1)])))
        .collect();
    let mut seen = HashSet::from([start.clone()]);
    let mut queue = VecDeque::from([(String::new(), 0, start)]);
    while let Some((detail, length, positions)) = queue.pop_front() {
        if found(&positions) {
            return Some(detail);
        }
        if length == longest || seen.len() > MOST {
            continue;
        }
        for &c in &alphabet {
            let next: Vec<_> = forms
                .iter()
                .zip(&positions)
                .map(|(form, positions)| closed(form, advanced(form, positions, c)))
                .collect();
            if next.iter().all(|positions| !positions.is_empty()) && seen.insert(next.clone()) {
                queue.push_back((format!("{detail}{c}"), length + 1, next));
            }
        }
    }
    None
}

fn alphabet(forms: &[&[Step]]) -> Vec<char> {
    let mut all = Vec::new();
    for step in forms.iter().copied().flatten() {
        match step {
            Step::Literal(c) => all.push(*c),
            Step::Field(ty) => all.extend(ty.alphabet().chars()),
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn advanced(form: &[Step], positions: &Positions, c: char) -> Positions {
    let mut next = Positions::new();
    for ((position, text), count) in positions {
        match form.get(*position) {
            Some(Step::Literal(literal)) if *literal == c => {
                add(&mut next, (position + 1, String::new()), *count);
            }
            Some(Step::Field(ty)) => {
                let longer = format!("{text}{c}");
                if ty.has_prefix(&longer) || ty.is_per_character() && ty.contains(&longer) {
                    let kept = if ty.is_per_character() {
                        String::new()
                    } else {
                        longer
                    };
                    add(&mut next, (*position, kept), *count);
                }
            }
            Some(Step::Literal(_)) | None => {}
        }
    }
    next
}

/// Adds the positions after fields whose text may end here.
fn closed(form: &[Step], mut positions: Positions) -> Positions {
    for (index, step) in form.iter().enumerate() {
        if let Step::Field(ty) = step {
            let here = (index, String::new())..(index + 1, String::new());
            let ends = positions
                .range(here)
                .filter(|((_, text), _)| ty.contains(text));
            let count = ends.map(|(_, count)| *count).sum::<u8>().min(2);
            if count > 0 {
                add(&mut positions, (index + 1, String::new()), count);
            }
        }
    }
    positions
}

fn add(positions: &mut Positions, position: (usize, String), more: u8) {
    let count = positions.entry(position).or_default();
    *count = (*count + more).min(2);
}

fn readings_of(form: &[Step], positions: &Positions) -> u8 {
    positions
        .get(&(form.len(), String::new()))
        .copied()
        .unwrap_or_default()
}
