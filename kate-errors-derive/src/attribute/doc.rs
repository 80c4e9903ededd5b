//! `/// ...`

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::Doc;

/// The paragraphs of a documentation comment, each on one line. A macro such as `#[doc = include_str!(...)]` has no value yet
/// when the derive runs, so it is left out.
pub(super) fn collect(attributes: &[Attribute]) -> Doc {
    let mut paragraphs = vec![String::new()];
    for lines in attributes.iter().filter_map(comment) {
        // A block comment is one attribute of many lines, which may begin with stars.
        let block = lines.contains('\n');
        for line in lines.split('\n').map(str::trim) {
            let line = if block {
                line.strip_prefix('*').map_or(line, str::trim_start)
            } else {
                line
            };
            match paragraphs.last_mut() {
                Some(last) if !line.is_empty() => {
                    if !last.is_empty() {
                        last.push(' ');
                    }
                    last.push_str(line);
                }
                Some(_) | None => paragraphs.push(String::new()),
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    Doc { paragraphs }
}

fn comment(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(comment),
                ..
            }) => Some(comment.value()),
            _ => None,
        },
        Meta::NameValue(_) | Meta::Path(_) | Meta::List(_) => None,
    }
}
