//! Values of the types: how they are written, sent and printed, and what the documentation excepts of them.

use std::fmt::Write as _;

use super::decide::is_documented;
use super::entries::Entries;
use super::language::{debug, of_field, parses, values};
use super::model::{Field, FieldType, Group, Nested, Piece, Plain, Role, Side, Variant};
use crate::random::Random;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    /// The variants from the outer type to the innermost one.
    pub(super) path: Vec<usize>,
    pub(super) leaf: Leaf,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Leaf {
    /// The text of each field, `None` where it is `None`.
    Fields(Vec<Option<String>>),
    /// Status and detail.
    Other(u16, String),
}

/// The innermost variant of a value.
struct Innermost<'a> {
    plain: Option<&'a Plain>,
    side: Side,
    lossy: bool,
    emit_only: bool,
}

fn nested_argument(nested: &Nested, outer: FieldType) -> FieldType {
    match nested.argument {
        FieldType::Parameter => outer,
        concrete => concrete,
    }
}

fn concrete(field: &Field, argument: FieldType) -> FieldType {
    match field.of {
        FieldType::Parameter => argument,
        concrete => concrete,
    }
}

fn innermost<'a>(group: &'a Group, root: usize, value: &Value) -> Innermost<'a> {
    let mut innermost = Innermost {
        plain: None,
        side: Side::Left,
        lossy: false,
        emit_only: false,
    };
    let mut number = root;
    for index in &value.path {
        let outer = &group.types[number];
        let variant = &outer.variants[*index];
        innermost.side = outer.side;
        innermost.lossy |= variant.is_lossy();
        match variant {
            Variant::Nested(nested) => {
                innermost.emit_only |= nested.emit_only;
                number = nested.inner;
            }
            Variant::Plain(plain) => {
                innermost.emit_only |= plain.emit_only;
                innermost.plain = Some(plain);
            }
            Variant::Other => {}
        }
    }
    innermost
}

/// A random value of the type.
pub(super) fn draw(group: &Group, root: usize, pool: &[String], random: &mut Random) -> Value {
    let (mut number, mut argument) = (root, group.argument);
    let mut path = Vec::new();
    loop {
        let outer = &group.types[number];
        let index = random.below(outer.variants.len());
        path.push(index);
        match &outer.variants[index] {
            Variant::Nested(nested) => {
                number = nested.inner;
                argument = nested_argument(nested, argument);
            }
            Variant::Plain(plain) => {
                let fields = plain.fields.iter();
                let fields = fields
                    .map(|field| draw_field(field, argument, outer.side, pool, random))
                    .collect();
                return Value {
                    path,
                    leaf: Leaf::Fields(fields),
                };
            }
            Variant::Other => {
                let status = *random.pick(&[404, 409, 422, 500, 204]);
                let leaf = Leaf::Other(status, random.pick(pool).clone());
                return Value { path, leaf };
            }
        }
    }
}

fn draw_field(
    field: &Field,
    argument: FieldType,
    side: Side,
    pool: &[String],
    random: &mut Random,
) -> Option<String> {
    if field.optional && random.percent(25) {
        return None;
    }
    if field.role == Role::Header {
        return Some("7".to_owned());
    }
    let field_type = concrete(field, argument);
    if let (Some((_, all)), true) = (field.chars, random.percent(90)) {
        let all: Vec<char> = all.chars().collect();
        return Some((0..random.below(4)).map(|_| *random.pick(&all)).collect());
    }
    let known: Vec<&String> = pool
        .iter()
        .filter(|text| is_value(field_type, side, text))
        .collect();
    if !known.is_empty() && random.percent(60) {
        return Some((*random.pick(&known)).clone());
    }
    Some((*random.pick(values(field_type, side))).to_owned())
}

/// Whether the text is that of a value of the type.
pub(super) fn is_value(of: FieldType, side: Side, text: &str) -> bool {
    let in_language = match of {
        FieldType::Digits => text.chars().all(|one| one.is_ascii_digit()),
        FieldType::Id => text
            .chars()
            .all(|one| if side == Side::Left { "ab-" } else { "1 " }.contains(one)),
        _ => true,
    };
    in_language && parses(of, text)
}

/// Status and detail of the response.
pub(super) fn sent(group: &Group, root: usize, value: &Value) -> (u16, String) {
    match (&value.leaf, innermost(group, root, value).plain) {
        (Leaf::Fields(fields), Some(plain)) => {
            let form = plain.written(|field| fields[field].is_some());
            let mut text = String::new();
            for piece in &plain.forms[form] {
                match piece {
                    Piece::Literal(literal) => text.push_str(literal),
                    Piece::Field(field) => text.push_str(fields[*field].as_deref().unwrap_or("")),
                }
            }
            (plain.status, text)
        }
        (Leaf::Other(status, text), _) => (*status, text.clone()),
        (Leaf::Fields(_), None) => (0, String::new()),
    }
}

/// The value as it comes back, by the exceptions for fields that are not in the response.
pub(super) fn as_received(group: &Group, root: usize, value: &Value) -> Value {
    let mut received = value.clone();
    if let (Leaf::Fields(fields), Some(plain)) =
        (&mut received.leaf, innermost(group, root, value).plain)
    {
        let form = plain.written(|field| fields[field].is_some());
        for (number, field) in plain.fields.iter().enumerate() {
            match field.role {
                Role::Header => {}
                Role::Skipped => fields[number] = Some(String::new()),
                Role::Source => fields[number] = None,
                Role::Detail => {
                    if !plain.forms[form].contains(&Piece::Field(number)) {
                        fields[number] = None;
                    }
                }
            }
        }
    }
    received
}

