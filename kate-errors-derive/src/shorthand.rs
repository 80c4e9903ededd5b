//! Arguments behind a detail's literal: `.name` and `.0` stand for fields, as in `thiserror`.

use proc_macro2::{Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use crate::mistakes::{Mistakes, no_field};
use crate::model::{Field, Variant, local, unraw};

/// Writes `.name` and `.0` as the fields' locals wherever an expression begins. Like a field's access, and unlike a
/// local, they mean the field whoever wrote them.
pub(crate) fn expand(
    tokens: TokenStream,
    variant: &Variant<'_>,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let fields = &variant.fields;
    let mut out = TokenStream::new();
    let mut begins = true;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let was_begin = std::mem::replace(&mut begins, false);
        match &token {
            TokenTree::Group(group) => {
                let mut inner =
                    Group::new(group.delimiter(), expand(group.stream(), variant, mistakes));
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
                            Some(field) => out.extend(local(fields, field).to_token_stream()),
                            None => mistakes.at(name, no_field(variant, &text)),
                        }
                        tokens.next();
                        continue;
                    }
                    Some(TokenTree::Literal(literal)) => {
                        match positional(literal, fields) {
                            Some(field) => out.extend(field),
                            None => mistakes.at(literal, no_field(variant, &literal.to_string())),
                        }
                        tokens.next();
                        continue;
                    }
                    _ => {}
                }
            }
            // Behind an operator or a separator an expression begins; behind a range's or a method's dot it goes on.
            TokenTree::Punct(punct) => begins = !matches!(punct.as_char(), '.' | '?' | '\''),
            TokenTree::Ident(ident) => begins = opens_expression(ident),
            TokenTree::Literal(_) => {}
        }
        out.extend([token]);
    }
    out
}

/// `0` is a field; `0.1`, which the lexer takes for a number, is a field of a field.
fn positional(literal: &Literal, fields: &[Field<'_>]) -> Option<TokenStream> {
    let text = literal.to_string();
    let mut parts = text.split('.');
    let number = |part: &str| part.parse::<u32>().ok();
    let first = number(parts.next()?)?;
    let index = usize::try_from(first)
        .ok()
        .filter(|index| *index < fields.len());
    let mut field = local(fields, index?).into_token_stream();
    for part in parts {
        let mut index = Literal::u32_unsuffixed(number(part)?);
        index.set_span(literal.span());
        field.extend([
            TokenTree::from(Punct::new('.', Spacing::Alone)),
            index.into(),
        ]);
    }
    Some(field)
}

fn opens_expression(ident: &Ident) -> bool {
    ["break", "else", "if", "in", "match", "return", "while"]
        .iter()
        .any(|word| ident == word)
}
