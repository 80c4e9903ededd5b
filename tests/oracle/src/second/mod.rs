//! A second oracle, written from the documentation alone: another generator, another decoder, and what both disagree with.
//!
//! A group of types has nested and generic types, types of one name from two modules, structs, `other`, `lossy`, `accept`, `chars`,
//! `member`, fields in headers, skipped fields and sources. Each group is decided by reading short texts in all ways. Then:
//!
//! - A group with an ambiguity that this finds must be refused.
//! - A refused group must have an ambiguity, and the witness must be one.
//! - Values of all others must come back, unless [the documentation](kate_errors::proof) excepts them, and texts must be decoded to
//!   what it says.

mod decide;
mod draw;
mod entries;
mod language;
mod model;
mod program;
mod reading;
mod refused;
mod source;
mod texts;
mod value;

use std::collections::BTreeSet;
use std::io;

use self::decide::{Decoded, ambiguity, clash_of_others, decode};
use self::entries::Entries;
use self::model::Group;
use self::program::Cases;
use self::value::{as_received, draw, is_promised, printed, sent, with_headers};
use crate::compile::Crate;
use crate::random::Random;
use crate::{Disagreement, Summary};

/// Groups in one crate.
const BATCH: usize = 200;
/// Values of each type of a group.
const VALUES: usize = 12;
/// Texts of each group.
const TEXTS: usize = 40;

/// In what is said of a value that does not come back.
const LOST: &str = " comes back as ";

/// Makes this number of groups from a seed, and tests them in a crate with this name in the target directory.
///
/// # Errors
///
/// Those of cargo and of the file system.
pub(crate) fn run(name: &str, count: usize, seed: u64) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let tested = Crate::new(name)?;
    while summary.enums < count {
        let mut groups = Vec::new();
        while groups.len() < BATCH && summary.enums < count {
            let number = summary.enums as u64;
            let mut random = Random::new(seed.wrapping_mul(0x1_0000_0001).wrapping_add(number));
            groups.push(draw::group(format!("g{number}"), &mut random));
            summary.enums += 1;
        }
        batch(&tested, groups, seed, &mut summary)?;
    }
    Ok(summary)
}

fn disagreement(group: &Group, why: &str) -> Disagreement {
    Disagreement {
        name: group.name.clone(),
        source: source::group(group),
        why: format!("{}: {why}", group.name),
    }
}

fn batch(tested: &Crate, groups: Vec<Group>, seed: u64, summary: &mut Summary) -> io::Result<()> {
    let (mut all, mut missed) = (Vec::new(), Vec::new());
    for checked in refused::check(tested, groups)? {
        let group = checked.group;
        let mut random = Random::new(seed ^ group.name.len() as u64);
        let found = find(&group, &mut random);
        summary.ambiguous += usize::from(found.is_some());
        for message in &checked.messages {
            if let Some(fault) = refused::fault(&group, message) {
                let why = format!("{message}\n{fault}");
                summary.disagreements.push(disagreement(&group, &why));
            }
        }
        if !checked.messages.is_empty() {
            summary.refused += 1;
            continue;
        }
        if let Some(found) = &found {
            let why = format!("not refused: {found}");
            summary.disagreements.push(disagreement(&group, &why));
        }
        missed.push(found.is_some());
        all.push(cases(group, &mut random));
    }
    tested.write("main.rs", &program::program(&all))?;
    let output = tested.run()?;
    let (mut wrong, mut lost) = (BTreeSet::new(), BTreeSet::new());
    for line in output.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = fields[1].parse::<usize>().unwrap_or_default();
        let Some(why) = compare(&all[number], &fields) else {
            continue;
        };
        if missed[number] {
            // That it is not refused is reported already.
            if why.contains(LOST) {
                lost.insert(number);
            }
        } else if wrong.insert(number) {
            let why = disagreement(&all[number].group, &why);
            summary.disagreements.push(why);
        }
    }
    summary.lost += lost.len();
    Ok(())
}

/// An ambiguity of any type of the group, by short texts.
fn find(group: &Group, random: &mut Random) -> Option<String> {
    for entries in refused::all_entries(group) {
        if clash_of_others(&entries) {
            return Some("two types side by side have an `other`".to_owned());
        }
        let pool = texts::pool(&entries);
        for entry in &entries.forms {
            for text in texts::of_form(entry, &pool, random) {
                if let Some(found) = ambiguity(&entries, entry.plain.status, &text) {
                    return Some(format!("{text:?} under {}: {found:?}", entry.plain.status));
                }
            }
        }
    }
    None
}

fn cases(group: Group, random: &mut Random) -> Cases {
    let root = group.types.len() - 1;
    let entries = Entries::of(&group, root, group.argument);
    let pool = texts::pool(&entries);
    let mut values = Vec::new();
    for number in 0..group.types.len() {
        for _ in 0..VALUES {
            let value = (number, draw(&group, number, &pool, random));
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    let mut texts = BTreeSet::new();
    for entry in &entries.forms {
        let of_form = texts::of_form(entry, &pool, random);
        for _ in 0..TEXTS / entries.forms.len().max(1) {
            let status = if random.percent(70) {
                entry.plain.status
            } else {
                *random.pick(&[404, 409, 422, 500])
            };
            texts.insert((status, random.pick(&of_form).clone()));
        }
    }
    for text in pool.iter().take(8) {
        texts.insert((*random.pick(&[404, 409, 422]), text.clone()));
    }
    drop(entries);
    Cases {
        group,
        values,
        texts: texts.into_iter().collect(),
    }
}

/// What is wrong with a line that the program printed.
fn compare(cases: &Cases, fields: &[&str]) -> Option<String> {
    let group = &cases.group;
    let case: usize = fields[2].parse().ok()?;
    let root = match fields[0] {
        "text" => group.types.len() - 1,
        _ => cases.values[case].0,
    };
    let entries = Entries::of(group, root, group.argument);
    let shown = |decoded: &Decoded| match decoded {
        Decoded::Value(value) => Some(printed(group, root, value)),
        Decoded::Nothing => Some("-".to_owned()),
        Decoded::Unknown => None,
    };
    if fields[0] == "text" {
        let (status, text) = &cases.texts[case];
        let expected = shown(&decode(&entries, *status, text))?;
        let why = format!(
            "{status} {text:?} is decoded to {}, not to {expected}",
            fields[3]
        );
        return (expected != fields[3]).then_some(why);
    }
    let (_, value) = &cases.values[case];
    let written = printed(group, root, value);
    let (status, detail) = sent(group, root, value);
    if fields[3] != status.to_string() || fields[4] != format!("{detail:?}") {
        return Some(format!(
            "{written} is sent as {} {}, not as {status} {detail:?}",
            fields[3], fields[4]
        ));
    }
    let decoded = match decode(&entries, status, &detail) {
        Decoded::Value(decoded) => Decoded::Value(with_headers(group, root, &decoded, value)),
        nothing => nothing,
    };
    let received = printed(group, root, &as_received(group, root, value));
    if is_promised(group, root, &entries, value) && fields[5] != received {
        return Some(format!("{written}{LOST}{}", fields[5]));
    }
    let expected = shown(&decoded)?;
    (expected != fields[5])
        .then(|| format!("{written} is decoded to {}, not to {expected}", fields[5]))
}
