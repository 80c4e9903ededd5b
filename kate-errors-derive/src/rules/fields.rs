//! Rules of fields.

use kate_errors_core::Chars;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::mistakes::Mistakes;
use crate::model::{Field, FieldRole, Form, Model, Role, Text, Variant};

pub(super) fn check(variant: &Variant<'_>, mistakes: &mut Mistakes) {
    let mut source = None;
    let mut headers = Vec::new();
    for (index, field) in variant.fields.iter().enumerate() {
        match &field.role {
            FieldRole::Header(name) if matches!(variant.role, Role::Own) => {
                check_header(variant, field, name, &mut headers, mistakes);
            }
            FieldRole::Source { span, .. } if matches!(variant.role, Role::Own) => match source {
                Some(ref first) => mistakes.span(
                    *span,
                    format!(
                        "an error has one source, and `{first}` is it already: remove this mark"
                    ),
                ),
                None => source = Some(field.name()),
            },
            _ => {}
        }
        if let (Some(expose), false) =
            (field.expose, matches!(field.role, FieldRole::Source { .. }))
        {
            mistakes.span(
                expose,
                "`expose` lets a text show a source, and this field is none: leave it out",
            );
        }
        check_lifetime(field, mistakes);
        if let Some(chars) = &field.chars {
            check_chars(variant, index, chars, mistakes);
        }
        if field.from().is_some() && variant.fields.len() > 1 {
            mistakes.at(
                field.anchor(),
                format!("`#[from]` makes `{}` of this field alone: it can have no other fields (`#[source]` can)", variant.ident),
            );
        }
    }
}

fn check_header<'a>(
    variant: &Variant<'_>,
    field: &'a Field<'a>,
    name: &'a LitStr,
    seen: &mut Vec<(&'a Field<'a>, &'a LitStr)>,
    mistakes: &mut Mistakes,
) {
    if field.option.is_none() {
        mistakes.at(
            field.ty,
            "a field that travels in a header is an `Option`: a response may come without it",
        );
    }
    let name_is = |other: &str| other == name.value();
    let constant = variant.headers.iter().find(|header| name_is(&header.name));
    let other = seen.iter().find(|(_, other)| name_is(&other.value()));
    let first = match (constant, other) {
        (Some(constant), _) => Some(format!("first as {:?}", constant.value)),
        (None, Some((field, _))) => Some(format!("first by `{}`", field.name())),
        (None, None) => None,
    };
    if let Some(first) = first {
        let message = format!(
            "the header `{}` is given twice, {first}: keep one",
            name.value()
        );
        mistakes.at(name, message);
    }
    seen.push((field, name));
}

/// `Error::source` lends a `dyn Error + 'static`.
fn check_lifetime(field: &Field<'_>, mistakes: &mut Mistakes) {
    if matches!(field.role, FieldRole::Source { .. }) && borrows(field.ty.to_token_stream()) {
        mistakes.at(field.ty, "a source cannot borrow: `Error::source` gives out `dyn Error + 'static`, so own the value");
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

fn check_chars(variant: &Variant<'_>, index: usize, chars: &LitStr, mistakes: &mut Mistakes) {
    // The macro's process ends with the build.
    if let Err(error) = Chars::parse(chars.value().leak()) {
        mistakes.at(chars, error);
    }
    let shows = |form: &Form| match &form.text {
        Text::Template { .. } => form.slot(index).is_some(),
        Text::Format { fields, .. } => fields.iter().any(|used| used.field == index),
        Text::Broken => true,
        Text::Constant(_) => false,
    };
    if !variant.forms.iter().any(shows) {
        mistakes.at(
            chars,
            "no text shows this field: `chars` says what a field's text is made of",
        );
    }
}

/// Two variants cannot be made of one type.
pub(super) fn check_from(model: &Model<'_>, mistakes: &mut Mistakes) {
    let mut seen = Vec::<(String, &Variant<'_>)>::new();
    for (index, variant) in model.variants.iter().enumerate() {
        mistakes.enter(index);
        for field in variant.fields.iter().filter(|field| field.from().is_some()) {
            let ty = field.inner().to_token_stream().to_string();
            match seen.iter().find(|(other, _)| *other == ty) {
                Some((_, first)) => mistakes.at(
                    field.ty,
                    format!("`{}` is made of this type already: keep `#[from]` on one of them and write `#[source]` on the other", first.ident),
                ),
                None => seen.push((ty, variant)),
            }
        }
    }
}
