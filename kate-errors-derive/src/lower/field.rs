//! Builds the fields of the model from their attributes.

use proc_macro2::Ident;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Fields, Index, Member};

use super::{language, pointer};
use crate::attribute::{self, Attributes, Target};
use crate::diagnostics::Diagnostics;
use crate::model::{Field, FieldRole, GenericParams, option_argument};

pub(super) fn lower_all<'a>(
    fields: &'a Fields,
    generic_params: &GenericParams,
    diagnostics: &mut Diagnostics,
) -> Vec<Field<'a>> {
    let fields = fields.iter().enumerate();
    fields
        .map(|(index, node)| lower(index, node, generic_params, diagnostics))
        .collect()
}

fn lower<'a>(
    index: usize,
    node: &'a syn::Field,
    generic_params: &GenericParams,
    diagnostics: &mut Diagnostics,
) -> Field<'a> {
    let before = diagnostics.count();
    let attributes = attribute::collect(&node.attrs, Target::Field, diagnostics);
    let is_broken = diagnostics.count() > before;
    let (option, is_generic) = (option_argument(&node.ty), generic_params.named_in(&node.ty));
    let read = pointer::read_type(option.unwrap_or(&node.ty));
    Field {
        language: language::of_field(&attributes.words, &read.ty, is_generic),
        read,
        member: match &node.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index {
                index: u32::try_from(index).unwrap_or(u32::MAX),
                span: node.ty.span(),
            }),
        },
        argument_name: node
            .ident
            .clone()
            .unwrap_or_else(|| format_ident!("_{index}")),
        ty: &node.ty,
        option,
        role: role(node.ident.as_ref(), &attributes, is_broken, diagnostics),
        words: attributes.words,
        misspellings: attributes.misspellings,
        mark_with_arguments: attributes.mark_with_arguments,
        is_generic,
        names_container: generic_params.container_named_in(&node.ty),
    }
}

fn role(
    name: Option<&Ident>,
    attributes: &Attributes,
    is_broken: bool,
    diagnostics: &mut Diagnostics,
) -> FieldRole {
    let from = attributes.from;
    let source = match from {
        Some(span) => Some(("#[from]", span)),
        None => attributes.source.map(|span| ("#[source]", span)),
    };
    let header = attributes.field_header.as_ref();
    let header = header.map(|name| ("#[header]", name.span()));
    let skip = attributes.words.skip.map(|span| ("#[kate(skip)]", span));
    let marks: Vec<_> = [header, skip, source].into_iter().flatten().collect();
    if let [(first, _), (second, span), ..] = marks[..] {
        let message = format!("`{first}` and `{second}` do not go together on one field: keep one");
        diagnostics.span(span, message);
        return FieldRole::Broken { from };
    }
    if is_broken {
        FieldRole::Broken { from }
    } else if let Some(name) = &attributes.field_header {
        FieldRole::Header(name.clone())
    } else if let Some(span) = attributes.words.skip {
        FieldRole::Skip(span)
    } else if source.is_some() || name.is_some_and(|name| name == "source") {
        let mark = source.map(|(_, span)| span);
        FieldRole::Source { from, mark }
    } else {
        FieldRole::Plain
    }
}
