//! Markdown: the table of a type's errors, and the escaping that its cells need.

/// The head of the table of errors.
pub const ERRORS_HEAD: &str = "| Status | Detail | Cause | Fix |\n| --- | --- | --- | --- |\n";

/// A line of the table of errors. `detail` is Markdown that is already escaped, the cause is Markdown, and the fix is not.
///
/// ```
/// use kate_errors_core::markdown::{details, errors_line};
///
/// let detail = details(["Run {id} not found", "Run not found"]);
/// assert_eq!(
///     errors_line("404", &detail, "Invalid *run* ID", "Check <id>"),
///     "| 404 | `Run {id} not found`<br>`Run not found` | Invalid *run* ID | Check \\<id\\> |\n",
/// );
/// ```
#[must_use]
pub fn errors_line(status: &str, detail: &str, cause: &str, fix: &str) -> String {
    format!(
        "| {status} | {detail} | {} | {} |\n",
        cell(cause),
        plain(fix)
    )
}

/// The templates of an error, as one cell.
#[must_use]
pub fn details<'a>(templates: impl IntoIterator<Item = &'a str>) -> String {
    let templates: Vec<_> = templates.into_iter().map(code).collect();
    templates.join("<br>")
}

/// A string as a code span in a cell. If it contains backticks, it is delimited by a longer run of backticks.
///
/// ```
/// use kate_errors_core::markdown::code;
///
/// assert_eq!(code("Run {id} not found"), "`Run {id} not found`");
/// assert_eq!(code("no `x`"), "`` no `x` ``");
/// ```
#[must_use]
pub fn code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let delimiter = "`".repeat(runs.max().unwrap_or_default() + 1);
    // Markdown strips a space from both ends if both have one.
    let spaced = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let pad = if spaced || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{delimiter}{pad}{}{pad}{delimiter}", cell(text))
}

/// A string that is not Markdown, in a cell. Its characters are escaped, and web addresses become links.
///
/// ```
/// use kate_errors_core::markdown::plain;
///
/// assert_eq!(plain("Set <your key>"), r"Set \<your key\>");
/// assert_eq!(plain("See https://kate.example/keys."), "See <https://kate.example/keys>.");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(address) = address(rest) {
            out.push('<');
            out.push_str(&cell(address));
            out.push('>');
            rest = &rest[address.len()..];
            continue;
        }
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|'
        ) {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// A string that is Markdown, in a cell. Only the characters that would end the cell are replaced.
///
/// ```
/// use kate_errors_core::markdown::cell;
///
/// assert_eq!(cell("`a|b` or\n*c*"), r"`a\|b` or *c*");
/// ```
#[must_use]
pub fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

/// The web address that a string starts with, without the punctuation of the sentence around it.
fn address(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme))?;
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"`\\".contains(c);
    let address = text.split(ends).next()?;
    let address = address.trim_end_matches(|c| ".,;:!?')]*_|".contains(c));
    (address.len() > scheme.len()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{cell, code, plain};

    #[test]
    fn code_is_delimited_by_more_backticks_than_it_contains() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a ` b `` c"), "```a ` b `` c```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code("a`"), "`` a` ``");
    }

    #[test]
    fn code_keeps_spaces_at_its_ends() {
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code(" a"), "` a`");
        assert_eq!(code(" "), "` `");
    }

    #[test]
    fn no_character_ends_the_cell_or_the_line() {
        assert_eq!(code("a|b\nc"), r"`a\|b c`");
        assert_eq!(cell("a|b\r\nc"), r"a\|b  c");
        assert_eq!(plain("a|b\nc"), r"a\|b c");
    }

    #[test]
    fn plain_strings_have_no_tags_links_or_emphasis() {
        assert_eq!(plain("Set <your key>"), r"Set \<your key\>");
        assert_eq!(plain("[x](y) ~z~"), r"\[x\](y) \~z\~");
        assert_eq!(plain("*a* _b_ `c`"), r"\*a\* \_b\_ \`c\`");
        assert_eq!(plain(r"&amp; \"), r"\&amp; \\");
        assert_eq!(
            plain("Wait - and retry, 2.5 times."),
            "Wait - and retry, 2.5 times."
        );
    }

    #[test]
    fn links_exclude_the_punctuation_around_them() {
        assert_eq!(
            plain("See (http://a.b/c_d?e=[f])."),
            "See (<http://a.b/c_d?e=[f>\\])."
        );
        assert_eq!(
            plain("<https://a.b/>, https://a.b"),
            r"\<<https://a.b/>\>, <https://a.b>"
        );
        assert_eq!(plain("https:// a"), "https:// a");
    }
}