/// Adds the header fields of a sent value to a value that was decoded from its detail.
pub(super) fn with_headers(group: &Group, root: usize, decoded: &Value, sent: &Value) -> Value {
    let mut decoded = decoded.clone();
    let header = |value: &Value| {
        let plain = innermost(group, root, value).plain?;
        let mut fields = plain.fields.iter();
        fields.position(|field| field.role == Role::Header)
    };
    let (to, from) = (header(&decoded), header(sent));
    if let (Some(to), Some(from), Leaf::Fields(fields), Leaf::Fields(sent)) =
        (to, from, &mut decoded.leaf, &sent.leaf)
    {
        fields[to].clone_from(&sent[from]);
    }
    decoded
}

/// Whether the documentation promises that the value comes back.
pub(super) fn is_promised(
    group: &Group,
    root: usize,
    entries: &Entries<'_>,
    value: &Value,
) -> bool {
    let innermost = innermost(group, root, value);
    if innermost.lossy || innermost.emit_only {
        return false;
    }
    match (&value.leaf, innermost.plain) {
        (Leaf::Fields(fields), Some(plain)) => {
            let form = plain.written(|field| fields[field].is_some());
            plain.forms[form].iter().all(|piece| match piece {
                Piece::Literal(_) => true,
                Piece::Field(number) => {
                    let text = fields[*number].as_deref().unwrap_or_default();
                    of_field(&plain.fields[*number], innermost.side).has(text)
                }
            })
        }
        (Leaf::Fields(_), None) => true,
        (Leaf::Other(status, text), _) => {
            let outer = &value.path[..value.path.len() - 1];
            let inner =
                |other: &[usize]| other.len() > value.path.len() && other.starts_with(outer);
            *status >= 400
                && !is_documented(entries, *status, text)
                && !entries.others.iter().any(|other| inner(&other.path))
        }
    }
}

/// The value as a Rust expression.
pub(super) fn expression(group: &Group, root: usize, value: &Value) -> String {
    show(group, root, group.argument, value, true)
}

/// The value as `Debug` prints it.
pub(super) fn printed(group: &Group, root: usize, value: &Value) -> String {
    show(group, root, group.argument, value, false)
}

fn show(group: &Group, number: usize, argument: FieldType, value: &Value, is_code: bool) -> String {
    let shown = &group.types[number];
    let index = value.path[0];
    let mut text = String::new();
    if is_code {
        let _ = write!(text, "{}::{}", group.name, shown.name);
        if shown.has_parameter {
            let _ = write!(text, "::<{}>", qualified(argument));
        }
        if !shown.is_struct {
            let _ = write!(text, "::V{index}");
        }
    } else if shown.is_struct {
        text.push_str(&shown.name);
    } else {
        let _ = write!(text, "V{index}");
    }
    match &shown.variants[index] {
        Variant::Nested(nested) => {
            let inner = Value {
                path: value.path[1..].to_vec(),
                leaf: value.leaf.clone(),
            };
            let argument = nested_argument(nested, argument);
            let inner = show(group, nested.inner, argument, &inner, is_code);
            if is_code && nested.boxed {
                let _ = write!(text, "(Box::new({inner}))");
            } else {
                let _ = write!(text, "({inner})");
            }
        }
        Variant::Other => {
            if let Leaf::Other(status, detail) = &value.leaf {
                let _ = if is_code {
                    write!(
                        text,
                        " {{ status: http::StatusCode::from_u16({status}).unwrap(), detail: {detail:?}.to_owned() }}"
                    )
                } else {
                    write!(text, " {{ status: {status}, detail: {detail:?} }}")
                };
            }
        }
        Variant::Plain(plain) => {
            if let Leaf::Fields(fields) = &value.leaf {
                text.push_str(&show_fields(plain, fields, argument, is_code));
            }
        }
    }
    text
}

/// A type as it is spelled outside of the modules of its group.
pub(super) fn qualified(of: FieldType) -> String {
    match of {
        FieldType::Ab => "own::Ab".to_owned(),
        other => other.spelled().to_owned(),
    }
}

fn show_fields(
    plain: &Plain,
    fields: &[Option<String>],
    argument: FieldType,
    is_code: bool,
) -> String {
    if plain.fields.is_empty() {
        return String::new();
    }
    let one = |(number, field): (usize, &Field)| {
        let field_type = concrete(field, argument);
        let value = match (&fields[number], field.role, is_code) {
            (None, _, _) => "None".to_owned(),
            (Some(_), Role::Source, _) => "own::Cause".to_owned(),
            (Some(text), _, true) => format!("own::parse({text:?})"),
            (Some(text), Role::Header, false) => text.clone(),
            (Some(text), _, false) => debug(field_type, text),
        };
        let value = if field.optional && fields[number].is_some() {
            format!("Some({value})")
        } else {
            value
        };
        if plain.is_tuple {
            value
        } else {
            format!("f{number}: {value}")
        }
    };
    let all: Vec<String> = plain.fields.iter().enumerate().map(one).collect();
    let all = all.join(", ");
    if plain.is_tuple {
        format!("({all})")
    } else {
        format!(" {{ {all} }}")
    }
}
