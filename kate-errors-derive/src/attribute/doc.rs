//! `/// ...`

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::target::Target;
use crate::diagnostics::Diagnostics;
use crate::model::Doc;

/// The paragraphs of a documentation comment, each on one line. A macro such as `#[doc = include_str!(...)]` has no value yet when
/// the derive runs, so it is left out. It cannot be the first paragraph, which is the cause or the title.
pub(super) fn collect(
    attributes: &[Attribute],
    target: Target,
    diagnostics: &mut Diagnostics,
) -> Doc {
    let mut paragraphs = vec![String::new()];
    let mut is_unknown = false;
    for value in attributes.iter().filter_map(value) {
        let Some(lines) = string(value) else {
            let is_first = paragraphs.iter().all(String::is_empty) && !is_unknown;
            if is_first && target != Target::Field {
                let message = "the first paragraph is read where macros have no value yet: write it as `/// ...` above this";
                diagnostics.at(value, message);
            }
            is_unknown = true;
            continue;
        };
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

fn string(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(string),
            ..
        }) => Some(string.value()),
        _ => None,
    }
}

/// The expression of `#[doc = ...]`. A macro may have put it into a group.
fn value(attribute: &Attribute) -> Option<&Expr> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let mut value = meta.path.is_ident("doc").then_some(&meta.value)?;
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    Some(value)
}
