//! Generates the source of each peer from one description.

use std::fmt::Write as _;

use crate::describe::{Error, Piece, Type};

/// The types of all peers that decode, and the texts to decode.
#[must_use]
pub fn set(errors: &[Error]) -> String {
    [
        cases(
            "CONSTANTS",
            errors.iter().filter(|error| error.is_constant()),
        ),
        cases(
            "TEMPLATES",
            errors.iter().filter(|error| !error.is_constant()),
        ),
        ours("Ours", errors),
        parse_display("ParseDisplay", "::parse_display::FromStr", errors),
        strum("Strum", errors),
        hand("Hand", errors),
        hand_parse(errors),
        regex(errors),
    ]
    .concat()
}

fn cases<'a>(name: &str, errors: impl Iterator<Item = &'a Error>) -> String {
    let case = |error: &Error| format!("    ({}, {:?}),\n", error.status, error.sample());
    let cases: String = errors.map(case).collect();
    format!("pub(crate) const {name}: &[(u16, &str)] = &[\n{cases}];\n")
}

/// With this crate's derive.
#[must_use]
pub fn ours(name: &str, errors: &[Error]) -> String {
    enumeration(name, "::kate_errors::KateError", errors, |error| {
        format!(
            "#[status({})] #[detail({:?})]",
            error.status,
            error.template()
        )
    })
}

/// With thiserror's.
#[must_use]
pub fn thiserror(name: &str, errors: &[Error]) -> String {
    enumeration(name, "::thiserror::Error", errors, |error| {
        format!("#[error({:?})]", error.template())
    })
}

/// With parse-display's.
#[must_use]
pub fn parse_display(name: &str, derives: &str, errors: &[Error]) -> String {
    enumeration(name, derives, errors, |error| {
        format!("#[display({:?})]", error.template())
    })
}

/// With strum's, which reads constant texts only.
fn strum(name: &str, errors: &[Error]) -> String {
    enumeration(name, "::strum::EnumString", errors, |error| {
        if error.is_constant() {
            format!("#[strum(serialize = {:?})]", error.template())
        } else {
            "#[strum(disabled)]".to_owned()
        }
    })
}

/// Without a derive, for code by hand.
#[must_use]
pub fn hand(name: &str, errors: &[Error]) -> String {
    enumeration(name, "", errors, |_| String::new())
}

/// An enum with these derives, and an attribute for each variant.
pub fn enumeration(
    name: &str,
    derives: &str,
    errors: &[Error],
    attribute: impl Fn(&Error) -> String,
) -> String {
    let variant = |error: &Error| {
        let fields = error.fields().map(|(name, kind)| match kind {
            Type::U64 => format!("{name}: u64"),
            Type::String => format!("{name}: String"),
        });
        let fields = braced(&fields.collect::<Vec<_>>());
        format!("    {}\n    {}{fields},\n", attribute(error), error.name)
    };
    let variants: String = errors.iter().map(variant).collect();
    format!("#[derive(Debug, {derives})]\npub enum {name} {{\n{variants}}}\n")
}

/// Fields in braces, as in a definition, a pattern or a value.
fn braced(fields: &[String]) -> String {
    if fields.is_empty() {
        String::new()
    } else {
        format!(" {{ {} }}", fields.join(", "))
    }
}

fn names(error: &Error) -> Vec<String> {
    error.fields().map(|(name, _)| name.to_owned()).collect()
}

/// Code by hand that writes bodies: a `match` with constant bodies, and one pass for each text with fields.
#[must_use]
pub fn hand_emit(errors: &[Error]) -> String {
    let (mut ready, mut writes) = (String::new(), String::new());
    for error in errors {
        let pattern = format!("Self::{}{}", error.name, braced(&names(error)));
        if error.is_constant() {
            let body = wire(&error.template());
            let _ = writeln!(ready, "            {pattern} => b{body:?},");
        } else {
            let _ = writeln!(writes, "            {pattern} => {{ {} }}", pass(error));
        }
    }
    format!(
        "impl Hand {{
    fn ready(&self) -> Option<&'static [u8]> {{
        Some(match self {{
{ready}            _ => return None,
        }})
    }}

    pub fn body(&self) -> std::borrow::Cow<'static, [u8]> {{
        if let Some(body) = self.ready() {{
            return body.into();
        }}
        let mut out = Vec::with_capacity(128);
        self.write_body(&mut out);
        out.into()
    }}

    pub fn write_body(&self, out: &mut Vec<u8>) {{
        match self {{
{writes}            constant => out.extend_from_slice(constant.ready().unwrap_or_default()),
        }}
    }}
}}
"
    )
}

/// The body around a text that needs no escapes.
fn wire(text: &str) -> String {
    format!("{{\"detail\":\"{text}\"}}")
}

