//! Rules of variants that do not speak for themselves.

use proc_macro2::Span;
use syn::Member;

use crate::mistakes::Mistakes;
use crate::model::{EmitOnly, FieldRole, Model, Role, Variant};

/// The field of a transparent variant says everything; a fix is all that may be added.
pub(super) fn transparent(variant: &Variant<'_>, span: Span, mistakes: &mut Mistakes) {
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
    if let Some(field) = variant.fields.first().filter(|field| field.generic) {
        if variant.lossy.is_none() && variant.parsed() {
            mistakes.at(
                field.ty,
                format!(
                    "the errors of this type are known only where `{ident}` is used, too late for the proof that they are told apart\n\
                     help: go without the proof with `#[kate(lossy)]`, or without parsing with `#[kate(emit_only)]`"
                ),
            );
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
