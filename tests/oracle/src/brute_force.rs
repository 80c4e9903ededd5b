//! All short texts, in the order of their length.
//!
//! A text is given up where no longer one can match, and where an earlier one can go on in the same ways: that leaves
//! few, and loses none.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::language::Type;
use crate::naive::{Part, matches, readings};

/// How many texts are gone on with, at most, and how much longer than the literals they get.
const MOST: usize = 600;
const LONGER: usize = 8;

/// Where a text can stand in a form: the place, and what the field there has so far; and in how many ways, at most two.
type Places = BTreeMap<(usize, String), u8>;

enum Step {
    Literal(char),
    Field(Type),
}

/// A short text that both forms match.
pub(crate) fn shared(a: &[Part], b: &[Part]) -> Option<String> {
    let (steps_a, steps_b) = (steps(a), steps(b));
    let found = search(&[&steps_a, &steps_b], |places| {
        ways(&steps_a, &places[0]) > 0 && ways(&steps_b, &places[1]) > 0
    });
    if let Some(text) = &found {
        assert!(matches(a, text) && matches(b, text), "{a:?} {b:?} {text:?}");
    }
    found
}

/// A short text of which a form has two readings.
pub(crate) fn ambiguous(form: &[Part]) -> Option<String> {
    let steps = steps(form);
    let found = search(&[&steps], |places| ways(&steps, &places[0]) > 1);
    if let Some(text) = &found {
        assert!(readings(form, text, 2).len() == 2, "{form:?} {text:?}");
    }
    found
}

fn steps(form: &[Part]) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in form {
        match part {
            Part::Literal(text) => steps.extend(text.chars().map(Step::Literal)),
            Part::Field(ty) => steps.push(Step::Field(*ty)),
        }
    }
    steps
}

fn search(forms: &[&[Step]], found: impl Fn(&[Places]) -> bool) -> Option<String> {
    let alphabet = alphabet(forms);
    let literals = |form: &&[Step]| {
        form.iter()
            .filter(|step| matches!(step, Step::Literal(_)))
            .count()
    };
    let longest = forms.iter().map(literals).sum::<usize>() + LONGER;
    let start: Vec<_> = forms
        .iter()
        .map(|form| closed(form, Places::from([((0, String::new()), 1)])))
        .collect();
    let mut seen = HashSet::from([start.clone()]);
    let mut queue = VecDeque::from([(String::new(), 0, start)]);
    while let Some((text, length, places)) = queue.pop_front() {
        if found(&places) {
            return Some(text);
        }
        if length == longest || seen.len() > MOST {
            continue;
        }
        for &c in &alphabet {
            let next: Vec<_> = forms
                .iter()
                .zip(&places)
                .map(|(form, places)| closed(form, go_on(form, places, c)))
                .collect();
            if next.iter().all(|places| !places.is_empty()) && seen.insert(next.clone()) {
                queue.push_back((format!("{text}{c}"), length + 1, next));
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

fn go_on(form: &[Step], places: &Places, c: char) -> Places {
    let mut next = Places::new();
    for ((place, text), count) in places {
        match form.get(*place) {
            Some(Step::Literal(literal)) if *literal == c => {
                add(&mut next, (place + 1, String::new()), *count);
            }
            Some(Step::Field(ty)) => {
                let longer = format!("{text}{c}");
                if ty.begins(&longer) || ty.forgets() && ty.has(&longer) {
                    let kept = if ty.forgets() { String::new() } else { longer };
                    add(&mut next, (*place, kept), *count);
                }
            }
            _ => {}
        }
    }
    next
}

/// Adds the places behind fields that may end here.
fn closed(form: &[Step], mut places: Places) -> Places {
    for (index, step) in form.iter().enumerate() {
        if let Step::Field(ty) = step {
            let here = (index, String::new())..(index + 1, String::new());
            let ends = places.range(here).filter(|((_, text), _)| ty.has(text));
            let count = ends.map(|(_, count)| *count).sum::<u8>().min(2);
            if count > 0 {
                add(&mut places, (index + 1, String::new()), count);
            }
        }
    }
    places
}

fn add(places: &mut Places, place: (usize, String), more: u8) {
    let count = places.entry(place).or_default();
    *count = (*count + more).min(2);
}

fn ways(form: &[Step], places: &Places) -> u8 {
    places
        .get(&(form.len(), String::new()))
        .copied()
        .unwrap_or_default()
}
