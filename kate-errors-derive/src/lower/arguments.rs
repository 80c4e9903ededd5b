//! The arguments after a detail's literal. In them `.name` and `.0` are fields, as in thiserror.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use crate::diagnostics::Diagnostics;
use crate::messages::{no_field, prints_source};
use crate::model::{Field, Variant, unraw};

use super::expression::Expression;

/// The names of arguments that are given as `name = value`.
pub(super) fn names(args: &TokenStream) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    let mut expression = Expression::default();
    for (index, token) in tokens.iter().enumerate() {
        expression.advance(token);
        let is_comma = matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
        if !is_comma || expression.in_type() {
            continue;
        }
        if let Some([TokenTree::Ident(name), TokenTree::Punct(equals), next]) =
            tokens.get(index + 1..index + 4)
        {
            let is_comparison = matches!(next, TokenTree::Punct(punct) if punct.as_char() == '=');
            if equals.as_char() == '=' && !is_comparison {
                names.insert(name.to_string());
            }
        }
    }
    names
}

/// Replaces `.name` and `.0` by the locals of the fields, wherever an expression begins. The locals are hygienic, so a variable
/// of the same name cannot hide the field.
pub(super) fn bind_fields(
    args: TokenStream,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let mut out = TokenStream::new();
    let mut expression = Expression::default();
    // Whether the last token was a `|`.
    let mut after_bar = false;
    let mut tokens = args.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_first = expression.begins();
        let is_bar = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '|');
        let is_parameter = std::mem::replace(&mut after_bar, is_bar);
        expression.advance(&token);
        match token {
            TokenTree::Group(group) => {
                let inner = bind_fields(group.stream(), variant, diagnostics);
                let mut bound = Group::new(group.delimiter(), inner);
                bound.set_span(group.span());
                out.extend([TokenTree::from(bound)]);
                continue;
            }
            TokenTree::Punct(ref punct) => {
                let is_dot = punct.as_char() == '.' && punct.spacing() == Spacing::Alone;
                let field = tokens.next_if(|next| {
                    is_first
                        && is_dot
                        && matches!(next, TokenTree::Ident(_) | TokenTree::Literal(_))
                });
                if let Some(field) = field {
                    expression.advance(&field);
                    out.extend(bind_field(&field, variant, diagnostics));
                    continue;
                }
            }
            TokenTree::Ident(ref ident) => {
                // The parameter of a closure hides the field of its name.
                let is_value = is_first && !is_parameter && ends_value(tokens.peek());
                let mut fields = variant.fields.iter();
                if let Some(field) = fields.find(|field| is_value && field.argument_name == *ident)
                {
                    check_source(field, ident, variant, diagnostics);
                }
            }
            TokenTree::Literal(_) => {}
        }
        out.extend([token]);
    }
    out
}

/// The local of the field that is named after a dot. `None` if a diagnostic was given.
fn bind_field(
    name: &TokenTree,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let found = match name {
        TokenTree::Ident(ident) => named(ident, variant),
        TokenTree::Literal(literal) => numbered(literal, variant),
        TokenTree::Group(_) | TokenTree::Punct(_) => None,
    };
    let Some((field, expression)) = found else {
        let text = match name {
            TokenTree::Ident(ident) => unraw(ident),
            TokenTree::Literal(_) | TokenTree::Group(_) | TokenTree::Punct(_) => name.to_string(),
        };
        diagnostics.at(name, no_field(variant, &text));
        return TokenStream::new();
    };
    check_source(&variant.fields[field], name, variant, diagnostics);
    expression
}

fn named(ident: &Ident, variant: &Variant<'_>) -> Option<(usize, TokenStream)> {
    let name = unraw(ident);
    let index = variant
        .fields
        .iter()
        .position(|field| field.name() == name)?;
    Some((index, variant.local(index).into_token_stream()))
}

/// `0` is a field. `0.1` is a field of a field, although the lexer reads it as one number.
fn numbered(literal: &Literal, variant: &Variant<'_>) -> Option<(usize, TokenStream)> {
    let literal_text = literal.to_string();
    let mut parts = literal_text.split('.');
    let number = |part: &str| part.parse::<u32>().ok();
    let first = usize::try_from(number(parts.next()?)?).ok()?;
    let index = Some(first).filter(|index| *index < variant.fields.len())?;
    let mut expression = variant.local(index).into_token_stream();
    for part in parts {
        let mut part = Literal::u32_unsuffixed(number(part)?);
        part.set_span(literal.span());
        expression.extend([
            TokenTree::from(Punct::new('.', Spacing::Alone)),
            part.into(),
        ]);
    }
    Some((index, expression))
}

/// Refuses an argument that would send a source to the client.
fn check_source(
    field: &Field<'_>,
    at: impl ToTokens,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(message) = prints_source(field).filter(|_| !variant.attributes.reported.words) {
        diagnostics.at(at, message);
    }
}

/// Whether a name is used as a value, judged by the token after it: the expression ends there, a field or method follows, or the
/// value is cast or matched.
fn ends_value(next: Option<&TokenTree>) -> bool {
    next.is_none_or(|next| match next {
        TokenTree::Punct(punct) => ",.;?".contains(punct.as_char()),
        TokenTree::Ident(word) => word == "as",
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Literal(_) => false,
    })
}
