//! Arguments behind a detail's literal: `.name` and `.0` stand for fields, as in `thiserror`.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use crate::diagnostics::{Diagnostics, no_field, shows_source};
use crate::model::{Field, Variant, local, unraw};

/// Writes `.name` and `.0` as the fields' locals wherever an expression begins. Like a field's access, and unlike a
/// local, they mean the field whoever wrote them.
pub(crate) fn expand(
    tokens: TokenStream,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let fields = &variant.fields;
    let mut out = TokenStream::new();
    let (mut begins, mut bar) = (true, false);
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let was_begin = std::mem::replace(&mut begins, false);
        let is_bar = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '|');
        let was_bar = std::mem::replace(&mut bar, is_bar);
        match &token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(
                    group.delimiter(),
                    expand(group.stream(), variant, diagnostics),
                );
                inner.set_span(group.span());
                out.extend([TokenTree::from(inner)]);
                continue;
            }
            TokenTree::Punct(dot)
                if was_begin && dot.as_char() == '.' && dot.spacing() == Spacing::Alone =>
            {
                match tokens.peek() {
                    Some(TokenTree::Ident(name)) => {
                        let text = unraw(name);
                        match fields.iter().position(|field| field.name() == text) {
                            Some(field) => {
                                check(&fields[field], name, variant, diagnostics);
                                out.extend(local(fields, field).to_token_stream());
                            }
                            None => diagnostics.at(name, no_field(variant, &text)),
                        }
                        tokens.next();
                        continue;
                    }
                    Some(TokenTree::Literal(literal)) => {
                        match positional(literal, fields) {
                            Some((field, expression)) => {
                                check(&fields[field], literal, variant, diagnostics);
                                out.extend(expression);
                            }
                            None => {
                                diagnostics.at(literal, no_field(variant, &literal.to_string()));
                            }
                        }
                        tokens.next();
                        continue;
                    }
                    _ => {}
                }
            }
            // Behind an operator or a separator an expression begins; behind a range's or a method's dot it goes on.
            TokenTree::Punct(punct) => begins = !matches!(punct.as_char(), '.' | '?' | '\''),
            TokenTree::Ident(ident) => {
                begins = opens_expression(ident);
                // A closure's parameter hides the field of its name.
                let named = was_begin && !was_bar && goes_on(tokens.peek());
                if let Some(field) = fields.iter().find(|field| named && field.local == *ident) {
                    check(field, ident, variant, diagnostics);
                }
            }
            TokenTree::Literal(_) => {}
        }
        out.extend([token]);
    }
    out
}

/// A source is shown by an argument as by the text itself.
fn check(
    field: &Field<'_>,
    at: impl ToTokens,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(message) = shows_source(field).filter(|_| !variant.own.unknown.words) {
        diagnostics.at(at, message);
    }
}

/// `0` is a field; `0.1`, which the lexer takes for a number, is a field of a field.
fn positional(literal: &Literal, fields: &[Field<'_>]) -> Option<(usize, TokenStream)> {
    let text = literal.to_string();
    let mut parts = text.split('.');
    let number = |part: &str| part.parse::<u32>().ok();
    let first = number(parts.next()?)?;
    let index = usize::try_from(first)
        .ok()
        .filter(|index| *index < fields.len())?;
    let mut field = local(fields, index).into_token_stream();
    for part in parts {
        let mut index = Literal::u32_unsuffixed(number(part)?);
        index.set_span(literal.span());
        field.extend([
            TokenTree::from(Punct::new('.', Spacing::Alone)),
            index.into(),
        ]);
    }
    Some((index, field))
}

/// Whether what stands before is a value: it ends here, or something of it is asked for, or it is looked into.
fn goes_on(next: Option<&TokenTree>) -> bool {
    next.is_none_or(|next| match next {
        TokenTree::Punct(punct) => ",.;?".contains(punct.as_char()),
        TokenTree::Ident(word) => word == "as",
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Literal(_) => false,
    })
}

fn opens_expression(ident: &Ident) -> bool {
    ["break", "else", "if", "in", "match", "return", "while"]
        .iter()
        .any(|word| ident == word)
}
