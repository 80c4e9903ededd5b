//! Builds the model from the attributes: applies the defaults of enums to their variants, and parses details.

mod arguments;
mod detail;
mod expression;
mod field;
mod format;
mod language;
mod pointer;
mod variant;

use proc_macro2::Ident;
use syn::{Data, DataEnum, DataStruct, DeriveInput};

use crate::attribute::{self, Attributes, Target};
use crate::diagnostics::Diagnostics;
use crate::model::{Doc, GenericParams, Model, Variant, VariantKind};
use variant::Parts;

pub(crate) fn lower<'a>(input: &'a DeriveInput, diagnostics: &mut Diagnostics) -> Model<'a> {
    let generic_params = GenericParams::new(input);
    let collect = |target, diagnostics: &mut Diagnostics| {
        attribute::collect(&input.attrs, target, diagnostics)
    };
    let (doc, words, variants) = match &input.data {
        Data::Struct(data) => {
            let attributes = collect(Target::Struct, diagnostics);
            let (doc, words) = (attributes.doc.clone(), attributes.words.clone());
            let variant = of_struct(&input.ident, data, attributes, &generic_params, diagnostics);
            (doc, words, vec![variant])
        }
        Data::Enum(data) => {
            let attributes = collect(Target::Enum, diagnostics);
            let variants = of_enum(data, &attributes, &generic_params, diagnostics);
            (attributes.doc, attributes.words, variants)
        }
        Data::Union(data) => {
            diagnostics.at(data.union_token, "a union cannot be an error: use an enum");
            // This is the only message, whatever the attributes say.
            let attributes = collect(Target::Enum, &mut Diagnostics::default());
            (Doc::default(), attributes.words, Vec::new())
        }
    };
    diagnostics.leave();
    Model {
        input,
        generic_params,
        doc,
        words,
        variants,
    }
}

fn of_struct<'a>(
    ident: &'a Ident,
    data: &'a DataStruct,
    attributes: Attributes,
    generic_params: &GenericParams,
    diagnostics: &mut Diagnostics,
) -> Variant<'a> {
    let parts = Parts {
        ident,
        kind: VariantKind::Struct,
        fields: field::lower_all(&data.fields, generic_params, diagnostics),
        container: attributes.words.clone(),
        attributes,
    };
    variant::lower(parts, diagnostics)
}

fn of_enum<'a>(
    data: &'a DataEnum,
    container: &Attributes,
    generic_params: &GenericParams,
    diagnostics: &mut Diagnostics,
) -> Vec<Variant<'a>> {
    let variants = data.variants.iter().enumerate().map(|(index, node)| {
        diagnostics.enter(index);
        let before = diagnostics.count();
        let mut attributes = attribute::collect(&node.attrs, Target::Variant, diagnostics);
        inherit(&mut attributes, container);
        let parts = Parts {
            ident: &node.ident,
            kind: VariantKind::OfEnum,
            fields: field::lower_all(&node.fields, generic_params, diagnostics),
            attributes,
            container: container.words.clone(),
        };
        let mut variant = variant::lower(parts, diagnostics);
        variant::inherit_headers(&mut variant, &container.headers);
        variant.is_broken = diagnostics.count() > before || container.reported.words;
        variant
    });
    variants.collect()
}

/// Attributes of an enum are the defaults of its variants. Headers are applied later, because headers of fields replace them too.
fn inherit(variant: &mut Attributes, container: &Attributes) {
    if variant.status.is_none() && !variant.reported.status {
        variant.status.clone_from(&container.status);
        variant.reported.status = container.reported.status;
    }
    variant.reported.detail |= container.reported.detail;
    variant.reported.words |= container.reported.words;
    variant.reported.fields |= container.reported.fields;
    variant
        .misspellings
        .extend(container.misspellings.iter().cloned());
    let is_plain = variant.words.transparent.is_none() && variant.words.other.is_none();
    if variant.fix.is_none() && is_plain {
        variant.fix.clone_from(&container.fix);
    }
    if variant.thiserror.is_none() && is_plain {
        variant.thiserror.clone_from(&container.thiserror);
    }
    if variant.details.is_empty() && !variant.reported.detail && is_plain {
        variant.details.clone_from(&container.details);
    }
}
