//! Rules of fields.

use std::collections::BTreeMap;

use kate_errors_core::Chars;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Type};

use super::forms::placeholder;
use super::sized;
use crate::diagnostics::Diagnostics;
use crate::model::{Field, FieldRole, Form, Model, Role, Text, Variant};

pub(super) fn check(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let own = matches!(variant.role, Role::Own);
    let mut headers = BTreeMap::new();
    for (index, field) in variant.fields.iter().enumerate() {
        if !sized::check(field, diagnostics) {
            continue;
        }
        if let (FieldRole::Header(name), true) = (&field.role, own) {
            check_header(variant, field, name, &mut headers, diagnostics);
        }
        if let Some(expose) = field.expose {
            check_expose(variant, index, expose, diagnostics);
        }
        check_lifetime(field, diagnostics);
        if let Some(chars) = &field.chars {
            check_chars(variant, index, chars, diagnostics);
        }
    }
    for header in &variant.headers {
        if let Some(name) = placeholder(&variant.fields, &header.written) {
            let message = format!(
                "a constant header sends `{{{name}}}` as it stands: put `#[header({:?})]` on a field of its own, or write `\\u{{7b}}{name}}}`",
                header.name
            );
            diagnostics.span(header.span, message);
        }
    }
    if own {
        check_sources(variant, diagnostics);
    }
}

/// An error has one source, and what is made of its source is made of nothing else.
fn check_sources(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let sources = variant.fields.iter().filter_map(|field| match field.role {
        FieldRole::Source { from, mark } => Some((field, from, mark)),
        _ => None,
    });
    let sources: Vec<_> = sources.collect();
    let Some((&(first, from, _), others)) = sources.split_first() else {
        return;
    };
    for &(field, from, mark) in others {
        let first = first.name();
        match (from, mark) {
            (Some(span), _) => diagnostics.span(
                span,
                format!(
                    "`{first}` is the source already, and `#[from]` makes `{}` of one field alone: remove this mark",
                    variant.ident
                ),
            ),
            (None, Some(span)) => diagnostics.span(
                span,
                format!("an error has one source, and `{first}` is it already: remove this mark"),
            ),
            (None, None) => diagnostics.at(
                field.anchor(),
                format!("`{first}` is marked as the source, and this field is one by its name: rename it, or move the mark"),
            ),
        }
    }
    if let (Some(span), true, true) = (from, others.is_empty(), variant.fields.len() > 1) {
        diagnostics.span(
            span,
            format!(
                "`#[from]` makes `{}` of this field alone: it can have no other fields (`#[source]` can)",
                variant.ident
            ),
        );
    }
}

/// A source that texts may show, and one does.
fn check_expose(variant: &Variant<'_>, index: usize, expose: Span, diagnostics: &mut Diagnostics) {
    match variant.fields[index].role {
        FieldRole::Broken { .. } => {}
        FieldRole::Source { .. } => {
            let shows = |form: &Form| matches!(form.text, Text::Broken) || form.shows(index);
            let formats = |form: &Form| matches!(form.text, Text::Format { .. });
            if !variant
                .forms
                .iter()
                .any(|form| shows(form) || formats(form))
            {
                diagnostics.span(expose, "no text shows this source: leave `expose` out");
            }
        }
        _ => diagnostics.span(
            expose,
            "`expose` lets a text show a source, and this field is none: leave it out",
        ),
    }
}

fn check_header<'a>(
    variant: &Variant<'_>,
    field: &'a Field<'a>,
    name: &LitStr,
    seen: &mut BTreeMap<String, &'a Field<'a>>,
    diagnostics: &mut Diagnostics,
) {
    if field.option.is_none() {
        let ty = match field.ty {
            Type::Reference(reference) if variant.parsed() => match spelt(&reference.elem) {
                ty if ty == "str" => "String".to_owned(),
                ty => ty,
            },
            ty => spelt(ty),
        };
        let message = format!(
            "a field that travels in a header is an `Option`: write `Option<{ty}>`, for a response may come without it"
        );
        diagnostics.at(field.ty, message);
    }
    let text = name.value();
    let mut constants = variant.headers.iter();
    let first = if let Some(constant) = constants.find(|header| header.name == text) {
        Some(format!("first as {:?}", constant.value))
    } else {
        let first = seen.get(&text);
        first.map(|field| format!("first by `{}`", field.name()))
    };
    if let Some(first) = first {
        let message = format!("the header `{text}` is given twice, {first}: keep one");
        diagnostics.at(name, message);
    }
    seen.entry(text).or_insert(field);
}

/// `Error::source` lends a `dyn Error + 'static`.
fn check_lifetime(field: &Field<'_>, diagnostics: &mut Diagnostics) {
    if matches!(field.role, FieldRole::Source { .. }) && borrows(field.ty.to_token_stream()) {
        diagnostics.at(field.ty, "a source cannot borrow: `Error::source` gives out `dyn Error + 'static`, so own the value");
    }
}

fn borrows(tokens: TokenStream) -> bool {
    let mut quoted = false;
    let mut before = ' ';
    tokens.into_iter().any(|token| {
        let found = match &token {
            TokenTree::Ident(ident) => quoted && ident != "static",
            TokenTree::Group(group) => borrows(group.stream()),
            _ => false,
        } || (before == '&'
            && !matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\''));
        before = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        quoted = before == '\'';
        found
    })
}

fn check_chars(variant: &Variant<'_>, index: usize, chars: &LitStr, diagnostics: &mut Diagnostics) {
    // The macro's process ends with the build.
    if let Err(error) = Chars::parse(chars.value().leak()) {
        diagnostics.at(chars, error);
    }
    let shows = |form: &Form| matches!(form.text, Text::Broken) || form.shows(index);
    if !variant.forms.iter().any(shows) {
        diagnostics.at(
            chars,
            "no text shows this field: `chars` says what a field's text is made of",
        );
    }
}

/// Two variants cannot be made of one type.
pub(super) fn check_from(model: &Model<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = Vec::<(String, &Variant<'_>)>::new();
    for (index, variant) in model.variants.iter().enumerate() {
        diagnostics.enter(index);
        for field in variant.fields.iter().filter(|field| field.from().is_some()) {
            let ty = field.inner().to_token_stream().to_string();
            match seen.iter().find(|(other, _)| *other == ty) {
                Some((_, first)) => {
                    let remedy = match variant.role {
                        Role::Transparent(_) => "leave `#[from]` out here",
                        _ => "keep `#[from]` on one of them and write `#[source]` on the other",
                    };
                    let message =
                        format!("`{}` is made of this type already: {remedy}", first.ident);
                    diagnostics.at(field.inner(), message);
                }
                None => seen.push((ty, variant)),
            }
        }
    }
}

/// A type as it was written, or nearly.
pub(super) fn spelt(ty: &Type) -> String {
    let tokens = ty.to_token_stream().to_string();
    tokens
        .replace(" :: ", "::")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
}
