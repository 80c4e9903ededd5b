//! Every text of a variant that is parsed back must give back every field.

use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::{Field, FieldRole, Form, Text, Variant, meant};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let unknown = variant.own.unknown;
    if !variant.parsed() || unknown.words || unknown.fields {
        return;
    }
    for (index, field) in variant.fields.iter().enumerate() {
        let plain = matches!(field.role, FieldRole::Plain);
        let header = matches!(field.role, FieldRole::Header(_)) && field.option.is_some();
        if !plain && !header {
            continue;
        }
        if let Type::Reference(_) = field.inner() {
            let message = "a reference cannot be parsed back: own the value (`String` for `&str`), or mark the type `#[kate(emit_only)]`";
            diagnostics.at(field.inner(), message);
        } else if crate::lower::option(field.inner()).is_some() {
            let message = "an `Option` in an `Option` has no text of its own: drop one";
            diagnostics.at(field.inner(), message);
        } else if plain && field.option.is_none() {
            given_back(variant, index, field, diagnostics);
        }
    }
}

fn given_back(
    variant: &Variant<'_>,
    index: usize,
    field: &Field<'_>,
    diagnostics: &mut Diagnostics,
) {
    let lacks = |form: &&Form| !matches!(form.text, Text::Broken) && !form.shows(index);
    let Some(form) = variant.forms.iter().find(lacks) else {
        return;
    };
    let marks = meant(&field.misspellings, &["header", "source", "from", "kate"]);
    if let Some(attribute) = marks.or(meant(&variant.own.misspellings, &["kate"])) {
        diagnostics.unknown(attribute);
        return;
    }
    let (name, text) = (field.name(), form.literal.value());
    if let Some(attribute) = &field.foreign {
        let mark = if attribute.path().is_ident("from") {
            "#[from]"
        } else {
            "#[source]"
        };
        diagnostics.at(
            attribute,
            format!("`{mark}` takes no arguments: write `{mark}`"),
        );
    } else if text.contains(&format!("{{{{{name}}}}}")) {
        let message = format!("`{{{{{name}}}}}` prints braces: write `{{{name}}}` for the field");
        diagnostics.at(&form.literal, message);
    } else {
        diagnostics.at(
            field.anchor(),
            format!(
                "{text:?} does not give `{name}` back: put `{{{name}}}` into it, or make the field an `Option` (by that name, no alias)\n\
                 help: else mark the field `#[kate(skip)]` (it comes back as its default) or `#[source]`, or the {} `#[kate(emit_only)]`",
                variant.kind,
            ),
        );
    }
}
