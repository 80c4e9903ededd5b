//! The statics of a type: its table, and the entries of its catalog.

use kate_errors_core::table::{Accept, Builder, Error, Form, Literals, Roots};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, LitStr};

use super::entries::{Entries, Entry};
use super::{Nested, decode};
use crate::generics::outside;
use crate::model::{self, Field, FieldRole, Model, Text, Variant};

pub(super) fn expand(model: &Model<'_>, entries: &Entries) -> TokenStream {
    let member = model.member();
    let mut builder = Builder::new();
    let mut languages = Languages::default();
    let mut current = None;
    for entry in &entries.all {
        match *entry {
            Entry::Form {
                variant: index,
                form,
            } => {
                let variant = &model.variants[index];
                if current.replace(index) != Some(index) {
                    builder.error(&error(variant));
                }
                builder.form(
                    &lower(model, variant, &variant.forms[form], &mut languages),
                    &member,
                );
            }
            Entry::Nested { variant } => {
                let generic = |nested: Nested<'_>| nested.generic;
                builder.nested(Nested::of(&model.variants[variant]).is_some_and(generic));
            }
            Entry::Other { variant } => {
                builder.error(&error(&model.variants[variant]));
                builder.other();
            }
        }
    }
    let errors = model.own().count();
    let Literals {
        strings,
        words,
        order,
        roots,
    } = builder.finish(errors);
    let words = Literal::byte_string(&words);
    let Roots {
        constants,
        templates,
        nested: nested_entries,
        accepts,
        generic,
    } = roots;
    let nested = super::prove::nested(model)
        .filter(|_| model.decodes())
        .filter_map(|(_, variant)| Some(Nested::of(variant)?.outside(model).table()));
    let name = model::unraw(model.ident());
    let (title, description) = (model.doc.title(), model.doc.rest());
    let entry_count = entries.all.len();
    let languages = &languages.all;
    let errors_with_fix = model
        .variants
        .iter()
        .enumerate()
        .filter_map(|(index, variant)| {
            let catalog = Nested::of(variant)?.outside(model).catalog();
            let (fix, ident) = (variant.fix.as_ref()?, errors_with_fix(index));
            Some(quote! {
                static #ident: [__kate::ErrorSpec; #catalog.count()] = __kate::errors_with_fix(&#catalog, #fix);
            })
        });
    quote! {
        static __TABLE: __kate::Table = __kate::Table {
            name: #name,
            title: #title,
            description: #description,
            member: #member,
            strings: #strings,
            words: #words,
            order: #order,
            roots: __kate::Roots {
                constants: #constants,
                templates: #templates,
                nested: #nested_entries,
                accepts: #accepts,
                generic: #generic,
            },
            languages: &[#(#languages),*],
            nested: &[#(#nested),*],
            errors: #errors,
            entries: #entry_count,
        };
        static __ERRORS: [__kate::ErrorSpec; #errors] = __kate::errors(&__TABLE);
        #(#errors_with_fix)*
    }
}

/// The static that holds a transparent variant's errors with its own fix.
pub(super) fn errors_with_fix(variant: usize) -> Ident {
    format_ident!("__ERRORS_WITH_FIX_{variant}")
}

fn error(variant: &Variant<'_>) -> Error {
    let status = variant.status.as_ref();
    let constant = variant
        .headers
        .iter()
        .map(|header| (header.name.clone(), Some(header.value.clone())));
    let fields = variant.fields.iter().filter_map(|field| match &field.role {
        FieldRole::Header(name) => Some((name.value(), None)),
        _ => None,
    });
    Error {
        name: model::unraw(variant.ident),
        cause: variant.doc.title().to_owned(),
        fix: variant.fix.as_ref().map(LitStr::value),
        status: status.map_or(0, |status| status.code),
        accept: match status.map(|status| &status.accept) {
            Some(model::Accept::Any) => Accept::Any,
            Some(model::Accept::Only(codes)) => Accept::Only(codes.clone()),
            None => Accept::Only(Vec::new()),
        },
        lossy: variant.lossy.is_some(),
        headers: constant.chain(fields).collect(),
        templates: variant
            .forms
            .iter()
            .map(|form| form.literal.value())
            .collect(),
    }
}

fn lower(
    model: &Model<'_>,
    variant: &Variant<'_>,
    form: &model::Form,
    languages: &mut Languages,
) -> Form {
    match &form.text {
        Text::Constant(text) => {
            Form::Constant(text.clone(), variant.parsed(), decode::is_ready(variant))
        }
        Text::Template {
            before,
            placeholders,
        } => {
            // Where nothing is read, languages mean nothing.
            let placeholders = placeholders.iter().map(|placeholder| {
                let field = variant.parsed().then(|| &variant.fields[placeholder.field]);
                let language = field.map_or(0, |field| languages.of(model, field));
                (language, placeholder.after.clone())
            });
            Form::Template(before.clone(), placeholders.collect(), variant.parsed())
        }
        Text::Format { .. } | Text::Broken => Form::Format,
    }
}

/// The languages of a type's fields, each once.
#[derive(Default)]
struct Languages {
    seen: Vec<String>,
    all: Vec<TokenStream>,
}

impl Languages {
    fn of(&mut self, model: &Model<'_>, field: &Field<'_>) -> usize {
        let language = if let Some(chars) = &field.chars {
            quote!(__kate::Language::Chars(__kate::Chars::new(#chars)))
        } else if field.generic {
            quote!(__kate::Language::Free)
        } else {
            let ty = outside(model, &field.inner());
            quote!(<__kate::Probe<#ty>>::__KATE_LANGUAGE)
        };
        let key = language.to_string();
        self.seen
            .iter()
            .position(|seen| *seen == key)
            .unwrap_or_else(|| {
                self.seen.push(key);
                self.all.push(language);
                self.all.len() - 1
            })
    }
}
