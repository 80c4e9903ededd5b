//! The forms of a type and of all types that it holds, in the order in which decoding tries them.

use super::language::of_field;
use super::model::{Accept, FieldType, Group, Piece, Plain, Side, Variant};
use super::reading::Part;

/// One form, seen from an outer type.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// The variants from the outer type to this one.
    pub(super) path: Vec<usize>,
    pub(super) plain: &'a Plain,
    pub(super) form: usize,
    pub(super) parts: Vec<Part>,
    /// The argument of the type with the form.
    pub(super) argument: FieldType,
    /// Whether it or a variant around it is lossy.
    pub(super) lossy: bool,
    pub(super) emit_only: bool,
}

/// A variant with `#[kate(other)]`, seen from an outer type.
#[derive(Debug)]
pub(super) struct OtherEntry {
    pub(super) path: Vec<usize>,
    pub(super) lossy: bool,
}

/// What a type decodes.
#[derive(Debug)]
pub(super) struct Entries<'a> {
    pub(super) forms: Vec<Entry<'a>>,
    /// The inner ones come first.
    pub(super) others: Vec<OtherEntry>,
}

impl<'a> Entries<'a> {
    pub(super) fn of(group: &'a Group, number: usize, argument: FieldType) -> Self {
        let mut entries = Self {
            forms: Vec::new(),
            others: Vec::new(),
        };
        entries.add(group, number, argument, &[], false);
        entries
    }

    fn add(
        &mut self,
        group: &'a Group,
        number: usize,
        argument: FieldType,
        path: &[usize],
        lossy: bool,
    ) {
        let mut own_other = None;
        let side = group.types[number].side;
        for (index, variant) in group.types[number].variants.iter().enumerate() {
            let mut path = path.to_vec();
            path.push(index);
            let lossy = lossy || variant.is_lossy();
            match variant {
                Variant::Plain(plain) => {
                    for form in 0..plain.forms.len() {
                        self.forms.push(Entry {
                            path: path.clone(),
                            plain,
                            form,
                            parts: parts(plain, form, side),
                            argument,
                            lossy,
                            emit_only: plain.emit_only,
                        });
                    }
                }
                Variant::Nested(nested) if nested.emit_only => {}
                Variant::Nested(nested) => {
                    let inner = match nested.argument {
                        FieldType::Parameter => argument,
                        concrete => concrete,
                    };
                    self.add(group, nested.inner, inner, &path, lossy);
                }
                Variant::Other => own_other = Some(OtherEntry { path, lossy }),
            }
        }
        self.others.extend(own_other);
    }
}

fn parts(plain: &Plain, form: usize, side: Side) -> Vec<Part> {
    let part = |piece: &Piece| match piece {
        Piece::Literal(literal) => Part::Literal(literal.chars().collect()),
        Piece::Field(number) => Part::Field {
            number: *number,
            language: of_field(&plain.fields[*number], side),
        },
    };
    plain.forms[form].iter().map(part).collect()
}

impl Entry<'_> {
    pub(super) fn is_constant(&self) -> bool {
        self.parts
            .iter()
            .all(|part| matches!(part, Part::Literal(_)))
    }

    /// Whether a value can be written in this form: each form before it has an `Option` field.
    pub(super) fn is_written(&self) -> bool {
        let optional = |piece: &Piece| match piece {
            Piece::Literal(_) => false,
            Piece::Field(field) => self.plain.fields[*field].optional,
        };
        let mut earlier = self.plain.forms[..self.form].iter();
        earlier.all(|form| form.iter().any(optional))
    }

    pub(super) fn accepts(&self, status: u16) -> bool {
        match &self.plain.accept {
            Accept::Own => false,
            Accept::Also(statuses) => statuses.contains(&status),
            Accept::Any => status >= 400,
        }
    }
}