/// Statements that write the literals and fields of a body.
fn pass(error: &Error) -> String {
    let whole = wire(&error.text(|name, _| format!("\0{name}\0")));
    let mut kinds = error.fields().map(|(_, kind)| kind);
    let write = |(index, part): (usize, &str)| {
        if index % 2 == 0 {
            return format!("out.extend_from_slice(b{part:?});");
        }
        match kinds.next() {
            Some(Type::U64) => format!("crate::hand::integer(*{part}, out);"),
            _ => format!("crate::hand::escape({part}, out);"),
        }
    };
    whole
        .split('\0')
        .enumerate()
        .map(write)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Code by hand that reads: a `match` on the length and then on the text. Texts with fields are read in a function of their own, so that
/// constants do not pay for them.
#[must_use]
pub fn hand_parse(errors: &[Error]) -> String {
    let mut lengths: Vec<_> = errors
        .iter()
        .filter(|error| error.is_constant())
        .map(|error| error.template().len())
        .collect();
    lengths.sort_unstable();
    lengths.dedup();
    let mut switch = String::new();
    for length in lengths {
        let _ = writeln!(switch, "            {length} => match text {{");
        for error in errors
            .iter()
            .filter(|error| error.is_constant() && error.template().len() == length)
        {
            let (text, status, name) = (error.template(), error.status, &error.name);
            let _ = writeln!(
                switch,
                "                {text:?} if status == {status} => return Some(Self::{name}),"
            );
        }
        let _ = writeln!(switch, "                _ => {{}}\n            }},");
    }
    let splits: String = errors
        .iter()
        .filter(|error| !error.is_constant())
        .map(split)
        .collect();
    format!(
        "impl Hand {{
    pub fn parse(status: u16, text: &str) -> Option<Self> {{
        match text.len() {{
{switch}            _ => {{}}
        }}
        Self::parse_fields(status, text)
    }}

    #[inline(never)]
    fn parse_fields(status: u16, text: &str) -> Option<Self> {{
        let _ = (status, text);
{splits}        None
    }}
}}
"
    )
}

/// A condition that reads the literals and fields of a text one after the other.
fn split(error: &Error) -> String {
    let mut conditions = vec![format!("status == {}", error.status)];
    let mut values = Vec::new();
    let mut pieces = error.pieces.as_slice();
    loop {
        match pieces {
            [Piece::Literal(text), rest @ ..] => {
                conditions.push(format!("let Some(text) = text.strip_prefix({text:?})"));
                pieces = rest;
            }
            [Piece::Field(name, Type::U64), rest @ ..] => {
                conditions.push(format!(
                    "let Some(({name}, text)) = crate::hand::number(text)"
                ));
                values.push(name.clone());
                pieces = rest;
            }
            [
                Piece::Field(name, Type::String),
                Piece::Literal(next),
                rest @ ..,
            ] => {
                conditions.push(format!(
                    "let Some(({name}, text)) = crate::hand::split(text, {next:?})"
                ));
                values.push(format!("{name}: {name}.to_owned()"));
                pieces = rest;
            }
            [Piece::Field(name, Type::String), ..] => {
                values.push(format!("{name}: text.to_owned()"));
                break;
            }
            [] => {
                conditions.push("text.is_empty()".to_owned());
                break;
            }
        }
    }
    format!(
        "        if {} {{\n            return Some(Self::{}{});\n        }}\n",
        conditions.join("\n            && "),
        error.name,
        braced(&values)
    )
}

/// Code that reads with a set of regular expressions for all texts, and one more for each text with fields.
fn regex(errors: &[Error]) -> String {
    let expression = |error: &Error| {
        let escaped = error.text(|_, kind| match kind {
            Type::U64 => "\0(0|[1-9][0-9]*)\0".to_owned(),
            Type::String => "\0(.*)\0".to_owned(),
        });
        let mut parts = escaped.split('\0').enumerate();
        let escape = |(index, part): (usize, &str)| {
            if index % 2 == 0 {
                part.replace('.', "\\.")
            } else {
                part.to_owned()
            }
        };
        format!(
            "{:?}",
            format!("^{}$", parts.by_ref().map(escape).collect::<String>())
        )
    };
    let all: Vec<_> = errors.iter().map(expression).collect();
    let (mut arms, mut captured) = (String::new(), Vec::new());
    for (index, error) in errors.iter().enumerate() {
        if error.is_constant() {
            let _ = writeln!(arms, "        {index} => Hand::{},", error.name);
            continue;
        }
        let values = error
            .fields()
            .enumerate()
            .map(|(at, (name, kind))| match kind {
                Type::U64 => format!("{name}: fields[{}].parse().ok()?", at + 1),
                Type::String => format!("{name}: fields[{}].to_owned()", at + 1),
            });
        let _ = writeln!(
            arms,
            "        {index} => {{\n            let fields = captures[{}].captures(text)?;\n            Hand::{}{}\n        }}",
            captured.len(),
            error.name,
            braced(&values.collect::<Vec<_>>())
        );
        captured.push(all[index].clone());
    }
    let (all, captured) = (all.join(", "), captured.join(", "));
    format!(
        "pub(crate) fn regex(text: &str) -> Option<Hand> {{
    static EXPRESSIONS: std::sync::LazyLock<crate::expressions::Expressions> = std::sync::LazyLock::new(|| {{
        crate::expressions::compile(&[{all}], &[{captured}])
    }});
    let (set, captures) = &*EXPRESSIONS;
    let _ = captures;
    Some(match set.matches(text).iter().next()? {{
{arms}        _ => return None,
    }})
}}
"
    )
}
