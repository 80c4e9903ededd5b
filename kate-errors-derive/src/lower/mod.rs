//! From syntax to the model: attributes are put together, defaults are handed down, templates taken apart.

mod format;
mod text;

use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, GenericArgument, Index, Member, PathArguments, Type};

use crate::attribute::{self, Attributes, Place};
use crate::generics::Params;
use crate::mistakes::Mistakes;
use crate::model::{ContainerWords, EmitOnly, Field, FieldRole, Header, Model, Own, Role, Variant};

pub(crate) fn lower<'a>(input: &'a DeriveInput, mistakes: &mut Mistakes) -> Model<'a> {
    let params = Params::new(&input.generics);
    let place = if matches!(input.data, Data::Struct(_)) {
        Place::Struct
    } else {
        Place::Enum
    };
    // Of a union nothing else is worth saying.
    let mut unsaid = Mistakes::default();
    let heard = if matches!(input.data, Data::Union(_)) {
        &mut unsaid
    } else {
        &mut *mistakes
    };
    let mut attributes = attribute::collect(&input.attrs, place, heard);
    let words = ContainerWords {
        emit_only: attributes.words.emit_only.take(),
        no_display: attributes.words.no_display,
        member: attributes.words.member.take(),
        krate: attributes.words.krate.take(),
    };
    let emit_only = words.emit_only.map(|_| EmitOnly::Type);
    let mut variants = Vec::new();
    let mut doc = std::mem::take(&mut attributes.doc);
    match &input.data {
        Data::Struct(data) => {
            attributes.doc.paragraphs.clone_from(&doc.paragraphs);
            let fields = fields(&data.fields, &params, mistakes);
            let path = quote!(Self);
            variants.push(variant(
                Item {
                    ident: &input.ident,
                    path,
                    fields,
                    attributes,
                    emit_only,
                },
                mistakes,
            ));
        }
        Data::Enum(data) => {
            for (index, node) in data.variants.iter().enumerate() {
                mistakes.enter(index);
                let before = mistakes.count();
                let mut own = attribute::collect(&node.attrs, Place::Variant, mistakes);
                let marks = Marks::of(&own);
                inherit(&mut own, &attributes);
                let fields = fields(&node.fields, &params, mistakes);
                let ident = &node.ident;
                let path = quote!(Self::#ident);
                let mut variant = variant(
                    Item {
                        ident,
                        path,
                        fields,
                        attributes: own,
                        emit_only,
                    },
                    mistakes,
                );
                marks.keep(&mut variant.own);
                add_headers(&mut variant, &attributes.headers);
                variant.broken = mistakes.count() > before;
                variants.push(variant);
            }
        }
        Data::Union(data) => {
            mistakes.at(data.union_token, "a union cannot be an error: use an enum");
            doc.paragraphs.clear();
        }
    }
    mistakes.leave();
    Model {
        input,
        params,
        doc,
        words,
        variants,
    }
}

/// What stands on the variant itself, before it inherits.
struct Marks {
    status: Option<proc_macro2::Span>,
    fix: Option<proc_macro2::Span>,
}

impl Marks {
    fn of(own: &Attributes) -> Self {
        Self {
            status: own.status.as_ref().map(|status| status.span),
            fix: own.fix.as_ref().map(Spanned::span),
        }
    }

    fn keep(self, own: &mut Own) {
        own.status = self.status;
        own.fix = self.fix;
    }
}

/// The enum's attributes are the defaults of its variants.
fn inherit(own: &mut Attributes, container: &Attributes) {
    if own.status.is_none() && !own.broken_status {
        own.status.clone_from(&container.status);
        own.broken_status |= container.broken_status;
    }
    own.broken_detail |= container.broken_detail;
    own.misspelt.extend(container.misspelt.iter().cloned());
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
    for header in container {
        let constant = variant.headers.iter().any(|own| own.name == header.name);
        let field = variant.fields.iter().any(
            |field| matches!(&field.role, FieldRole::Header(name) if name.value() == header.name),
        );
        if !constant && !field {
            variant.headers.push(header.clone());
        }
    }
}

/// A variant's parts, before they are put together.
struct Item<'a> {
    ident: &'a proc_macro2::Ident,
    path: proc_macro2::TokenStream,
    fields: Vec<Field<'a>>,
    attributes: Attributes,
    emit_only: Option<EmitOnly>,
}

fn variant<'a>(item: Item<'a>, mistakes: &mut Mistakes) -> Variant<'a> {
    let Item {
        ident,
        path,
        fields,
        mut attributes,
        emit_only,
    } = item;
    let role = match (attributes.words.transparent, attributes.words.other) {
        (Some(span), None) => Role::Transparent(span),
        (None, Some(span)) => Role::Other(span),
        (None, None) => Role::Own,
        (Some(_), Some(span)) => {
            mistakes.span(span, "a variant is `transparent` or `other`, not both");
            attributes.words.broken_role = true;
            Role::Own
        }
    };
    let words = &attributes.words;
    let own = Own {
        status: attributes.status.as_ref().map(|status| status.span),
        detail: attributes
            .details
            .first()
            .map(|detail| detail.literal.span()),
        fix: attributes.fix.as_ref().map(Spanned::span),
        header: attributes.headers.first().map(|header| header.span),
        broken_status: attributes.broken_status || words.broken_role,
        broken_detail: attributes.broken_detail || words.broken_role,
        broken_fields: attributes.broken_fields,
        misspelt: attributes.misspelt,
    };
    let mut variant = Variant {
        ident,
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
        text::lower(&mut variant, attributes.details, mistakes);
    }
    variant
}

fn fields<'a>(fields: &'a Fields, params: &Params, mistakes: &mut Mistakes) -> Vec<Field<'a>> {
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| lower_field(index, field, params, mistakes))
        .collect()
}

fn lower_field<'a>(
    index: usize,
    node: &'a syn::Field,
    params: &Params,
    mistakes: &mut Mistakes,
) -> Field<'a> {
    let attributes = attribute::collect(&node.attrs, Place::Field, mistakes);
    let span = node
        .ident
        .as_ref()
        .map_or_else(|| node.ty.span(), syn::Ident::span);
    let source = attributes.source.or(attributes.from);
    let skip = attributes.words.skip;
    let named_source = node
        .ident
        .as_ref()
        .is_some_and(|ident| ident.unraw() == "source");
    let role = match (attributes.header, skip, source) {
        (Some(header), None, None) => FieldRole::Header(header),
        (None, Some(_), None) => FieldRole::Skip,
        (None, None, Some(span)) => FieldRole::Source {
            from: attributes.from,
            span,
        },
        (None, None, None) if named_source => FieldRole::Source { from: None, span },
        (None, None, None) => FieldRole::Plain,
        (header, skip, source) => {
            let marks = [
                header.map(|_| "#[header]"),
                skip.map(|_| "#[kate(skip)]"),
                source.map(|_| "#[source]"),
            ];
            let marks: Vec<_> = marks
                .into_iter()
                .flatten()
                .map(|mark| format!("`{mark}`"))
                .collect();
            mistakes.span(
                span,
                format!(
                    "a field has one part in its error, not those of {}: keep one",
                    marks.join(" and ")
                ),
            );
            FieldRole::Broken
        }
    };
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
        misspelt: attributes.misspelt,
        generic: params.named_in(&node.ty),
    }
}

/// `T`, of a type that is spelt `Option<T>`.
fn option(ty: &Type) -> Option<&Type> {
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
