//! What is ambiguous by the rules of the documentation.

use crate::brute;
use crate::model::{Enum, Form, Module, Piece, Role, written};
use crate::naive::{Part, matches, readings};

/// A form as one enum has it: its own, or one of an enum within.
#[derive(Debug)]
pub(crate) struct Row {
    /// The variants' indices and names, from the enum's own to the form's.
    pub(crate) path: Vec<(usize, String)>,
    pub(crate) status: u16,
    pub(crate) accept: Vec<u16>,
    pub(crate) parts: Vec<Part>,
    pub(crate) parsed: bool,
    /// How many fields the variant has, and which of them the form shows.
    pub(crate) fields: usize,
    pub(crate) shown: Vec<usize>,
    lossy: Lossy,
    /// Whether values are written so.
    written: bool,
}

/// Which variant on a row's path is lossy, if any is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lossy {
    No,
    Within,
    /// The enum's own.
    Own,
}

/// Why an enum is to be refused, or may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Must,
    May,
    Not,
}

/// All rows of an enum, those within in their place.
pub(crate) fn rows(module: &Module, one: &Enum) -> Vec<Row> {
    let mut rows = Vec::new();
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
                    rows.push(Row {
                        path: vec![head.clone()],
                        status: *status,
                        accept: accept.clone(),
                        parts: parts(form, |index| fields[index].ty),
                        parsed: !emit_only,
                        fields: fields.len(),
                        shown: form.fields().collect(),
                        lossy: if variant.lossy { Lossy::Own } else { Lossy::No },
                        written: written(forms, fields, at),
                    });
                }
            }
            Role::Transparent { inner, .. } => {
                for mut row in self::rows(module, &module.enums[*inner]) {
                    row.path.insert(0, head.clone());
                    row.lossy = match (variant.lossy, row.lossy) {
                        (true, _) => Lossy::Own,
                        (false, Lossy::No) => Lossy::No,
                        (false, _) => Lossy::Within,
                    };
                    rows.push(row);
                }
            }
        }
    }
    rows
}

fn parts(form: &Form, ty: impl Fn(usize) -> crate::language::Type) -> Vec<Part> {
    let part = |piece: &Piece| match piece {
        Piece::Literal(text) => Part::Literal(text.clone()),
        Piece::Field(index) => Part::Field(ty(*index)),
    };
    form.pieces.iter().map(part).collect()
}

impl Row {
    /// Whether what is read so is written so.
    pub(crate) fn written(&self) -> bool {
        self.written
    }

    /// Whether it is read, or a text that stands for itself.
    fn says(&self) -> bool {
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

fn alone(row: &Row) -> bool {
    row.path.len() == 1 && row.parsed && row.lossy != Lossy::Own
}

fn pair(a: &Row, b: &Row) -> Rule {
    if a.status != b.status || !a.says() || !b.says() {
        return Rule::Not;
    }
    if a.path[0] == b.path[0] {
        // Rows of an inner enum are its own affair.
        let own = a.path.len() + b.path.len() == 2;
        let counts = own && b.written && b.parsed && b.lossy != Lossy::Own;
        return if counts { Rule::Must } else { Rule::Not };
    }
    // The earlier one is read, unless it never is.
    let loser = if !a.parsed && b.parsed { a } else { b };
    match loser.lossy {
        Lossy::No => Rule::Must,
        Lossy::Within => Rule::May,
        Lossy::Own if loser.path.len() > 1 && !loser.parsed => Rule::May,
        Lossy::Own => Rule::Not,
    }
}

/// A text that shows why an enum must be refused.
pub(crate) fn ambiguity(rows: &[Row]) -> Option<String> {
    for (index, row) in rows.iter().enumerate() {
        if alone(row)
            && let Some(text) = brute::ambiguous(&row.parts)
        {
            return Some(format!("{text:?} has two readings by {}", row.own_name()));
        }
        for earlier in &rows[..index] {
            if pair(earlier, row) == Rule::Must
                && let Some(text) = brute::shared(&earlier.parts, &row.parts)
            {
                let (a, b) = (earlier.full_name(), row.full_name());
                return Some(format!("{text:?} is shared by {a} and {b}"));
            }
        }
    }
    None
}

/// Whether a compile error says something true of a text.
pub(crate) fn confirms(rows: &[Row], message: &str, text: &str) -> bool {
    let named = |row: &Row| {
        let name = row.own_name();
        message.contains(&format!("`{name}`")) || message.contains(&format!("::{name}`"))
    };
    if message.contains("two readings") {
        let two = |row: &Row| alone(row) && readings(&row.parts, text, 2).len() == 2;
        return rows.iter().any(two);
    }
    let one_variant = message.contains("earlier text of");
    rows.iter().enumerate().any(|(index, row)| {
        let mut earlier = rows[..index].iter();
        named(row)
            && matches(&row.parts, text)
            && earlier.any(|earlier| {
                pair(earlier, row) != Rule::Not
                    && named(earlier)
                    && one_variant == (earlier.path == row.path)
                    && matches(&earlier.parts, text)
            })
    })
}
