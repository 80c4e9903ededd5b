//! Groups as Rust code.

use std::fmt::Write as _;

use super::model::{Accept, Field, Group, Nested, Piece, Plain, Role, Side, Type, Variant};
use super::value::qualified;

/// The types of fields that all groups share. `left` and `right` both have an `Id`.
pub(super) const OWN: &str = r#"#![allow(dead_code, unused_imports, non_local_definitions)]
pub mod own {
    #[derive(Debug, PartialEq)]
    pub struct Cause;
    impl std::fmt::Display for Cause {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("cause") }
    }
    impl std::error::Error for Cause {}
    pub fn parse<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T { text.parse().unwrap() }
    macro_rules! own {
        ($name:ident, $takes:expr $(, $chars:literal)?) => {
            #[derive(PartialEq)]
            pub struct $name(String);
            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{:?}", self.0) }
            }
            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
            }
            impl std::str::FromStr for $name {
                type Err = String;
                fn from_str(text: &str) -> Result<Self, String> {
                    let takes: fn(char) -> bool = $takes;
                    if text.chars().all(takes) { Ok(Self(text.to_owned())) } else { Err(text.to_owned()) }
                }
            }
            $(impl kate_errors::DetailText for $name {
                const LANGUAGE: kate_errors::Language = kate_errors::Language::chars($chars);
            })?
        };
    }
    pub(crate) use own;
    own!(Ab, |c| "ab".contains(c), "a-b");
    own!(Digits, |c| c.is_ascii_digit(), "0-9 ");
    own!(Free, |_| true);
    pub type Number = u8;
    pub type Text = String;
}
pub mod left { crate::own::own!(Id, |c| "ab-".contains(c), "a-b-"); }
pub mod right { crate::own::own!(Id, |c| "1 ".contains(c), "1 "); }
"#;

pub(super) fn group(group: &Group) -> String {
    let mut source = format!("pub mod {} {{\n", group.name);
    for (side, own, other) in [
        (Side::Left, "left", "right"),
        (Side::Right, "right", "left"),
    ] {
        let _ = writeln!(source, "pub mod {own} {{");
        let _ = writeln!(
            source,
            "use crate::own::{{Ab, Cause, Free, Number, Text}};\nuse crate::{own}::Id;\nuse super::{other}::*;\nuse http::StatusCode;\nuse kate_errors::KateError;"
        );
        for one in group.types.iter().filter(|one| one.side == side) {
            source.push_str(&one_type(group, one));
        }
        source.push_str("}\n");
    }
    source.push_str("pub use left::*;\npub use right::*;\n}\n");
    source
}

fn one_type(group: &Group, one: &Type) -> String {
    let mut source = String::from("#[derive(Debug, PartialEq, KateError)]\n");
    if let Some(member) = group.member {
        let _ = writeln!(source, "#[kate(member = {member:?})]");
    }
    let parameter = if one.has_parameter { "<T>" } else { "" };
    if one.is_struct {
        let (attributes, body) = variant(group, &one.variants[0], true);
        let _ = writeln!(
            source,
            "{attributes}pub struct {}{parameter}{body}",
            one.name
        );
        return source;
    }
    let _ = writeln!(source, "pub enum {}{parameter} {{", one.name);
    for (index, of) in one.variants.iter().enumerate() {
        let (attributes, body) = variant(group, of, false);
        let _ = writeln!(source, "{attributes}V{index}{body},");
    }
    source.push_str("}\n");
    source
}

fn variant(group: &Group, variant: &Variant, is_struct: bool) -> (String, String) {
    match variant {
        Variant::Plain(plain) => (plain_attributes(plain), fields(plain, is_struct)),
        Variant::Nested(nested) => nested_variant(group, nested, is_struct),
        Variant::Other => (
            "#[kate(other)]\n".to_owned(),
            " { status: StatusCode, detail: String }".to_owned(),
        ),
    }
}

fn words(lossy: bool, emit_only: bool) -> String {
    let mut source = String::new();
    if lossy {
        source.push_str("#[kate(lossy)]\n");
    }
    if emit_only {
        source.push_str("#[kate(emit_only)]\n");
    }
    source
}

