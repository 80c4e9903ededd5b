//! Messages about fields that more than one stage reports.

use crate::diagnostics::suggestion;
use crate::model::{Field, FieldRole, Variant};

/// The message for a detail that prints this field, if the field is a source that is not exposed.
pub(crate) fn prints_source(field: &Field<'_>) -> Option<String> {
    let FieldRole::Source { mark, .. } = field.role else {
        return None;
    };
    if field.words.expose.is_some() {
        return None;
    }
    let name = field.name();
    Some(if mark.is_some() {
        format!(
            "`{name}` is a source, which the client must not see: leave it out, or mark the field `#[kate(expose)]`"
        )
    } else {
        format!(
            "`{name}` is a source by its name, which the client must not see: leave it out, mark it `#[kate(expose)]`, or rename it"
        )
    })
}

/// The message for a name that no field of the variant has.
pub(crate) fn no_field(variant: &Variant<'_>, name: &str) -> String {
    let ident = variant.ident;
    let known: Vec<_> = variant.fields.iter().map(Field::name).collect();
    let Some(first) = known.first() else {
        return format!("`{ident}` has no field `{name}`: it has none");
    };
    let is_number = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let what = match (is_number(name), is_number(first)) {
        (true, false) => format!("the fields of `{ident}` have names, not numbers"),
        (false, true) => format!("the fields of `{ident}` have numbers, not names"),
        (true, true) | (false, false) => format!("`{ident}` has no field `{name}`"),
    };
    let near = if is_number(name) {
        String::new()
    } else {
        suggestion(name, known.iter().map(String::as_str))
    };
    if near.is_empty() {
        format!("{what}: it has `{}`", known.join("`, `"))
    } else {
        what + &near
    }
}
