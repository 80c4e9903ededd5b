//! What nobody sees in the source of a text, and every client compares: it is taken where an escape says that it is meant.

use syn::LitStr;

use crate::mistakes::Mistakes;

pub(super) fn check(literal: &LitStr, mistakes: &mut Mistakes) {
    let (value, token) = (literal.value(), literal.token().to_string());
    let (Some(start), Some(end)) = (token.find('"'), token.rfind('"')) else {
        return;
    };
    let source = token.get(start + 1..end).unwrap_or_default();
    let raw = token.starts_with('r');
    let blank = [' ', '\t'];
    if breaks(source, raw) {
        let message = "this text has a line break: end the line with `\\` to go on behind it, or write `\\n` if it is to be sent";
        mistakes.at(literal, message);
    } else if value.starts_with(blank) && source.starts_with(blank) {
        mistakes.at(literal, blank_at("begins"));
    } else if value.ends_with(blank) && source.ends_with(char::is_whitespace) {
        mistakes.at(literal, blank_at("ends"));
    }
}

fn blank_at(end: &str) -> String {
    format!(
        "this text {end} with a space that nobody sees: leave it out, or write `\\u{{20}}` if it is to be sent"
    )
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
