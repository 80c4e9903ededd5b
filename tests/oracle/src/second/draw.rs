//! Random groups of types.

use super::model::{
    Accept, Characters, Field, FieldType, Group, Nested, Piece, Plain, Role, Side, Type, Variant,
};
use crate::random::Random;

const LITERALS: [&str; 22] = [
    "a", "b", " ", "1", "a ", " b", "-", "ab", "x", " x ", ": ", "1 ", " 1", "aa", ".", "{", "é",
    " a ", "ba", "true", "x", " ",
];

const CHARACTERS: [Characters; 5] = [
    ("a-b", "ab"),
    ("0-9", "0123456789"),
    ("a1-", "a1-"),
    ("x ", "x "),
    ("é.", "é."),
];

const TYPES: [FieldType; 18] = [
    FieldType::String,
    FieldType::String,
    FieldType::String,
    FieldType::U8,
    FieldType::U8,
    FieldType::I8,
    FieldType::U64,
    FieldType::NonZeroU8,
    FieldType::Bool,
    FieldType::Char,
    FieldType::F32,
    FieldType::Ipv4Addr,
    FieldType::Ab,
    FieldType::Digits,
    FieldType::Free,
    FieldType::Id,
    FieldType::Number,
    FieldType::Text,
];

pub(super) fn group(name: String, random: &mut Random) -> Group {
    let member = random.percent(15).then_some("error");
    let count = 1 + random.below(4);
    let mut types: Vec<Type> = Vec::new();
    for number in 0..count {
        let drawn = one_type(number, &types, random);
        types.push(drawn);
    }
    Group {
        name,
        member,
        types,
        argument: *random.pick(&FieldType::ARGUMENTS),
    }
}

fn one_type(number: usize, earlier: &[Type], random: &mut Random) -> Type {
    let is_struct = random.percent(20);
    let parameter = random.percent(20);
    let count = if is_struct { 1 } else { 1 + random.below(4) };
    let mut variants = Vec::new();
    for _ in 0..count {
        let variant = if !earlier.is_empty() && random.percent(45) {
            Variant::Nested(nested(earlier, parameter, random))
        } else {
            Variant::Plain(plain(parameter, &variants, random))
        };
        variants.push(variant);
    }
    if is_struct {
        decoded(&mut variants[0]);
    }
    // Nothing is known of a nested type that depends on a parameter, so it must be the last one.
    variants.sort_by_key(|variant| match variant {
        Variant::Nested(nested) => nested.argument == FieldType::Parameter,
        Variant::Plain(_) | Variant::Other => false,
    });
    if !is_struct && random.percent(25) {
        let at = random.below(variants.len() + 1);
        variants.insert(at, Variant::Other);
    }
    let uses_parameter = |variant: &Variant| match variant {
        Variant::Plain(plain) => {
            let mut fields = plain.fields.iter();
            fields.any(|field| field.of == FieldType::Parameter)
        }
        Variant::Nested(nested) => nested.argument == FieldType::Parameter,
        Variant::Other => false,
    };
    Type {
        name: format!("E{number}"),
        side: if random.percent(35) {
            Side::Right
        } else {
            Side::Left
        },
        is_struct,
        has_parameter: variants.iter().any(uses_parameter),
        variants,
    }
}

/// A struct with `emit_only` has no `Decode`.
fn decoded(variant: &mut Variant) {
    match variant {
        Variant::Plain(plain) => plain.emit_only = false,
        Variant::Nested(nested) => {
            nested.emit_only = false;
            nested.argument = FieldType::ARGUMENTS[0];
        }
        Variant::Other => {}
    }
}

fn nested(earlier: &[Type], parameter: bool, random: &mut Random) -> Nested {
    let inner = random.below(earlier.len());
    let lossy = random.percent(25);
    let emit_only = random.percent(5);
    // The proof of a nested type that depends on a parameter comes too late: that is refused.
    let passed = parameter && earlier[inner].has_parameter && (lossy || emit_only);
    Nested {
        inner,
        argument: if passed && random.percent(50) {
            FieldType::Parameter
        } else {
            *random.pick(&FieldType::ARGUMENTS)
        },
        boxed: random.percent(20),
        lossy,
        emit_only,
    }
}

