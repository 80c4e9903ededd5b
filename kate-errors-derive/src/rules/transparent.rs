//! Rules about transparent variants: everything comes from the only field, and only a fix may be added.

use proc_macro2::Span;
use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::{AttributeName, Field, FieldRole, Model, Role, Variant, argument_of};

pub(super) fn check(model: &Model<'_>, index: usize, word: Span, diagnostics: &mut Diagnostics) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if variant.fields.len() != 1 {
        let count = match variant.fields.len() {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        diagnostics.span(word, format!("`transparent` needs exactly one field, the error that speaks for `{ident}`: it has {count}"));
    }
    refuse_attributes(variant, "`transparent`: its field says it", diagnostics);
    for field in &variant.fields {
        check_field(field, diagnostics);
    }
    for field in &variant.fields {
        if is_container(model, field.ty) {
            diagnostics.at(
                field.ty,
                format!(
                    "`{}` would have to speak for itself: a transparent field holds another error",
                    model.ident()
                ),
            );
        } else if field.is_generic && variant.is_parsed() {
            check_generic(model, index, field, diagnostics);
        }
    }
    if let (Some(fix), Some(field)) = (&variant.fix, variant.fields.first()) {
        if field.is_generic {
            diagnostics.at(
                fix,
                "a fix cannot replace those of a generic type: its errors are not known here",
            );
        }
    }
}

/// Refuses attributes of plain variants. Other roles call it too.
pub(super) fn refuse_attributes(variant: &Variant<'_>, why: &str, diagnostics: &mut Diagnostics) {
    let refused = [
        AttributeName::Status,
        AttributeName::Detail,
        AttributeName::Header,
    ];
    for name in refused {
        if let Some(span) = variant.attributes.span_of(name) {
            let message = format!(
                "`#[{}]` does not belong on `{}`, which is {why}",
                name.as_str(),
                variant.ident
            );
            diagnostics.span(span, message);
        }
    }
}

fn check_field(field: &Field<'_>, diagnostics: &mut Diagnostics) {
    let mark = match &field.role {
        FieldRole::Header(name) => Some(("#[header]", name.span())),
        FieldRole::Skip(span) => Some(("#[kate(skip)]", *span)),
        FieldRole::Source { from: None, mark } => mark.map(|span| ("#[source]", span)),
        FieldRole::Source { from: Some(_), .. } | FieldRole::Plain | FieldRole::Broken { .. } => {
            None
        }
    };
    if let Some((mark, span)) = mark {
        let message = format!(
            "`{mark}` does not belong on a transparent field, which says everything itself: leave it out"
        );
        diagnostics.span(span, message);
    } else if field.option.is_some() {
        diagnostics.at(
            field.ty,
            "a transparent field cannot be an `Option`: without a value nothing would speak for it",
        );
    }
}

/// Whether a type is the container itself, in pointers or not.
fn is_container(model: &Model<'_>, ty: &Type) -> bool {
    if let Some(inner) = argument_of(ty, &["Box", "Arc"]) {
        return is_container(model, inner);
    }
    let Type::Path(path) = ty else {
        return false;
    };
    let mut segments = path.path.segments.iter();
    match (segments.next(), segments.next()) {
        (Some(only), None) => only.ident == "Self" || only.ident == *model.ident(),
        (Some(_) | None, _) => false,
    }
}

/// The errors of a generic type are known only where the type is used, which is too late for the proof.
fn check_generic(
    model: &Model<'_>,
    index: usize,
    field: &Field<'_>,
    diagnostics: &mut Diagnostics,
) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if !variant.is_lossy() {
        diagnostics.at(
            field.ty,
            format!(
                "the errors of this type are known only where `{ident}` is used, too late for the proof that they are told apart\n\
                 help: go without the proof with `#[kate(lossy)]`, or without parsing with `#[kate(emit_only)]`"
            ),
        );
        return;
    }
    // If two variants have the same detail, the earlier one is read. `lossy` is for the variant that is not read, so a generic
    // one must come after the variants that are not `lossy`.
    let mut later = model.variants[index..].iter();
    let loser = later.find(|other| {
        other.is_parsed() && !other.is_lossy() && !matches!(other.role, Role::Other(_))
    });
    if let Some(loser) = loser {
        diagnostics.at(
            field.ty,
            format!("`{ident}` could take the texts of `{}`, since nothing is known of this type here: move `{ident}` behind it", loser.ident),
        );
    }
}
