//! What nobody sees in the source of a text, and every client compares: it is taken where an escape says that it is meant.

use syn::LitStr;

use crate::diagnostics::Diagnostics;

pub(super) fn check(literal: &LitStr, diagnostics: &mut Diagnostics) {
    let (value, token) = (literal.value(), literal.token().to_string());
    let (Some(start), Some(end)) = (token.find('"'), token.rfind('"')) else {
        return;
    };
    let source = token.get(start + 1..end).unwrap_or_default();
    let raw = token.starts_with('r');
    // Where no escape means anything, there is none to write.
    let plain = if raw { "drop the `r`, then " } else { "" };
    let unseen = |shown: Option<char>, written: Option<char>| {
        shown.filter(|c| c.is_whitespace() && written.is_some_and(char::is_whitespace))
    };
    let begins = unseen(value.chars().next(), source.chars().next());
    let ends = unseen(value.chars().next_back(), source.chars().next_back());
    if breaks(source, raw) {
        let message = format!(
            "this text has a line break: {plain}end the line with `\\` to go on behind it, or write `\\n` if it is to be sent"
        );
        diagnostics.at(literal, message);
    } else if let Some(c) = begins.or(ends) {
        let end = if begins.is_some() { "begins" } else { "ends" };
        let what = if c == '\t' { "tab" } else { "space" };
        let message = format!(
            "this text {end} with a {what} that nobody sees: leave it out, or {plain}write `{}` if it is to be sent",
            c.escape_unicode()
        );
        diagnostics.at(literal, message);
    }
}

/// Whether a line ends in this source without the backslash that joins it with the next.
fn breaks(source: &str, raw: bool) -> bool {
    let mut escaped = false;
    source.chars().any(|c| {
        let found = c == '\n' && !escaped;
        // Between a backslash and its line's end a carriage return may stand.
        escaped = !raw && (c == '\\' && !escaped || c == '\r' && escaped);
        found
    })
}
