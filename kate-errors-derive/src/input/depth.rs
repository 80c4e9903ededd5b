//! How deep tokens are nested. `syn` and this crate descend by recursion, so an item without a limit could overflow rustc's stack.

use proc_macro2::{Span, TokenStream, TokenTree};

/// Debug builds of `syn` take up to 60 KiB of stack for a level. No type that people write comes near this many.
pub(crate) const LIMIT: usize = 32;

/// The first token that is nested deeper than the limit.
pub(super) fn exceeded(tokens: TokenStream) -> Option<Span> {
    scan(tokens, 0)
}

/// Scans the tokens of a group, which is itself nested `outer` levels deep.
fn scan(tokens: TokenStream, outer: usize) -> Option<Span> {
    // A `<` that is not closed yet is a level, and so is each prefix, such as `&`, of a type or a value.
    let (mut angles, mut prefixes) = (0_usize, 0);
    // In a value, `<` may be an operator, which has no closing token.
    let mut in_value = false;
    let mut before = ' ';
    for token in tokens {
        let mut punct = ' ';
        match &token {
            TokenTree::Group(group) => {
                let level = outer + angles + prefixes + 1;
                if level > LIMIT {
                    return Some(group.span_open());
                }
                if let Some(span) = scan(group.stream(), level) {
                    return Some(span);
                }
            }
            TokenTree::Punct(token) => punct = token.as_char(),
            TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
        match punct {
            '<' => angles += 1,
            '>' if before != '-' && before != '=' => angles = angles.saturating_sub(1),
            '&' | '*' | '-' | '!' => prefixes += 1,
            '=' => in_value |= angles == 0,
            ',' | ';' => {
                if std::mem::take(&mut in_value) || punct == ';' {
                    angles = 0;
                }
                prefixes = 0;
            }
            _ => {}
        }
        if outer + angles + prefixes > LIMIT {
            return Some(token.span());
        }
        before = punct;
    }
    None
}
