//! From syntax to the model: attributes are put together, defaults are handed down, templates taken apart.

mod format;
mod text;

use std::collections::BTreeSet;

use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, GenericArgument, Index, Member, PathArguments, Type};

use crate::attribute::{self, Attributes, Target};
use crate::diagnostics::Diagnostics;
use crate::generics::Params;
use crate::model::{ContainerWords, EmitOnly, Field, FieldRole, Header, Model, Own, Role, Variant};

pub(crate) fn lower<'a>(input: &'a DeriveInput, diagnostics: &mut Diagnostics) -> Model<'a> {
    let params = Params::new(&input.generics);
    let target = if matches!(input.data, Data::Struct(_)) {
        Target::Struct
    } else {
        Target::Enum
    };
    // Of a union nothing else is worth saying.
    let mut unsaid = Diagnostics::default();
    let heard = if matches!(input.data, Data::Union(_)) {
        &mut unsaid
    } else {
        &mut *diagnostics
    };
    let mut attributes = attribute::collect(&input.attrs, target, heard);
    let words = ContainerWords {
        emit_only: attributes.words.emit_only.take(),
        no_display: attributes.words.no_display,
        member: attributes.words.member.take(),
        krate: attributes.words.krate.take(),
        frameworks: std::mem::take(&mut attributes.words.frameworks),
    };
    let emit_only = words.emit_only.map(|_| EmitOnly::Type);
    let mut variants = Vec::new();
    let mut doc = std::mem::take(&mut attributes.doc);
    match &input.data {
        Data::Struct(data) => {
            attributes.doc.paragraphs.clone_from(&doc.paragraphs);
            let fields = fields(&data.fields, &params, diagnostics);
            let path = quote!(Self);
            variants.push(variant(
                Item {
                    ident: &input.ident,
                    kind: "struct",
                    path,
                    fields,
                    attributes,
                    emit_only,
                    own_display: words.no_display.is_none(),
                },
                diagnostics,
            ));
        }
        Data::Enum(data) => {
            for (index, node) in data.variants.iter().enumerate() {
                diagnostics.enter(index);
                let before = diagnostics.count();
                let mut own = attribute::collect(&node.attrs, Target::Variant, diagnostics);
                inherit(&mut own, &attributes);
                let fields = fields(&node.fields, &params, diagnostics);
                let ident = &node.ident;
                let path = quote!(Self::#ident);
                let mut variant = variant(
                    Item {
                        ident,
                        kind: "variant",
                        path,
                        fields,
                        attributes: own,
                        emit_only,
                        own_display: words.no_display.is_none(),
                    },
                    diagnostics,
                );
                add_headers(&mut variant, &attributes.headers);
                variant.broken = diagnostics.count() > before || attributes.unknown.words;
                variants.push(variant);
            }
        }
        Data::Union(data) => {
            diagnostics.at(data.union_token, "a union cannot be an error: use an enum");
            doc.paragraphs.clear();
        }
    }
    diagnostics.leave();
    Model {
        input,
        params,
        doc,
        words,
        variants,
    }
}

/// The enum's attributes are the defaults of its variants.
fn inherit(own: &mut Attributes, container: &Attributes) {
    if own.status.is_none() && !own.unknown.status {
        own.status.clone_from(&container.status);
        own.unknown.status = container.unknown.status;
    }
    own.unknown.detail |= container.unknown.detail;
    own.unknown.words |= container.unknown.words;
    own.unknown.fields |= container.unknown.fields;
    own.misspellings
        .extend(container.misspellings.iter().cloned());
    let speaks = own.words.transparent.is_none() && own.words.other.is_none();
    if own.fix.is_none() && speaks {
        own.fix.clone_from(&container.fix);
    }
}

/// The enum's headers, unless the variant has one of that name, constant or in a field.
fn add_headers(variant: &mut Variant<'_>, container: &[Header]) {
    if matches!(variant.role, Role::Transparent(_)) {
        return;
    }
    let fields = variant.fields.iter().filter_map(|field| match &field.role {
        FieldRole::Header(name) => Some(name.value()),
        _ => None,
    });
    let constants = variant.headers.iter().map(|own| own.name.clone());
    let own: BTreeSet<_> = constants.chain(fields).collect();
    let defaults = container
        .iter()
        .filter(|header| !own.contains(&header.name));
    variant.headers.extend(defaults.cloned());
}

/// A variant's parts, before they are put together.
struct Item<'a> {
    ident: &'a proc_macro2::Ident,
    kind: &'static str,
    path: proc_macro2::TokenStream,
    fields: Vec<Field<'a>>,
    attributes: Attributes,
    emit_only: Option<EmitOnly>,
    own_display: bool,
}