fn plain_attributes(plain: &Plain) -> String {
    let accept = match &plain.accept {
        Accept::Own => String::new(),
        Accept::Any => ", accept(any)".to_owned(),
        Accept::Also(statuses) => {
            let all: Vec<String> = statuses.iter().map(u16::to_string).collect();
            format!(", accept({})", all.join(", "))
        }
    };
    let mut source = format!("#[status({}{accept})]\n", plain.status);
    for form in &plain.forms {
        let _ = writeln!(source, "#[detail(\"{}\")]", template(plain, form));
    }
    source + &words(plain.lossy, plain.emit_only)
}

/// The template as it stands in a string literal.
fn template(plain: &Plain, form: &[Piece]) -> String {
    let mut text = String::new();
    for (index, piece) in form.iter().enumerate() {
        match piece {
            Piece::Field(number) if plain.is_tuple => {
                let _ = write!(text, "{{{number}}}");
            }
            Piece::Field(number) => {
                let _ = write!(text, "{{f{number}}}");
            }
            Piece::Literal(literal) => {
                // Spaces at the ends of a template must be escapes.
                let (first, last) = (index == 0, index + 1 == form.len());
                let inner = literal.trim();
                let (start, end) = literal.split_once(inner).unwrap_or_default();
                let spaces = |spaces: &str, escaped: bool| {
                    if escaped {
                        spaces.replace(' ', "\\u{20}")
                    } else {
                        spaces.to_owned()
                    }
                };
                text.push_str(&spaces(start, first));
                text.push_str(&inner.replace('{', "{{"));
                text.push_str(&spaces(end, last || (inner.is_empty() && first)));
            }
        }
    }
    text
}

fn fields(plain: &Plain, is_struct: bool) -> String {
    if plain.fields.is_empty() {
        return if is_struct { ";" } else { "" }.to_owned();
    }
    let one = |(number, field): (usize, &Field)| {
        let mut source = match field.role {
            Role::Detail => String::new(),
            Role::Skipped => "#[kate(skip)] ".to_owned(),
            Role::Header => format!("#[header(\"x-f{number}\")] "),
            Role::Source => "#[source] ".to_owned(),
        };
        if let Some((written, _)) = field.chars {
            let _ = write!(source, "#[kate(chars = {written:?})] ");
        }
        if is_struct {
            source.push_str("pub ");
        }
        if !plain.is_tuple {
            let _ = write!(source, "f{number}: ");
        }
        let spelled = match field.role {
            Role::Source => "Cause",
            Role::Detail | Role::Skipped | Role::Header => field.of.spelled(),
        };
        if field.optional {
            let _ = write!(source, "Option<{spelled}>");
        } else {
            source.push_str(spelled);
        }
        source
    };
    let all: Vec<String> = plain.fields.iter().enumerate().map(one).collect();
    let all = all.join(", ");
    match (plain.is_tuple, is_struct) {
        (true, true) => format!("({all});"),
        (true, false) => format!("({all})"),
        (false, _) => format!(" {{ {all} }}"),
    }
}

fn nested_variant(group: &Group, nested: &Nested, is_struct: bool) -> (String, String) {
    let inner = &group.types[nested.inner];
    let mut spelled = inner.name.clone();
    if inner.has_parameter {
        let _ = write!(spelled, "<{}>", nested.argument.spelled());
    }
    if nested.boxed {
        spelled = format!("Box<{spelled}>");
    }
    let attributes = "#[kate(transparent)]\n".to_owned() + &words(nested.lossy, nested.emit_only);
    let body = if is_struct {
        format!("(pub {spelled});")
    } else {
        format!("({spelled})")
    };
    (attributes, body)
}

/// A type of the group, outside of its modules.
pub(super) fn type_of(group: &Group, number: usize) -> String {
    let one = &group.types[number];
    let argument = if one.has_parameter {
        format!("<{}>", qualified(group.argument))
    } else {
        String::new()
    };
    format!("{}::{}{argument}", group.name, one.name)
}
