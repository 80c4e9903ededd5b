//! Rules about a variant's status, details and fix.

use std::collections::BTreeSet;

use syn::{Attribute, Path};

use super::{constants, whitespace};
use crate::diagnostics::Diagnostics;
use crate::messages::prints_source;
use crate::model::{AttributeName, FieldRole, Form, Variant, misspelling_of};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    check_missing(variant, diagnostics);
    let mut seen = BTreeSet::new();
    for form in &variant.forms {
        let (template, literal) = (form.literal.value(), &form.literal);
        let is_empty = template.is_empty();
        if !seen.insert(template) {
            let message = format!("`{}` has this text twice: keep one", variant.ident);
            diagnostics.at(literal, message);
            continue;
        }
        if is_empty {
            let message = "an empty text tells a caller nothing: say what is wrong";
            diagnostics.at(literal, message);
        }
        check_fields(variant, form, diagnostics);
        whitespace::check(literal, diagnostics);
    }
    if let Some(fix) = &variant.fix {
        if fix.value().is_empty() {
            let message = "an empty fix helps nobody: say what the caller can do, or leave it out";
            diagnostics.at(fix, message);
        }
        constants::check_fix(variant, fix, diagnostics);
        whitespace::check(fix, diagnostics);
    }
    check_emission(variant, diagnostics);
}

/// A variant has a status and a detail.
fn check_missing(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let (ident, attributes) = (variant.ident, &variant.attributes);
    if attributes.reported.words {
        return;
    }
    let thiserror = attributes.thiserror.as_ref();
    let thiserror = thiserror.filter(|_| variant.forms.is_empty() && !attributes.reported.detail);
    if let Some(attribute) = thiserror.filter(|attribute| is_transparent(attribute)) {
        let message = format!(
            "`#[error(transparent)]` gives `{ident}` no status and no text: write `#[kate(transparent)]`, or `#[status(500)]` and `#[detail(\"...\")]`"
        );
        diagnostics.at(&attribute.meta, message);
        return;
    }
    let misspelled = |name| misspelling_of(&attributes.misspellings, &[name, AttributeName::Kate]);
    if variant.status.is_none() && !attributes.reported.status {
        if let Some(attribute) = misspelled(AttributeName::Status) {
            diagnostics.unknown(attribute);
        } else {
            let message = format!("`{ident}` has no status: write `#[status(404)]`");
            diagnostics.at(ident, message);
        }
    }
    if variant.forms.is_empty() && !attributes.reported.detail {
        if let Some(attribute) = misspelled(AttributeName::Detail) {
            diagnostics.unknown(attribute);
            return;
        }
        if let Some(attribute) = thiserror {
            // It names no variant, so that rustc prints one message for an attribute of the enum.
            let message = "`#[error]` is thiserror's, and gives the client no text: write `#[detail(\"...\")]`";
            diagnostics.at(attribute.path(), message);
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

/// Whether an attribute of thiserror's is `#[error(transparent)]`.
fn is_transparent(attribute: &Attribute) -> bool {
    let word = attribute.parse_args::<Path>();
    word.is_ok_and(|word| word.is_ident("transparent"))
}

/// A detail prints only fields that it may print.
fn check_fields(variant: &Variant<'_>, form: &Form, diagnostics: &mut Diagnostics) {
    let reported = variant.attributes.reported.words;
    let is_parsed = variant.is_parsed() && !reported;
    for index in form.fields() {
        let field = &variant.fields[index];
        if let Some(message) = prints_source(field).filter(|_| !reported) {
            diagnostics.at(&form.literal, message);
            continue;
        }
        let problem = match &field.role {
            FieldRole::Header(_) => "travels in a header: it cannot be in the text too",
            FieldRole::Skip(_) if is_parsed => "is skipped: it cannot be in the text too",
            FieldRole::Plain
            | FieldRole::Skip(_)
            | FieldRole::Source { .. }
            | FieldRole::Broken { .. } => continue,
        };
        diagnostics.at(&form.literal, format!("`{}` {problem}", field.name()));
    }
}

/// Every value can be written: some form requires no `Option`.
fn check_emission(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let is_total = |form: &Form| form.is_broken() || variant.required_options(form).is_empty();
    if variant.forms.iter().any(is_total) {
        return;
    }
    let Some(last) = variant.forms.last() else {
        return;
    };
    let misspellings = &variant.attributes.misspellings;
    if let Some(attribute) = misspelling_of(misspellings, &[AttributeName::Detail]) {
        diagnostics.unknown(attribute);
        return;
    }
    let required = variant.required_options(last).into_iter();
    let names: Vec<_> = required
        .map(|field| format!("`{}`", variant.fields[field].name()))
        .collect();
    let message = format!(
        "`{}` has no text for when {} is `None`: add a shorter `#[detail(\"...\")]` behind this one, or drop the `Option`",
        variant.ident,
        names.join(" or "),
    );
    diagnostics.at(&last.literal, message);
}
