//! Spaces and line breaks that are hard to see in source code, although clients compare them. They are allowed if they are
//! written as an escape, which shows that they are intended.

use syn::LitStr;

use crate::diagnostics::Diagnostics;

pub(super) fn check(literal: &LitStr, diagnostics: &mut Diagnostics) {
    let (value, token) = (literal.value(), literal.token().to_string());
    let (Some(start), Some(end)) = (token.find('"'), token.rfind('"')) else {
        return;
    };
    let source = token.get(start + 1..end).unwrap_or_default();
    let is_raw = token.starts_with('r');
    // A raw literal has no escapes.
    let plain = if is_raw { "drop the `r`, then " } else { "" };
    let unescaped = |value: Option<char>, source: Option<char>| {
        value.filter(|c| c.is_whitespace() && source.is_some_and(char::is_whitespace))
    };
    let first = unescaped(value.chars().next(), source.chars().next());
    let last = unescaped(value.chars().next_back(), source.chars().next_back());
    if has_line_break(source, is_raw) {
        let message = format!(
            "this text has a line break: {plain}end the line with `\\` to go on behind it, or write `\\n` if it is to be sent"
        );
        diagnostics.at(literal, message);
    } else if let Some(c) = first.or(last) {
        let end = if first.is_some() { "begins" } else { "ends" };
        let what = if c == '\t' { "tab" } else { "space" };
        let message = format!(
            "this text {end} with a {what} that nobody sees: leave it out, or {plain}write `{}` if it is to be sent",
            c.escape_unicode()
        );
        diagnostics.at(literal, message);
    }
}

/// Whether a line of this source ends without a backslash, which would join it with the next.
fn has_line_break(source: &str, is_raw: bool) -> bool {
    let mut is_escaped = false;
    source.chars().any(|c| {
        let breaks = c == '\n' && !is_escaped;
        // A carriage return may be between the backslash and the line feed.
        is_escaped = !is_raw && (c == '\\' && !is_escaped || c == '\r' && is_escaped);
        breaks
    })
}
