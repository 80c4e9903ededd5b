//! Rules of variants that do not speak for themselves.

use proc_macro2::Span;
use syn::{GenericArgument, Member, PathArguments, Type};

use crate::mistakes::Mistakes;
use crate::model::{EmitOnly, Field, FieldRole, Model, Role, Variant};

/// The field of a transparent variant says everything; a fix is all that may be added.
pub(super) fn transparent(model: &Model<'_>, index: usize, span: Span, mistakes: &mut Mistakes) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if variant.fields.len() != 1 {
        let count = match variant.fields.len() {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        mistakes.span(span, format!("`transparent` needs exactly one field, the error that speaks for `{ident}`: it has {count}"));
    }
    foreign(variant, "`transparent`: its field says it", mistakes);
    for field in &variant.fields {
        if !matches!(
            field.role,
            FieldRole::Plain | FieldRole::Source { from: Some(_), .. } | FieldRole::Broken
        ) {
            mistakes.at(
                field.anchor(),
                "the field of a transparent variant takes no attribute but `#[from]`: its own source is the variant's",
            );
        } else if field.option.is_some() {
            mistakes.at(
                field.ty,
                "the field of a transparent variant cannot be an `Option`: without a value nothing would speak for it",
            );
        }
    }
    for field in &variant.fields {
        if is_itself(model, field.ty) {
            mistakes.at(
                field.ty,
                format!(
                    "`{}` would have to speak for itself: a transparent field holds another error",
                    model.ident()
                ),
            );
        } else if field.generic && variant.parsed() {
            generic(model, index, field, mistakes);
        }
    }
    if let (Some(fix), Some(field)) = (&variant.fix, variant.fields.first()) {
        if field.generic {
            mistakes.at(
                fix,
                "a fix cannot replace those of a generic type: its errors are not known here",
            );
        }
    }
}

/// Whether a type is the container, boxed or not.
fn is_itself(model: &Model<'_>, ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if last.ident == "Box" => {
            arguments.args.iter().any(|argument| match argument {
                GenericArgument::Type(inner) => is_itself(model, inner),
                _ => false,
            })
        }
        _ => {
            path.path.segments.len() == 1 && (last.ident == "Self" || last.ident == *model.ident())
        }
    }
}

/// The errors of a type parameter are known only where the type is used, too late for the proof.
fn generic(model: &Model<'_>, index: usize, field: &Field<'_>, mistakes: &mut Mistakes) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if variant.lossy.is_none() {
        mistakes.at(
            field.ty,
            format!(
                "the errors of this type are known only where `{ident}` is used, too late for the proof that they are told apart\n\
                 help: go without the proof with `#[kate(lossy)]`, or without parsing with `#[kate(emit_only)]`"
            ),
        );
        return;
    }
    // `lossy` is for the variant that loses: before others it would win, and nobody would know.
    let behind = model.variants[index + 1..].iter();
    let taken = behind.filter(|other| {
        other.parsed() && other.lossy.is_none() && !matches!(other.role, Role::Other(_))
    });
    if let Some(other) = taken.into_iter().next() {
        mistakes.at(
            field.ty,
            format!("`{ident}` could take the texts of `{}`, since nothing is known of this type here: move `{ident}` behind it", other.ident),
        );
    }
}

/// Takes what no other variant matches.
pub(super) fn other(model: &Model<'_>, variant: &Variant<'_>, span: Span, mistakes: &mut Mistakes) {
    let first = model
        .variants
        .iter()
        .find(|variant| matches!(variant.role, Role::Other(_)));
    if let Some(first) = first.filter(|first| first.ident != variant.ident) {
        mistakes.span(
            span,
            format!(
                "only one variant can be `other`, and `{}` is already",
                first.ident
            ),
        );
    }
    let named = |name: &str| {
        variant.fields.iter().any(|field| {
            let own = matches!(&field.member, Member::Named(ident) if ident == name);
            own && matches!(field.role, FieldRole::Plain | FieldRole::Broken)
        })
    };
    if variant.fields.len() != 2 || !named("status") || !named("detail") {
        mistakes.span(
            span,
            "the fields of an `other` variant are `{ status: StatusCode, detail: String }`: what was received",
        );
    }
    foreign(variant, "`other`: it says what was received", mistakes);
    if let Some(fix) = variant.own.fix {
        mistakes.span(
            fix,
            "nobody knows the fix of an error that nothing describes: leave it out",
        );
    }
    if let Some(lossy) = variant.lossy {
        mistakes.span(
            lossy,
            "`other` takes what nothing else matches: it loses without `lossy`",
        );
    }
    if variant.emit_only == Some(EmitOnly::Variant) {
        mistakes.span(
            span,
            "`other` is for reading what nothing else matches: it cannot be `emit_only`",
        );
    }
}

fn foreign(variant: &Variant<'_>, why: &str, mistakes: &mut Mistakes) {
    let own = &variant.own;
    for (span, what) in [
        (own.status, "status"),
        (own.detail, "detail"),
        (own.header, "header"),
    ] {
        if let Some(span) = span {
            mistakes.span(
                span,
                format!(
                    "`#[{what}]` does not belong on `{}`, which is {why}",
                    variant.ident
                ),
            );
        }
    }
}
