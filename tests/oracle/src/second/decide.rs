//! What the documentation says of a text: what it is decoded to, and whether it makes a type ambiguous.

use super::entries::{Entries, Entry};
use super::language::parses;
use super::model::{FieldType, Role};
use super::reading::read;
use super::value::{Leaf, Value};

/// What is ambiguous about a text under one status.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ambiguity {
    /// One form reads it in two ways.
    Readings,
    /// Two forms match it.
    Forms,
}

/// What a response becomes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Decoded {
    Value(Value),
    Nothing,
    /// The documentation does not say.
    Unknown,
}

/// The first ambiguity that this text shows under the status.
pub(super) fn ambiguity(entries: &Entries<'_>, status: u16, text: &str) -> Option<Ambiguity> {
    let mut earlier = Vec::new();
    for entry in &entries.forms {
        let decided = !entry.emit_only || entry.is_constant();
        if entry.plain.status != status || !decided {
            continue;
        }
        let (count, _) = read(&entry.parts, text);
        if count == 0 {
            continue;
        }
        if count > 1 && !entry.lossy {
            return Some(Ambiguity::Readings);
        }
        if earlier.iter().any(|first: &&Entry<'_>| clash(first, entry)) {
            return Some(Ambiguity::Forms);
        }
        earlier.push(entry);
    }
    None
}

/// Whether two forms that match the same text are an ambiguity that nobody has accepted.
fn clash(first: &Entry<'_>, second: &Entry<'_>) -> bool {
    // No value is lost if the earlier form of a variant reads an old wording.
    if first.path == second.path && !second.is_written() {
        return false;
    }
    // A variant that is never decoded never wins.
    let loser = if first.emit_only && !second.emit_only {
        first
    } else {
        second
    };
    !loser.lossy
}

/// Whether two types side by side have an `other`, and the later one is not lossy.
pub(super) fn clash_of_others(entries: &Entries<'_>) -> bool {
    let others = &entries.others;
    others.iter().enumerate().any(|(index, second)| {
        others[..index].iter().any(|first| {
            let common = second.path.len() - 1;
            let outer = first.path.len() >= common && first.path[..common] == second.path[..common];
            !outer && !second.lossy
        })
    })
}

/// What the response is decoded to, without header fields.
pub(super) fn decode(entries: &Entries<'_>, status: u16, text: &str) -> Decoded {
    if status < 400 {
        return Decoded::Nothing;
    }
    for own in [true, false] {
        for entry in &entries.forms {
            let fits = if own {
                entry.plain.status == status
            } else {
                entry.plain.status != status && entry.accepts(status)
            };
            if entry.emit_only || !fits {
                continue;
            }
            let (count, fields) = read(&entry.parts, text);
            let parsed = fields
                .iter()
                .all(|(number, text)| parses(field_type(entry, *number), text));
            match (count, parsed) {
                (1.., true) => return Decoded::Value(value(entry, fields)),
                (2.., false) => return Decoded::Unknown,
                (0, _) | (1, false) => {}
            }
        }
    }
    match entries.others.first() {
        Some(other) => Decoded::Value(Value {
            path: other.path.clone(),
            leaf: Leaf::Other(status, text.to_owned()),
        }),
        None => Decoded::Nothing,
    }
}

/// Whether the detail is one of a documented error, under its status or one that it accepts.
pub(super) fn is_documented(entries: &Entries<'_>, status: u16, text: &str) -> bool {
    entries.forms.iter().any(|entry| {
        (entry.plain.status == status || entry.accepts(status)) && read(&entry.parts, text).0 > 0
    })
}

pub(super) fn field_type(entry: &Entry<'_>, number: usize) -> FieldType {
    match entry.plain.fields[number].of {
        FieldType::Parameter => entry.argument,
        concrete => concrete,
    }
}

fn value(entry: &Entry<'_>, read: Vec<(usize, String)>) -> Value {
    let mut fields: Vec<Option<String>> = entry
        .plain
        .fields
        .iter()
        .map(|field| (field.role == Role::Skipped && !field.optional).then(String::new))
        .collect();
    for (number, text) in read {
        fields[number] = Some(text);
    }
    Value {
        path: entry.path.clone(),
        leaf: Leaf::Fields(fields),
    }
}
