//! `/// ...`

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::Doc;

/// The paragraphs of a documentation comment, each on one line. `#[doc = include_str!(...)]` is not known yet here.
pub(super) fn collect(attributes: &[Attribute]) -> Doc {
    let mut paragraphs = vec![String::new()];
    for comment in attributes.iter().filter_map(text) {
        // `/** ... */` is one attribute of many lines, framed by stars.
        let block = comment.contains('\n');
        for line in comment.split('\n').map(str::trim) {
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
                _ => paragraphs.push(String::new()),
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    Doc { paragraphs }
}

fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
