//! Rules about sources.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::diagnostics::Diagnostics;
use crate::model::{Field, FieldRole, Form, FormKind, Variant};

/// An error has at most one source. If the source is marked `#[from]`, each other field has a value that can be filled in.
pub(super) fn check_one(variant: &Variant<'_>, diagnostics: &mut Diagnostics) {
    let sources = variant.fields.iter().filter_map(|field| match field.role {
        FieldRole::Source { from, mark } => Some((field, from, mark)),
        FieldRole::Plain | FieldRole::Header(_) | FieldRole::Skip(_) | FieldRole::Broken { .. } => {
            None
        }
    });
    let sources: Vec<_> = sources.collect();
    let Some((&(first, from, _), others)) = sources.split_first() else {
        return;
    };
    for &(field, from, mark) in others {
        let first = first.name();
        if let Some(span) = from {
            diagnostics.span(
                span,
                format!(
                    "`{first}` is the source already, and `#[from]` makes `{}` of one source alone: remove this mark",
                    variant.ident
                ),
            );
        } else if let Some(span) = mark {
            diagnostics.span(
                span,
                format!("an error has one source, and `{first}` is it already: remove this mark"),
            );
        } else {
            diagnostics.at(
                field.name_or_type(),
                format!("an error has one source, and `{first}` is it already: rename this field"),
            );
        }
    }
    let unfilled = variant
        .fields
        .iter()
        .find(|field| field.from().is_none() && field.filled().is_none());
    if let (Some(span), true, Some(field)) = (from, others.is_empty(), unfilled) {
        diagnostics.span(
            span,
            format!(
                "`#[from]` makes `{}` of this field alone: make `{}` an `Option`, mark it `#[kate(skip)]`, or write `#[source]` here",
                variant.ident, field.name()
            ),
        );
    }
}

/// Rules about a single field.
pub(super) fn check_field(variant: &Variant<'_>, index: usize, diagnostics: &mut Diagnostics) {
    let field = &variant.fields[index];
    if let Some(expose) = field.words.expose {
        check_expose(variant, index, expose, diagnostics);
    }
    if is_source(field) && borrows(field.ty.to_token_stream()) {
        diagnostics.at(field.ty, "a source cannot borrow: `Error::source` gives out `dyn Error + 'static`, so own the value");
    }
}

/// `expose` is on a source, and a detail prints it.
fn check_expose(variant: &Variant<'_>, index: usize, expose: Span, diagnostics: &mut Diagnostics) {
    let field = &variant.fields[index];
    if let FieldRole::Broken { .. } = field.role {
        return;
    }
    if !is_source(field) {
        diagnostics.span(
            expose,
            "`expose` lets a text show a source, and this field is none: leave it out",
        );
        return;
    }
    // The arguments of a `format!` may print it.
    let may_print = |form: &Form| match &form.kind {
        FormKind::Broken | FormKind::Format { .. } => true,
        FormKind::Constant(_) | FormKind::Template { .. } => form.names(index),
    };
    if !variant.forms.iter().any(may_print) {
        diagnostics.span(expose, "no text shows this source: leave `expose` out");
    }
}

fn is_source(field: &Field<'_>) -> bool {
    matches!(field.role, FieldRole::Source { .. })
}

/// Whether a type has a reference or a lifetime other than `'static`.
fn borrows(ty: TokenStream) -> bool {
    let mut before = ' ';
    ty.into_iter().any(|token| {
        let found = match &token {
            TokenTree::Ident(ident) => before == '&' || before == '\'' && ident != "static",
            TokenTree::Group(group) => before == '&' || borrows(group.stream()),
            TokenTree::Punct(punct) => before == '&' && punct.as_char() != '\'',
            TokenTree::Literal(_) => before == '&',
        };
        before = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => ' ',
        };
        found
    })
}
