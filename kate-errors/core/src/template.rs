//! A detail text, taken apart into literals and placeholders.

use std::fmt;
use std::ops::Range;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands for itself; `{{` and `}}` have become braces.
    Literal(String),
    /// A field between braces.
    Placeholder {
        /// What stands before the colon: a field's name or number, empty in `{}`.
        name: String,
        /// What stands behind the colon, for `format!` alone.
        format: Option<String>,
        /// Where it stands in the text, braces included, in bytes.
        at: Range<usize>,
    },
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A `{` that no `}` closes.
    Unclosed(usize),
    /// A `}` that no `{` opened.
    Unopened(usize),
    /// A `{` between the braces of a placeholder.
    Nested(usize),
}

/// Takes a template apart. Literals are not empty and never stand side by side.
///
/// ```
/// use kate_errors_core::template::{Piece, parse};
///
/// let pieces = parse("{{{id}}} is lost");
/// assert!(matches!(
///     pieces.as_deref(),
///     Ok([Piece::Literal(open), Piece::Placeholder { name, .. }, Piece::Literal(lost)])
///         if open == "{" && name == "id" && lost == "} is lost"
/// ));
/// ```
///
/// # Errors
///
/// The first [`Mistake`].
pub fn parse(text: &str) -> Result<Vec<Piece>, Mistake> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while let Some(length) = text[at..].find(['{', '}']) {
        literal.push_str(&text[at..at + length]);
        at += length;
        let brace = &text[at..=at];
        if text[at + 1..].starts_with(brace) {
            literal.push_str(brace);
            at += 2;
            continue;
        }
        if brace == "}" {
            return Err(Mistake::Unopened(at));
        }
        let inside = &text[at + 1..];
        let end = match inside.find(['{', '}']) {
            Some(end) if inside[end..].starts_with('}') => end,
            Some(end) => return Err(Mistake::Nested(at + 1 + end)),
            None => return Err(Mistake::Unclosed(at)),
        };
        if !literal.is_empty() {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        }
        let (name, format) = match inside[..end].split_once(':') {
            Some((name, format)) => (name, Some(format.trim_end().to_owned())),
            None => (&inside[..end], None),
        };
        let next = at + 1 + end + 1;
        pieces.push(Piece::Placeholder {
            name: name.trim().to_owned(),
            format,
            at: at..next,
        });
        at = next;
    }
    literal.push_str(&text[at..]);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unclosed(_) => {
                "a `{` is not closed: write `{{` for a brace, `{field}` for a field"
            }
            Self::Unopened(_) => "a `}` closes nothing: write `}}` for a brace",
            Self::Nested(_) => {
                "a `{` stands inside a placeholder: write `{{` for a brace, `{field}` for a field"
            }
        })
    }
}

impl std::error::Error for Mistake {}

#[cfg(test)]
mod tests {
    use super::{Mistake, Piece, parse};
    use proptest::prelude::*;

    #[test]
    fn braces_that_do_not_match_are_found_where_they_stand() {
        assert_eq!(parse("a {b"), Err(Mistake::Unclosed(2)));
        assert_eq!(parse("a {"), Err(Mistake::Unclosed(2)));
        assert_eq!(parse("a} b"), Err(Mistake::Unopened(1)));
        assert_eq!(parse("{a {b}}"), Err(Mistake::Nested(3)));
        assert_eq!(parse("{{}"), Err(Mistake::Unopened(2)));
    }

    #[test]
    fn each_mistake_says_what_to_write() {
        for mistake in [
            Mistake::Unclosed(0),
            Mistake::Unopened(0),
            Mistake::Nested(0),
        ] {
            let message = mistake.to_string();
            assert!(
                message.starts_with("a `") && message.contains(": write `"),
                "{message}"
            );
        }
    }

    #[test]
    fn formats_are_kept_apart_from_names() {
        let Ok(pieces) = parse("é{ x :>8.3?}") else {
            panic!()
        };
        let placeholder = Piece::Placeholder {
            name: "x".into(),
            format: Some(">8.3?".into()),
            at: 2..13,
        };
        assert_eq!(pieces, [Piece::Literal("é".into()), placeholder]);
    }

    proptest! {
        #[test]
        fn what_is_taken_apart_can_be_written_again(text in "[a{}:é]{0,12}") {
            if let Ok(pieces) = parse(&text) {
                let again: String = pieces.iter().map(|piece| match piece {
                    Piece::Literal(text) => text.replace('{', "{{").replace('}', "}}"),
                    Piece::Placeholder { at, .. } => text[at.clone()].to_owned(),
                }).collect();
                prop_assert_eq!(again, text);
            }
        }
    }
}
