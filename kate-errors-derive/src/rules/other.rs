//! Rules about the variant marked `#[kate(other)]`, which takes what no other variant matches.

use proc_macro2::Span;

use super::transparent::refuse_attributes;
use crate::diagnostics::Diagnostics;
use crate::model::{AttributeName, EmitOnly, Field, FieldRole, Model, Role, Variant};

pub(super) fn check(
    model: &Model<'_>,
    variant: &Variant<'_>,
    word: Span,
    diagnostics: &mut Diagnostics,
) {
    let first = model
        .variants
        .iter()
        .find(|variant| matches!(variant.role, Role::Other(_)));
    if let Some(first) = first.filter(|first| first.ident != variant.ident) {
        diagnostics.span(
            word,
            format!(
                "only one variant can be `other`, and `{}` is already",
                first.ident
            ),
        );
    }
    check_fields(variant, word, diagnostics);
    refuse_attributes(variant, "`other`: it says what was received", diagnostics);
    if let Some(fix) = variant.attributes.span_of(AttributeName::Fix) {
        diagnostics.span(
            fix,
            "nobody knows the fix of an error that nothing describes: leave it out",
        );
    }
    if let Some(lossy) = variant.words.lossy {
        diagnostics.span(
            lossy,
            "`other` takes what nothing else matches: it loses without `lossy`",
        );
    }
    if variant.emit_only == Some(EmitOnly::Variant) {
        diagnostics.span(
            word,
            "`other` is for reading what nothing else matches: it cannot be `emit_only`",
        );
    }
}

/// The fields are `status` and `detail`, without marks.
fn check_fields(variant: &Variant<'_>, word: Span, diagnostics: &mut Diagnostics) {
    const WANTED: &str = "`status: StatusCode` and `detail: String`, as they were received";
    let is_known = |field: &Field<'_>| matches!(&*field.name(), "status" | "detail");
    let unknown = variant.fields.iter().find(|field| !is_known(field));
    if let Some(field) = unknown {
        let message = format!("the fields of `other` are {WANTED}: it has no other");
        diagnostics.at(field.name_or_type(), message);
    } else if variant.fields.len() < 2 {
        let message = format!("`other` needs the fields {WANTED}");
        diagnostics.span(word, message);
    }
    for field in variant.fields.iter().filter(|field| is_known(field)) {
        let mark = match &field.role {
            FieldRole::Plain | FieldRole::Broken { .. } => continue,
            FieldRole::Header(name) => name.span(),
            FieldRole::Skip(span) => *span,
            FieldRole::Source { mark, .. } => mark.unwrap_or(word),
        };
        diagnostics.span(
            mark,
            "the fields of `other` are what was received: leave this mark out",
        );
    }
}
