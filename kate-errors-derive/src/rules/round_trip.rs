//! Every form of a variant that is parsed gives back every field.

use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::{
    AttributeName, Field, FieldRole, Form, Variant, misspelling_of, option_argument,
};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let reported = variant.attributes.reported;
    if !variant.is_parsed() || reported.words || reported.fields {
        return;
    }
    for (index, field) in variant.fields.iter().enumerate() {
        let is_plain = match field.role {
            FieldRole::Plain => true,
            FieldRole::Header(_) if field.option.is_some() => false,
            FieldRole::Header(_)
            | FieldRole::Skip(_)
            | FieldRole::Source { .. }
            | FieldRole::Broken { .. } => continue,
        };
        if let Type::Reference(_) = field.inner() {
            let message = "a reference cannot be parsed back: own the value (`String` for `&str`), or mark the type `#[kate(emit_only)]`";
            diagnostics.at(field.inner(), message);
        } else if option_argument(field.inner()).is_some() {
            let message = "an `Option` in an `Option` has no text of its own: drop one";
            diagnostics.at(field.inner(), message);
        } else if is_plain && field.option.is_none() {
            check_printed(variant, index, field, diagnostics);
        }
    }
}

/// Every form prints the field.
fn check_printed(
    variant: &Variant<'_>,
    index: usize,
    field: &Field<'_>,
    diagnostics: &mut Diagnostics,
) {
    let lacks_field = |form: &&Form| !form.is_broken() && !form.names(index);
    let Some(form) = variant.forms.iter().find(lacks_field) else {
        return;
    };
    let marks = [
        AttributeName::Header,
        AttributeName::Source,
        AttributeName::From,
        AttributeName::Kate,
    ];
    let misspelled = misspelling_of(&field.misspellings, &marks)
        .or_else(|| misspelling_of(&variant.attributes.misspellings, &[AttributeName::Kate]));
    if let Some(attribute) = misspelled {
        diagnostics.unknown(attribute);
        return;
    }
    let (name, template) = (field.name(), form.literal.value());
    if let Some(attribute) = &field.mark_with_arguments {
        let mark = if attribute.path().is_ident("from") {
            "#[from]"
        } else {
            "#[source]"
        };
        diagnostics.at(
            attribute,
            format!("`{mark}` takes no arguments: write `{mark}`"),
        );
    } else if template.contains(&format!("{{{{{name}}}}}")) {
        let message = format!("`{{{{{name}}}}}` prints braces: write `{{{name}}}` for the field");
        diagnostics.at(&form.literal, message);
    } else {
        diagnostics.at(
            field.name_or_type(),
            format!(
                "{template:?} does not give `{name}` back: put `{{{name}}}` into it, or make the field an `Option` (by that name, no alias)\n\
                 help: else mark the field `#[kate(skip)]` (it comes back as its default) or `#[source]`, or the {} `#[kate(emit_only)]`",
                variant.noun(),
            ),
        );
    }
}