fn variant<'a>(item: Item<'a>, diagnostics: &mut Diagnostics) -> Variant<'a> {
    let Item {
        ident,
        kind,
        path,
        mut fields,
        mut attributes,
        emit_only,
        own_display,
    } = item;
    let role = match (attributes.words.transparent, attributes.words.other) {
        (Some(span), None) => Role::Transparent(span),
        (None, Some(span)) => Role::Other(span),
        (None, None) => Role::Own,
        (Some(_), Some(span)) => {
            diagnostics.span(span, "a variant is `transparent` or `other`, not both");
            attributes.unknown.words = true;
            Role::Own
        }
    };
    let words = &attributes.words;
    let own = Own {
        spans: attributes.spans,
        unknown: attributes.unknown,
        misspellings: attributes.misspellings,
        thiserror: attributes.thiserror,
    };
    // A field is not more for its name where it says everything.
    if let Role::Transparent(_) = role {
        for field in &mut fields {
            if let FieldRole::Source {
                from: None,
                mark: None,
            } = field.role
            {
                field.role = FieldRole::Plain;
            }
        }
    }
    let mut variant = Variant {
        ident,
        kind,
        path,
        doc: attributes.doc,
        role,
        status: attributes.status,
        fix: attributes.fix,
        headers: attributes.headers,
        forms: Vec::new(),
        fields,
        emit_only: emit_only.or(words.emit_only.map(|_| EmitOnly::Variant)),
        lossy: words.lossy,
        broken: false,
        own,
    };
    if matches!(role, Role::Own) {
        text::lower(&mut variant, attributes.details, own_display, diagnostics);
    }
    variant
}

fn fields<'a>(
    fields: &'a Fields,
    params: &Params,
    diagnostics: &mut Diagnostics,
) -> Vec<Field<'a>> {
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| lower_field(index, field, params, diagnostics))
        .collect()
}

fn lower_field<'a>(
    index: usize,
    node: &'a syn::Field,
    params: &Params,
    diagnostics: &mut Diagnostics,
) -> Field<'a> {
    let before = diagnostics.count();
    let attributes = attribute::collect(&node.attrs, Target::Field, diagnostics);
    let broken = diagnostics.count() > before;
    let role = role(node, &attributes, broken, diagnostics);
    Field {
        member: match &node.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index {
                index: u32::try_from(index).unwrap_or(u32::MAX),
                span: node.ty.span(),
            }),
        },
        local: node
            .ident
            .clone()
            .unwrap_or_else(|| format_ident!("_{index}")),
        ty: &node.ty,
        option: option(&node.ty),
        role,
        chars: attributes.words.chars,
        expose: attributes.words.expose,
        misspellings: attributes.misspellings,
        foreign: attributes.foreign,
        generic: params.named_in(&node.ty),
    }
}

/// What a field is in its error: one thing alone.
fn role(
    node: &syn::Field,
    attributes: &Attributes,
    broken: bool,
    diagnostics: &mut Diagnostics,
) -> FieldRole {
    let from = attributes.from;
    let source = match from {
        Some(span) => Some(("#[from]", span)),
        None => attributes.source.map(|span| ("#[source]", span)),
    };
    let header = attributes
        .header
        .as_ref()
        .map(|name| ("#[header]", name.span()));
    let skip = attributes.words.skip.map(|span| ("#[kate(skip)]", span));
    let marks: Vec<_> = [header, skip, source].into_iter().flatten().collect();
    if let [(first, _), (second, span), ..] = marks[..] {
        let message = format!("`{first}` and `{second}` do not go together on one field: keep one");
        diagnostics.span(span, message);
        return FieldRole::Broken { from };
    }
    let is_source = |ident: &proc_macro2::Ident| ident.unraw() == "source";
    if broken {
        FieldRole::Broken { from }
    } else if let Some(name) = &attributes.header {
        FieldRole::Header(name.clone())
    } else if let Some(span) = attributes.words.skip {
        FieldRole::Skip(span)
    } else if source.is_some() || node.ident.as_ref().is_some_and(is_source) {
        let mark = source.map(|(_, span)| span);
        FieldRole::Source { from, mark }
    } else {
        FieldRole::Plain
    }
}

/// `T`, of a type that is spelt `Option<T>`.
pub(crate) fn option(ty: &Type) -> Option<&Type> {
    let ty = match ty {
        Type::Group(group) => &*group.elem,
        ty => ty,
    };
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}
