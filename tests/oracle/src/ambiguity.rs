//! Decides which enums are ambiguous, by the rules of the documentation.

use crate::brute_force;
use crate::model::{Enum, Form, Module, Piece, Role, written};
use crate::readings::{Part, matches, readings};

/// A form of an enum, or of an enum in one of its transparent variants.
#[derive(Debug)]
pub(crate) struct FormEntry {
    /// The indices and names of the variants, from that of the enum to that of the form.
    pub(crate) path: Vec<(usize, String)>,
    pub(crate) status: u16,
    pub(crate) accept: Vec<u16>,
    pub(crate) parts: Vec<Part>,
    pub(crate) parsed: bool,
    /// The number of fields of the variant.
    pub(crate) fields: usize,
    /// The fields of the placeholders.
    pub(crate) placeholders: Vec<usize>,
    lossy: Lossy,
    /// Whether a value is written in this form.
    written: bool,
}

/// Which variant on the path of an entry is lossy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lossy {
    No,
    Within,
    /// The variant of the enum itself.
    Own,
}

/// Whether the compiler refuses an enum with two entries that match one detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Must,
    May,
    Not,
}

/// All entries of an enum, with those of enums in transparent variants in their order.
pub(crate) fn entries(module: &Module, one: &Enum) -> Vec<FormEntry> {
    let mut entries = Vec::new();
    for (index, variant) in one.variants.iter().enumerate() {
        let head = (index, variant.name.clone());
        match &variant.role {
            Role::Own {
                status,
                accept,
                fields,
                forms,
                emit_only,
                ..
            } => {
                for (at, form) in forms.iter().enumerate() {
                    entries.push(FormEntry {
                        path: vec![head.clone()],
                        status: *status,
                        accept: accept.clone(),
                        parts: parts(form, |index| fields[index].ty),
                        parsed: !emit_only,
                        fields: fields.len(),
                        placeholders: form.fields().collect(),
                        lossy: if variant.lossy { Lossy::Own } else { Lossy::No },
                        written: written(forms, fields, at),
                    });
                }
            }
            Role::Transparent { inner, .. } => {
                for mut entry in self::entries(module, &module.enums[*inner]) {
                    entry.path.insert(0, head.clone());
                    entry.lossy = match (variant.lossy, entry.lossy) {
                        (true, _) => Lossy::Own,
                        (false, Lossy::No) => Lossy::No,
                        (false, Lossy::Within | Lossy::Own) => Lossy::Within,
                    };
                    entries.push(entry);
                }
            }
        }
    }
    entries
}

fn parts(form: &Form, ty: impl Fn(usize) -> crate::language::Type) -> Vec<Part> {
    let part = |piece: &Piece| match piece {
        Piece::Literal(literal) => Part::Literal(literal.clone()),
        Piece::Placeholder(index) => Part::Field(ty(*index)),
    };
    form.pieces.iter().map(part).collect()
}

impl FormEntry {
    /// Whether a value is written in this form.
    pub(crate) fn written(&self) -> bool {
        self.written
    }

    /// Whether the proof compares the form: it is parsed, or it is a constant.
    fn is_compared(&self) -> bool {
        self.parsed
            || self
                .parts
                .iter()
                .all(|part| matches!(part, Part::Literal(_)))
    }

    pub(crate) fn full_name(&self) -> String {
        let names: Vec<_> = self.path.iter().map(|(_, name)| name.as_str()).collect();
        names.join(".")
    }

    fn own_name(&self) -> &str {
        self.path.last().map_or("", |(_, name)| name)
    }
}

fn is_checked_alone(entry: &FormEntry) -> bool {
    entry.path.len() == 1 && entry.parsed && entry.lossy != Lossy::Own
}

fn rule(a: &FormEntry, b: &FormEntry) -> Rule {
    if a.status != b.status || !a.is_compared() || !b.is_compared() {
        return Rule::Not;
    }
    if !a.parsed && !b.parsed {
        return Rule::Not;
    }
    if a.path[0] == b.path[0] {
        // The inner enum is checked on its own.
        let own = a.path.len() + b.path.len() == 2;
        let counts = own && b.written && b.parsed && b.lossy != Lossy::Own;
        return if counts { Rule::Must } else { Rule::Not };
    }
    // The earlier form is decoded, unless it is never parsed.
    let loser = if !a.parsed && b.parsed { a } else { b };
    match loser.lossy {
        Lossy::No => Rule::Must,
        Lossy::Within => Rule::May,
        Lossy::Own if loser.path.len() > 1 && !loser.parsed => Rule::May,
        Lossy::Own => Rule::Not,
    }
}

/// A reason to refuse an enum, with a witness.
pub(crate) fn ambiguity(entries: &[FormEntry]) -> Option<String> {
    for (index, entry) in entries.iter().enumerate() {
        if is_checked_alone(entry)
            && let Some(detail) = brute_force::ambiguous(&entry.parts)
        {
            return Some(format!(
                "{detail:?} has two readings by {}",
                entry.own_name()
            ));
        }
        for earlier in &entries[..index] {
            if rule(earlier, entry) == Rule::Must
                && let Some(detail) = brute_force::shared(&earlier.parts, &entry.parts)
            {
                let (a, b) = (earlier.full_name(), entry.full_name());
                return Some(format!("{detail:?} is shared by {a} and {b}"));
            }
        }
    }
    None
}

/// Whether the message of a compile error is true of its witness.
pub(crate) fn confirms(entries: &[FormEntry], message: &str, witness: &str) -> bool {
    let named = |entry: &FormEntry| {
        let name = entry.own_name();
        message.contains(&format!("`{name}`")) || message.contains(&format!("::{name}`"))
    };
    if message.contains("two readings") {
        let two = |entry: &FormEntry| {
            is_checked_alone(entry) && readings(&entry.parts, witness, 2).len() == 2
        };
        return entries.iter().any(two);
    }
    let one_variant = message.contains("earlier text of");
    entries.iter().enumerate().any(|(index, entry)| {
        let mut earlier = entries[..index].iter();
        named(entry)
            && matches(&entry.parts, witness)
            && earlier.any(|earlier| {
                rule(earlier, entry) != Rule::Not
                    && named(earlier)
                    && one_variant == (earlier.path == entry.path)
                    && matches(&earlier.parts, witness)
            })
    })
}
