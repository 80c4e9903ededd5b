//! Rules of variants that do not speak for themselves.

use proc_macro2::Span;
use syn::{GenericArgument, PathArguments, Type};

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
        let mark = match &field.role {
            FieldRole::Header(name) => Some(("#[header]", name.span())),
            FieldRole::Skip(span) => Some(("#[kate(skip)]", *span)),
            FieldRole::Source {
                from: None,
                mark: Some(span),
            } => Some(("#[source]", *span)),
            _ => None,
        };
        if let Some((mark, span)) = mark {
            let message = format!(
                "`{mark}` does not belong on a transparent field, which says everything itself: leave it out"
            );
            mistakes.span(span, message);
        } else if field.option.is_some() {
            mistakes.at(
                field.ty,
                "a transparent field cannot be an `Option`: without a value nothing would speak for it",
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
    // `lossy` is for the variant that loses, as this one is: before others it would win, and nobody would know.
    let behind = model.variants[index..].iter();
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
    other_fields(variant, span, mistakes);
    foreign(variant, "`other`: it says what was received", mistakes);
    if let Some(fix) = variant.own.place("fix") {
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

/// `status` and `detail`, as they were received, and nothing else.
fn other_fields(variant: &Variant<'_>, span: Span, mistakes: &mut Mistakes) {
    const WANTED: &str = "`status: StatusCode` and `detail: String`, as they were received";
    let known = |field: &Field<'_>| matches!(&*field.name(), "status" | "detail");
    let foreign = variant.fields.iter().find(|field| !known(field));
    if let Some(field) = foreign {
        let message = format!("the fields of `other` are {WANTED}: it has no other");
        mistakes.at(field.anchor(), message);
    } else if variant.fields.len() < 2 {
        let message = format!("`other` needs the fields {WANTED}");
        mistakes.span(span, message);
    }
    for field in variant.fields.iter().filter(|field| known(field)) {
        let mark = match &field.role {
            FieldRole::Plain | FieldRole::Broken { .. } => continue,
            FieldRole::Header(name) => name.span(),
            FieldRole::Skip(span) => *span,
            FieldRole::Source { mark, .. } => mark.unwrap_or(span),
        };
        mistakes.span(
            mark,
            "the fields of `other` are what was received: leave this mark out",
        );
    }
}

fn foreign(variant: &Variant<'_>, why: &str, mistakes: &mut Mistakes) {
    for what in ["status", "detail", "header"] {
        if let Some(span) = variant.own.place(what) {
            let message = format!(
                "`#[{what}]` does not belong on `{}`, which is {why}",
                variant.ident
            );
            mistakes.span(span, message);
        }
    }
}