fn plain(parameter: bool, earlier: &[Variant], random: &mut Random) -> Plain {
    let large = random.percent(2);
    let mut fields: Vec<Field> = if large {
        let of = *random.pick(&[FieldType::Bool, FieldType::Ab, FieldType::U8]);
        (0..random.below(4) + 30).map(|_| required(of)).collect()
    } else {
        (0..random.below(4))
            .map(|_| field(parameter, random))
            .collect()
    };
    let mut forms = forms(&fields, large, random);
    // Many conflicts are between forms that are alike.
    let alike = match earlier.last() {
        Some(Variant::Plain(other)) if random.percent(25) => {
            alike(&other.forms[0], &fields, random)
        }
        _ => None,
    };
    if let Some(alike) = alike {
        forms.retain(|form| *form != alike);
        forms.insert(0, alike);
    }
    for (percent, role) in [(6, Role::Skipped), (6, Role::Header), (4, Role::Source)] {
        if random.percent(percent) {
            fields.push(Field {
                of: if role == Role::Header {
                    FieldType::U8
                } else {
                    FieldType::String
                },
                optional: role != Role::Skipped,
                chars: None,
                role,
            });
        }
    }
    let statuses = [404, 404, 404, 404, 409, 409, 422];
    let status = *random.pick(&statuses);
    Plain {
        status,
        accept: match random.below(20) {
            0..2 => Accept::Any,
            2..5 => {
                let mut other = vec![404, 409, 422];
                other.retain(|one| *one != status);
                Accept::Also(other[random.below(2)..].to_vec())
            }
            _ => Accept::Own,
        },
        forms,
        is_tuple: random.percent(40),
        fields,
        lossy: random.percent(if large { 50 } else { 18 }),
        emit_only: random.percent(6),
    }
}

fn required(of: FieldType) -> Field {
    Field {
        of,
        optional: false,
        chars: None,
        role: Role::Detail,
    }
}

fn field(parameter: bool, random: &mut Random) -> Field {
    let field_type = if parameter && random.percent(50) {
        FieldType::Parameter
    } else {
        *random.pick(&TYPES)
    };
    let any = matches!(
        field_type,
        FieldType::String | FieldType::Free | FieldType::Text
    );
    Field {
        of: field_type,
        optional: random.percent(25),
        chars: (any && random.percent(35)).then(|| *random.pick(&CHARACTERS)),
        role: Role::Detail,
    }
}

/// The first form with all fields, then one without the optional ones, then old ones.
fn forms(fields: &[Field], large: bool, random: &mut Random) -> Vec<Vec<Piece>> {
    let all: Vec<usize> = (0..fields.len()).collect();
    let needed: Vec<usize> = all
        .iter()
        .copied()
        .filter(|one| !fields[*one].optional)
        .collect();
    let mut forms = Vec::new();
    if needed.len() < all.len() {
        forms.push(form(&all, large, random));
    }
    forms.push(form(&needed, large, random));
    if random.percent(15) && !large {
        let old = if random.percent(50) { &all } else { &needed };
        forms.push(form(old, large, random));
    }
    let last = forms.len() - 1;
    if forms[..last].contains(&forms[last]) {
        forms.pop();
    }
    forms
}

fn form(fields: &[usize], large: bool, random: &mut Random) -> Vec<Piece> {
    let mut left = fields.to_vec();
    let mut pieces = Vec::new();
    literal(&mut pieces, 60, random);
    while !left.is_empty() {
        let field = if large { 0 } else { random.below(left.len()) };
        pieces.push(Piece::Field(left.remove(field)));
        if large {
            pieces.push(Piece::Literal(",".to_owned()));
        } else {
            literal(&mut pieces, if left.is_empty() { 40 } else { 85 }, random);
        }
    }
    if pieces.is_empty() {
        literal(&mut pieces, 100, random);
    }
    pieces
}

fn literal(pieces: &mut Vec<Piece>, percent: usize, random: &mut Random) {
    if random.percent(percent) {
        let text: String = (0..=random.below(2))
            .map(|_| *random.pick(&LITERALS))
            .collect();
        pieces.push(Piece::Literal(text));
    }
}

/// The form with this type's fields, one literal left out.
fn alike(form: &[Piece], fields: &[Field], random: &mut Random) -> Option<Vec<Piece>> {
    let count = form
        .iter()
        .filter(|piece| matches!(piece, Piece::Field(_)))
        .count();
    if count != fields.len() || fields.iter().any(|field| field.optional) {
        return None;
    }
    let mut pieces = Vec::new();
    let mut number = 0;
    for piece in form {
        match piece {
            Piece::Field(_) => {
                pieces.push(Piece::Field(number));
                number += 1;
            }
            Piece::Literal(_) if random.percent(25) => {}
            Piece::Literal(text) => match pieces.last_mut() {
                Some(Piece::Literal(before)) => before.push_str(text),
                _ => pieces.push(Piece::Literal(text.clone())),
            },
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}
