//! Rules of a variant's status and texts.

use std::collections::BTreeSet;

use syn::LitStr;

use super::whitespace;
use crate::diagnostics::{Diagnostics, shows_source};
use crate::model::{Field, FieldRole, Form, Text, Variant, meant};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    missing(variant, diagnostics);
    let mut seen = BTreeSet::new();
    for form in &variant.forms {
        let (text, literal) = (form.literal.value(), &form.literal);
        let is_empty = text.is_empty();
        if !seen.insert(text) {
            let message = format!("`{}` has this text twice: keep one", variant.ident);
            diagnostics.at(literal, message);
            continue;
        }
        if is_empty {
            let message = "an empty text tells a caller nothing: say what is wrong";
            diagnostics.at(literal, message);
        }
        used(variant, form, diagnostics);
        whitespace::check(literal, diagnostics);
    }
    if let Some(fix) = &variant.fix {
        if fix.value().is_empty() {
            let message = "an empty fix helps nobody: say what the caller can do, or leave it out";
            diagnostics.at(fix, message);
        }
        constant(variant, fix, diagnostics);
        whitespace::check(fix, diagnostics);
    }
    emission(variant, diagnostics);
}

fn missing(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let (ident, own) = (variant.ident, &variant.own);
    if own.unknown.words {
        return;
    }
    if variant.status.is_none() && !own.unknown.status {
        if let Some(attribute) = meant(&own.misspellings, &["status", "kate"]) {
            diagnostics.unknown(attribute);
        } else {
            let message = format!("`{ident}` has no status: write `#[status(404)]`");
            diagnostics.at(ident, message);
        }
    }
    if variant.forms.is_empty() && !own.unknown.detail {
        if let Some(attribute) = meant(&own.misspellings, &["detail", "kate"]) {
            diagnostics.unknown(attribute);
            return;
        }
        let transparent = if variant.fields.len() == 1 {
            ", or `#[kate(transparent)]` if its field speaks for it"
        } else {
            ""
        };
        let message = format!("`{ident}` has no text: write `#[detail(\"...\")]`{transparent}");
        diagnostics.at(ident, message);
    }
}

/// The fields that a text shows are such as it may show, and each stands once.
fn used(variant: &Variant<'_>, form: &Form, diagnostics: &mut Diagnostics) {
    let parsed = variant.parsed() && !variant.own.unknown.words;
    let used = form.used();
    for (at, index) in used.iter().enumerate() {
        let field = &variant.fields[*index];
        if let Some(message) = shows_source(field).filter(|_| !variant.own.unknown.words) {
            diagnostics.at(&form.literal, message);
            continue;
        }
        let why = match &field.role {
            FieldRole::Header(_) => "travels in a header: it cannot be in the text too",
            FieldRole::Skip(_) if parsed => "is skipped: it cannot be in the text too",
            _ if parsed && used[..at].contains(index) => {
                "stands twice in this text: parsing could not tell which of the two is meant, so name it once"
            }
            _ => continue,
        };
        diagnostics.at(&form.literal, format!("`{}` {why}", field.name()));
    }
}

/// A fix says the same of every value.
fn constant(variant: &Variant<'_>, fix: &LitStr, diagnostics: &mut Diagnostics) {
    if let Some(name) = placeholder(&variant.fields, &fix.token().to_string()) {
        let message = format!(
            "a fix is a constant text, and `{{{name}}}` is shown as it stands: leave it out, or write `\\u{{7b}}{name}}}`"
        );
        diagnostics.at(fix, message);
    }
}

/// A field that a constant text names between braces, as it was written: an escape says that the brace is meant.
pub(super) fn placeholder(fields: &[Field<'_>], written: &str) -> Option<String> {
    let mut names = fields.iter().map(Field::name);
    names.find(|name| written.contains(&format!("{{{name}}}")))
}

/// Every value needs a form to be written in.
fn emission(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let fine = |form: &Form| matches!(form.text, Text::Broken) || variant.needs(form).is_empty();
    let Some(last) = variant
        .forms
        .last()
        .filter(|_| !variant.forms.iter().any(fine))
    else {
        return;
    };
    if let Some(attribute) = meant(&variant.own.misspellings, &["detail"]) {
        diagnostics.unknown(attribute);
        return;
    }
    let needed = variant.needs(last).into_iter();
    let names: Vec<_> = needed
        .map(|field| format!("`{}`", variant.fields[field].name()))
        .collect();
    let message = format!(
        "`{}` has no text for when {} is `None`: add a shorter `#[detail(\"...\")]` behind this one, or drop the `Option`",
        variant.ident,
        names.join(" or "),
    );
    diagnostics.at(&last.literal, message);
}
