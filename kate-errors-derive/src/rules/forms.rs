//! Rules of a variant's status and texts.

use super::unseen;
use crate::mistakes::Mistakes;
use crate::model::{FieldRole, Form, Text, Variant, meant};

pub(super) fn check(variant: &Variant<'_>, mistakes: &mut Mistakes) {
    missing(variant, mistakes);
    for (index, form) in variant.forms.iter().enumerate() {
        check_form(variant, form, mistakes);
        unseen::check(&form.literal, mistakes);
        let text = form.literal.value();
        if variant.forms[..index]
            .iter()
            .any(|earlier| earlier.literal.value() == text)
        {
            mistakes.at(
                &form.literal,
                format!("`{}` has this text twice: keep one", variant.ident),
            );
        }
    }
    if let Some(fix) = variant.fix.as_ref().filter(|fix| fix.value().is_empty()) {
        mistakes.at(
            fix,
            "an empty fix helps nobody: say what the caller can do, or leave it out",
        );
    }
    if let Some(fix) = &variant.fix {
        unseen::check(fix, mistakes);
    }
    emission(variant, mistakes);
    if variant.parsed() && !variant.own.broken_fields {
        restoration(variant, mistakes);
    }
}

fn missing(variant: &Variant<'_>, mistakes: &mut Mistakes) {
    let (ident, own) = (variant.ident, &variant.own);
    if variant.status.is_none() && !own.broken_status {
        match meant(&own.misspelt, &["status", "kate"]) {
            Some(attribute) => mistakes.unknown(attribute),
            None => mistakes.at(
                ident,
                format!("`{ident}` has no status: write `#[status(404)]`"),
            ),
        }
    }
    if variant.forms.is_empty() && !own.broken_detail {
        if let Some(attribute) = meant(&own.misspelt, &["detail", "kate"]) {
            mistakes.unknown(attribute);
            return;
        }
        let transparent = if variant.fields.len() == 1 {
            ", or `#[kate(transparent)]` if its field speaks for it"
        } else {
            ""
        };
        mistakes.at(
            ident,
            format!("`{ident}` has no text: write `#[detail(\"...\")]`{transparent}"),
        );
    }
}

fn check_form(variant: &Variant<'_>, form: &Form, mistakes: &mut Mistakes) {
    let literal = &form.literal;
    if literal.value().is_empty() {
        mistakes.at(
            literal,
            "an empty text tells a caller nothing: say what is wrong",
        );
    }
    let used: Vec<usize> = match &form.text {
        Text::Template { slots, .. } => slots.iter().map(|slot| slot.field).collect(),
        Text::Format { fields, .. } => fields.iter().map(|used| used.field).collect(),
        Text::Constant(_) | Text::Broken => Vec::new(),
    };
    for (at, index) in used.iter().enumerate() {
        let field = &variant.fields[*index];
        let name = field.name();
        let why = match &field.role {
            FieldRole::Source { .. } if field.expose.is_none() => {
                "is a source, which the client must not see: leave it out, or mark the field `#[kate(expose)]`"
            }
            FieldRole::Header(_) => "travels in a header: it cannot be in the text too",
            FieldRole::Skip if variant.parsed() => "is skipped: it cannot be in the text too",
            _ if variant.parsed() && used[..at].contains(index) => {
                "stands twice in this text: parsing could not tell which of the two is meant, so name it once"
            }
            _ => continue,
        };
        mistakes.at(literal, format!("`{name}` {why}"));
    }
}

/// Every value needs a form to be written in.
fn emission(variant: &Variant<'_>, mistakes: &mut Mistakes) {
    let Some(last) = variant.forms.last() else {
        return;
    };
    if let Some(attribute) = meant(&variant.own.misspelt, &["detail"]) {
        mistakes.unknown(attribute);
        return;
    }
    let broken = variant
        .forms
        .iter()
        .any(|form| matches!(form.text, Text::Broken));
    if broken
        || variant
            .forms
            .iter()
            .any(|form| variant.needs(form).is_empty())
    {
        return;
    }
    let names: Vec<_> = variant
        .needs(last)
        .iter()
        .map(|field| format!("`{}`", variant.fields[*field].name()))
        .collect();
    let message = format!(
        "`{}` has no text for when {} is `None`: add a shorter `#[detail(\"...\")]` behind this one, or drop the `Option`",
        variant.ident,
        names.join(" or "),
    );
    mistakes.at(&last.literal, message);
}

/// Every form must give back every field.
fn restoration(variant: &Variant<'_>, mistakes: &mut Mistakes) {
    for (index, field) in variant.fields.iter().enumerate() {
        if !matches!(field.role, FieldRole::Plain) || field.option.is_some() {
            continue;
        }
        let lacks = |form: &&Form| match &form.text {
            Text::Template { slots, .. } => slots.iter().all(|slot| slot.field != index),
            Text::Constant(_) => true,
            Text::Format { .. } | Text::Broken => false,
        };
        if let Some(form) = variant.forms.iter().find(lacks) {
            let name = field.name();
            let text = form.literal.value();
            let variants = meant(&variant.own.misspelt, &["kate"]);
            match meant(&field.misspelt, &["header", "source", "from", "kate"]).or(variants) {
                Some(attribute) => mistakes.unknown(attribute),
                None => mistakes.at(
                    field.anchor(),
                    format!(
                        "{text:?} does not give `{name}` back: put `{{{name}}}` into it, or make the field an `Option` (by that name, no alias)\n\
                         help: else mark it `#[kate(skip)]` (it comes back as its default) or `#[header(\"...\")]`, \
                         or the variant `#[kate(emit_only)]` (it is never parsed)"
                    ),
                ),
            }
        }
        if let syn::Type::Reference(_) = field.ty {
            mistakes.at(
                field.ty,
                "a reference cannot be parsed back: own the value (`String` for `&str`), or mark the type `#[kate(emit_only)]`",
            );
        }
    }
}
