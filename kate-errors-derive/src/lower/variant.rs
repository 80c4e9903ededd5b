//! Builds the variants of the model from their attributes and fields.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use syn::LitStr;

use super::detail;
use crate::attribute::Attributes;
use crate::diagnostics::Diagnostics;
use crate::model::{
    EmitOnly, Field, FieldRole, Header, Role, Variant, VariantAttributes, VariantKind, Words,
};

/// The parts that a variant is built from.
pub(super) struct Parts<'a> {
    pub(super) ident: &'a Ident,
    pub(super) kind: VariantKind,
    pub(super) fields: Vec<Field<'a>>,
    /// The variant's own, with the enum's defaults.
    pub(super) attributes: Attributes,
    /// The words on the container.
    pub(super) container: Words,
}

pub(super) fn lower<'a>(parts: Parts<'a>, diagnostics: &mut Diagnostics) -> Variant<'a> {
    let Parts {
        ident,
        kind,
        mut fields,
        mut attributes,
        container,
    } = parts;
    let role = role(&mut attributes, diagnostics);
    let is_marked =
        |field: &Field<'_>| matches!(field.role, FieldRole::Source { mark: Some(_), .. });
    if matches!(role, Role::Transparent(_)) || fields.iter().any(is_marked) {
        unmark_sources_by_name(&mut fields);
    }
    let mut variant = Variant {
        ident,
        kind,
        doc: attributes.doc,
        role,
        status: attributes.status,
        fix: attributes.fix,
        headers: attributes.headers,
        forms: Vec::new(),
        emit_only: emit_only(role, &attributes.words, &container, &fields),
        fields,
        words: attributes.words,
        is_broken: false,
        attributes: VariantAttributes {
            spans: attributes.spans,
            reported: attributes.reported,
            misspellings: attributes.misspellings,
            thiserror: attributes.thiserror,
        },
    };
    if let Role::Plain = role {
        let displays = container.no_display.is_none();
        variant.forms = detail::lower_all(attributes.details, &variant, displays, diagnostics);
    }
    variant
}

fn role(attributes: &mut Attributes, diagnostics: &mut Diagnostics) -> Role {
    match (attributes.words.transparent, attributes.words.other) {
        (None, None) => Role::Plain,
        (Some(span), None) => Role::Transparent(span),
        (None, Some(span)) => Role::Other(span),
        (Some(_), Some(span)) => {
            diagnostics.span(span, "a variant is `transparent` or `other`, not both");
            attributes.reported.words = true;
            Role::Plain
        }
    }
}

/// The name `source` has no special meaning in a transparent variant, where the field is the error itself, and beside a field that
/// is marked.
fn unmark_sources_by_name(fields: &mut [Field<'_>]) {
    for field in fields {
        if let FieldRole::Source {
            from: None,
            mark: None,
        } = field.role
        {
            field.role = FieldRole::Plain;
        }
    }
}

fn emit_only(
    role: Role,
    words: &Words,
    container: &Words,
    fields: &[Field<'_>],
) -> Option<EmitOnly> {
    // Whether a detail really prints an exposed source is a rule.
    let is_lost = |field: &Field<'_>| {
        matches!(field.role, FieldRole::Source { .. })
            && (field.option.is_none() || field.words.expose.is_some())
    };
    if container.emit_only.is_some() {
        Some(EmitOnly::Type)
    } else if words.emit_only.is_some() {
        Some(EmitOnly::Variant)
    } else if matches!(role, Role::Plain) && fields.iter().any(is_lost) {
        Some(EmitOnly::Source)
    } else {
        None
    }
}

/// Adds the headers of the enum, except those that the variant has itself, constant or in a field.
pub(super) fn inherit_headers(variant: &mut Variant<'_>, container: &[Header]) {
    if matches!(variant.role, Role::Transparent(_)) {
        return;
    }
    let in_fields = variant.fields.iter().filter_map(Field::header);
    let constant = variant.headers.iter().map(|header| header.name.clone());
    let own: BTreeSet<_> = constant.chain(in_fields.map(LitStr::value)).collect();
    let inherited = container
        .iter()
        .filter(|header| !own.contains(&header.name));
    variant.headers.extend(inherited.cloned());
}
