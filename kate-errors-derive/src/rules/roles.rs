//! Rules of variants that do not speak for themselves.

use proc_macro2::Span;
use syn::{GenericArgument, PathArguments, Type};

use crate::diagnostics::Diagnostics;
use crate::model::{EmitOnly, Field, FieldRole, Model, Role, Variant};

/// The field of a transparent variant says everything; a fix is all that may be added.
pub(super) fn transparent(
    model: &Model<'_>,
    index: usize,
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if variant.fields.len() != 1 {
        let count = match variant.fields.len() {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        diagnostics.span(span, format!("`transparent` needs exactly one field, the error that speaks for `{ident}`: it has {count}"));
    }
    foreign(variant, "`transparent`: its field says it", diagnostics);
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
            diagnostics.span(span, message);
        } else if field.option.is_some() {
            diagnostics.at(
                field.ty,
                "a transparent field cannot be an `Option`: without a value nothing would speak for it",
            );
        }
    }
    for field in &variant.fields {
        if is_itself(model, field.ty) {
            diagnostics.at(
                field.ty,
                format!(
                    "`{}` would have to speak for itself: a transparent field holds another error",
                    model.ident()
                ),
            );
        } else if field.generic && variant.parsed() {
            generic(model, index, field, diagnostics);
        }
    }
    if let (Some(fix), Some(field)) = (&variant.fix, variant.fields.first()) {
        if field.generic {
            diagnostics.at(
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
fn generic(model: &Model<'_>, index: usize, field: &Field<'_>, diagnostics: &mut Diagnostics) {
    let variant = &model.variants[index];
    let ident = variant.ident;
    if variant.lossy.is_none() {
        diagnostics.at(
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
        diagnostics.at(
            field.ty,
            format!("`{ident}` could take the texts of `{}`, since nothing is known of this type here: move `{ident}` behind it", other.ident),
        );
    }
}

/// Takes what no other variant matches.
pub(super) fn other(
    model: &Model<'_>,
    variant: &Variant<'_>,
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    let first = model
        .variants
        .iter()
        .find(|variant| matches!(variant.role, Role::Other(_)));
    if let Some(first) = first.filter(|first| first.ident != variant.ident) {
        diagnostics.span(
            span,
            format!(
                "only one variant can be `other`, and `{}` is already",
                first.ident
            ),
        );
    }
    other_fields(variant, span, diagnostics);
    foreign(variant, "`other`: it says what was received", diagnostics);
    if let Some(fix) = variant.own.span_of("fix") {
        diagnostics.span(
            fix,
            "nobody knows the fix of an error that nothing describes: leave it out",
        );
    }
    if let Some(lossy) = variant.lossy {
        diagnostics.span(
            lossy,
            "`other` takes what nothing else matches: it loses without `lossy`",
        );
    }
    if variant.emit_only == Some(EmitOnly::Variant) {
        diagnostics.span(
            span,
            "`other` is for reading what nothing else matches: it cannot be `emit_only`",
        );
    }
}

/// `status` and `detail`, as they were received, and nothing else.
fn other_fields(variant: &Variant<'_>, span: Span, diagnostics: &mut Diagnostics) {
    const WANTED: &str = "`status: StatusCode` and `detail: String`, as they were received";
    let known = |field: &Field<'_>| matches!(&*field.name(), "status" | "detail");
    let foreign = variant.fields.iter().find(|field| !known(field));
    if let Some(field) = foreign {
        let message = format!("the fields of `other` are {WANTED}: it has no other");
        diagnostics.at(field.anchor(), message);
    } else if variant.fields.len() < 2 {
        let message = format!("`other` needs the fields {WANTED}");
        diagnostics.span(span, message);
    }
    for field in variant.fields.iter().filter(|field| known(field)) {
        let mark = match &field.role {
            FieldRole::Plain | FieldRole::Broken { .. } => continue,
            FieldRole::Header(name) => name.span(),
            FieldRole::Skip(span) => *span,
            FieldRole::Source { mark, .. } => mark.unwrap_or(span),
        };
        diagnostics.span(
            mark,
            "the fields of `other` are what was received: leave this mark out",
        );
    }
}

fn foreign(variant: &Variant<'_>, why: &str, diagnostics: &mut Diagnostics) {
    for what in ["status", "detail", "header"] {
        if let Some(span) = variant.own.span_of(what) {
            let message = format!(
                "`#[{what}]` does not belong on `{}`, which is {why}",
                variant.ident
            );
            diagnostics.span(span, message);
        }
    }
}
