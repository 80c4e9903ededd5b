//! `/// ...`

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::Doc;

/// The paragraphs of a documentation comment, each on one line. `#[doc = include_str!(...)]` is not known yet here.
pub(super) fn collect(attributes: &[Attribute]) -> Doc {
    let mut paragraphs = vec![String::new()];
    for line in attributes.iter().filter_map(text) {
        for line in line.lines().map(str::trim) {
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
        if line.is_empty() {
            paragraphs.push(String::new());
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
