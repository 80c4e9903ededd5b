//! Constant strings must not name a field in braces, because they are not templates.

use syn::LitStr;

use crate::diagnostics::Diagnostics;
use crate::model::{Field, Header, Variant};

/// A fix is the same for every value.
pub(super) fn check_fix(variant: &Variant<'_>, fix: &LitStr, diagnostics: &mut Diagnostics) {
    if let Some(name) = named_field(&variant.fields, &fix.token().to_string()) {
        let message = format!(
            "a fix is a constant text, and `{{{name}}}` is shown as it stands: leave it out, or write `\\u{{7b}}{name}}}`"
        );
        diagnostics.at(fix, message);
    }
}

/// The value of a constant header is the same for every value.
pub(super) fn check_header(variant: &Variant<'_>, header: &Header, diagnostics: &mut Diagnostics) {
    if let Some(name) = named_field(&variant.fields, &header.literal) {
        let message = format!(
            "a constant header sends `{{{name}}}` as it stands: put `#[header({:?})]` on a field of its own, or write `\\u{{7b}}{name}}}`",
            header.name
        );
        diagnostics.span(header.span, message);
    }
}

/// The field that a literal names in braces. The literal is searched as it is written: an escaped brace is no placeholder.
fn named_field(fields: &[Field<'_>], literal: &str) -> Option<String> {
    let mut names = fields.iter().map(Field::name);
    names.find(|name| literal.contains(&format!("{{{name}}}")))
}
