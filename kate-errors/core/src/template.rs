//! Parsing a template, as written in `#[detail("...")]`, into literals and placeholders.

use std::fmt;
use std::ops::Range;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Characters that appear in the detail as they are. The escapes `{{` and `}}` are already replaced by single braces.
    Literal(String),
    /// A field between braces.
    Placeholder {
        /// The part before the colon: a name, a number, or nothing.
        name: String,
        /// The part after the colon. Only `format!` understands it.
        format: Option<String>,
        /// The position in the template, in bytes, including the braces.
        at: Range<usize>,
    },
}

/// Why a template cannot be parsed, and the position of the brace, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// A `{` without its `}`.
    Unclosed(usize),
    /// A `}` without its `{`.
    Unopened(usize),
    /// A `{` inside a placeholder.
    Nested(usize),
}

/// Parses a template. Literals are not empty, and there is a placeholder between any two of them.
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
/// The first [`TemplateError`].
pub fn parse(template: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while let Some(length) = template[at..].find(['{', '}']) {
        literal.push_str(&template[at..at + length]);
        at += length;
        let brace = &template[at..=at];
        if template[at + 1..].starts_with(brace) {
            literal.push_str(brace);
            at += 2;
            continue;
        }
        if brace == "}" {
            return Err(TemplateError::Unopened(at));
        }
        let inside = &template[at + 1..];
        let end = match inside.find(['{', '}']) {
            Some(end) if inside[end..].starts_with('}') => end,
            Some(end) => return Err(TemplateError::Nested(at + 1 + end)),
            None => return Err(TemplateError::Unclosed(at)),
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
    literal.push_str(&template[at..]);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}

impl fmt::Display for TemplateError {
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

impl std::error::Error for TemplateError {}

#[cfg(test)]
mod tests {
    use super::{Piece, TemplateError, parse};
    use proptest::prelude::*;

    #[test]
    fn errors_have_the_position_of_the_brace() {
        assert_eq!(parse("a {b"), Err(TemplateError::Unclosed(2)));
        assert_eq!(parse("a {"), Err(TemplateError::Unclosed(2)));
        assert_eq!(parse("a} b"), Err(TemplateError::Unopened(1)));
        assert_eq!(parse("{a {b}}"), Err(TemplateError::Nested(3)));
        assert_eq!(parse("{{}"), Err(TemplateError::Unopened(2)));
    }

    #[test]
    fn every_error_says_what_to_write() {
        for error in [
            TemplateError::Unclosed(0),
            TemplateError::Unopened(0),
            TemplateError::Nested(0),
        ] {
            let message = error.to_string();
            assert!(
                message.starts_with("a `") && message.contains(": write `"),
                "{message}"
            );
        }
    }

    #[test]
    fn a_placeholder_has_a_name_and_a_format() {
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
        fn the_pieces_make_up_the_template(template in "[a{}:é]{0,12}") {
            if let Ok(pieces) = parse(&template) {
                let written: String = pieces.iter().map(|piece| match piece {
                    Piece::Literal(literal) => literal.replace('{', "{{").replace('}', "}}"),
                    Piece::Placeholder { at, .. } => template[at.clone()].to_owned(),
                }).collect();
                prop_assert_eq!(written, template);
            }
        }
    }
}
