//! Which groups the compiler refuses, and whether its witnesses are true.

use std::io;

use super::decide::{Ambiguity, ambiguity, clash_of_others};
use super::entries::Entries;
use super::model::{FieldType, Group, Variant};
use super::source;
use crate::compile::{Crate, Message};

/// A group with the compiler's errors about it.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) group: Group,
    pub(super) messages: Vec<String>,
}

/// Lets the compiler check the groups. Those with errors are left out until no errors remain, because errors of the macro hide those
/// of constants.
pub(super) fn check(tested: &Crate, groups: Vec<Group>) -> io::Result<Vec<Checked>> {
    let mut all: Vec<Checked> = groups
        .into_iter()
        .map(|group| Checked {
            group,
            messages: Vec::new(),
        })
        .collect();
    loop {
        let mut source = source::OWN.to_owned();
        let mut ends = Vec::new();
        for checked in &all {
            if checked.messages.is_empty() {
                source.push_str(&source::group(&checked.group));
            }
            ends.push(source.lines().count());
        }
        tested.write("lib.rs", &source)?;
        let errors: Vec<Message> = tested
            .check()?
            .into_iter()
            .filter(|message| message.level == "error" && !message.text.starts_with("aborting"))
            .collect();
        if errors.is_empty() {
            return Ok(all);
        }
        for error in errors {
            let place = error.lines.iter().find_map(|line| {
                let first = ends.iter().position(|end| line <= end)?;
                Some(first)
            });
            let place = place.ok_or_else(|| io::Error::other(error.text.clone()))?;
            all[place].messages.push(error.text);
        }
    }
}

/// What is wrong with a message, by the documentation.
pub(super) fn fault(group: &Group, message: &str) -> Option<String> {
    if message.contains("are the most of which it can be proved")
        || message.contains("too long for the proof")
    {
        let large = group
            .types
            .iter()
            .any(|one| one.variants.iter().any(is_large));
        return (!large).then(|| "nothing is too large".to_owned());
    }
    if message.contains("both hold an `other`") {
        let clash = all_entries(group).iter().any(clash_of_others);
        return (!clash).then(|| "no two types side by side have an `other`".to_owned());
    }
    let Some((_, from)) = message.split_once('"') else {
        return Some("not about a text".to_owned());
    };
    let words = [" under status ", " has two readings", " is also what"];
    let Some(end) = words
        .iter()
        .filter_map(|word| from.find(&format!("\"{word}")))
        .min()
    else {
        return Some("of an unknown kind".to_owned());
    };
    let witness = from[..end]
        .replace("\\u{20}", " ")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
    let is_ambiguous = |entries: &Entries<'_>, status: u16| {
        let in_message = message.contains(&format!(" under status {status}"));
        match ambiguity(entries, status, &witness) {
            Some(Ambiguity::Readings) => true,
            Some(Ambiguity::Forms) => in_message || !message.contains(" under status "),
            None => false,
        }
    };
    let true_witness = all_entries(group).iter().any(|entries| {
        let mut forms = entries.forms.iter();
        forms.any(|entry| is_ambiguous(entries, entry.plain.status))
    });
    (!true_witness).then(|| format!("the witness {witness:?} is not true"))
}

fn is_large(variant: &Variant) -> bool {
    match variant {
        Variant::Plain(plain) => plain.fields.len() > 31,
        Variant::Nested(_) | Variant::Other => false,
    }
}

/// What each type of the group decodes.
pub(super) fn all_entries(group: &Group) -> Vec<Entries<'_>> {
    let numbers = 0..group.types.len();
    numbers
        .map(|number| Entries::of(group, number, FieldType::Parameter))
        .collect()
}
