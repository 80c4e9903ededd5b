//! Short texts that the forms of a group match: those of one form with parts of the others as fields.

use std::collections::BTreeSet;

use super::entries::{Entries, Entry};
use super::language::{Language, values};
use super::model::{FieldType, Side};
use super::reading::Part;
use crate::random::Random;

/// The most texts of one form.
const MOST: usize = 600;

/// Parts of the details of these forms: from one piece to another, each field as one of its shortest values.
pub(super) fn pool(entries: &Entries<'_>) -> Vec<String> {
    let mut pool = BTreeSet::new();
    for entry in &entries.forms {
        let short = |part: &Part| match part {
            Part::Literal(literal) => literal.iter().collect(),
            Part::Field { language, .. } => some_text(*language).to_owned(),
        };
        let pieces: Vec<String> = entry.parts.iter().take(7).map(short).collect();
        for from in 0..pieces.len() {
            for to in from..=pieces.len() {
                pool.insert(pieces[from..to].concat());
            }
        }
    }
    let mut pool: Vec<String> = pool.into_iter().collect();
    pool.sort_by_key(|text| text.chars().count());
    pool.truncate(60);
    pool.push("unknown".to_owned());
    pool
}

fn some_text(language: Language) -> &'static str {
    match language {
        Language::Integer { .. } | Language::Float => "1",
        Language::Bool => "true",
        Language::Char | Language::Any => "a",
        Language::Of(all) => all.split_inclusive(|_| true).next().unwrap_or_default(),
    }
}

/// Short texts of a language.
fn short(language: Language, pool: &[String]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let kinds = [
        FieldType::U8,
        FieldType::I8,
        FieldType::Bool,
        FieldType::Char,
        FieldType::F32,
        FieldType::Ab,
        FieldType::String,
        FieldType::Id,
    ];
    for kind in kinds {
        for side in [Side::Left, Side::Right] {
            texts.extend(values(kind, side).iter().map(|text| (*text).to_owned()));
        }
    }
    if let Language::Of(all) = language {
        for one in all.chars() {
            texts.extend(all.chars().map(|two| [one, two].iter().collect()));
        }
    }
    texts.extend(pool.iter().cloned());
    texts.retain(|text| language.has(text));
    texts.sort_by_key(|text| (text.chars().count(), text.clone()));
    texts.dedup();
    texts
}

/// Texts that this form matches: all combinations of short texts if these are few, else some of them.
pub(super) fn of_form(entry: &Entry<'_>, pool: &[String], random: &mut Random) -> Vec<String> {
    let choices: Vec<Vec<String>> = entry
        .parts
        .iter()
        .map(|part| match part {
            Part::Literal(literal) => vec![literal.iter().collect()],
            Part::Field { language, .. } => short(*language, pool),
        })
        .collect();
    let all = choices
        .iter()
        .try_fold(1_usize, |all, choice| all.checked_mul(choice.len()))
        .unwrap_or(usize::MAX);
    if all <= MOST {
        let mut texts = vec![String::new()];
        for choice in &choices {
            texts = texts
                .iter()
                .flat_map(|text| choice.iter().map(move |more| format!("{text}{more}")))
                .collect();
        }
        return texts;
    }
    // The shortest texts of each field matter most.
    let one = |random: &mut Random| {
        let few = random.percent(50);
        choices
            .iter()
            .map(|choice| {
                let most = if few {
                    choice.len().min(4)
                } else {
                    choice.len()
                };
                choice[random.below(most)].as_str()
            })
            .collect()
    };
    let texts: BTreeSet<String> = (0..MOST).map(|_| one(random)).collect();
    texts.into_iter().collect()
}
