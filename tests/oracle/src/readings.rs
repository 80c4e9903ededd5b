//! Reading by trying everything.

use crate::language::Type;

/// A piece of a text with the field's type.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Literal(String),
    Field(Type),
}

/// The readings of a text, the shortest leftmost first; no more than so many.
pub(crate) fn readings<'t>(parts: &[Part], text: &'t str, most: usize) -> Vec<Vec<&'t str>> {
    let mut found = Vec::new();
    read(parts, text, &mut Vec::new(), &mut found, most);
    found
}

fn read<'t>(
    parts: &[Part],
    text: &'t str,
    so_far: &mut Vec<&'t str>,
    found: &mut Vec<Vec<&'t str>>,
    most: usize,
) {
    if found.len() == most {
        return;
    }
    match parts.split_first() {
        None if text.is_empty() => found.push(so_far.clone()),
        None => {}
        Some((Part::Literal(literal), others)) => {
            if let Some(rest) = text.strip_prefix(literal.as_str()) {
                read(others, rest, so_far, found, most);
            }
        }
        Some((Part::Field(ty), others)) => {
            for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
                if ty.has(&text[..end]) {
                    so_far.push(&text[..end]);
                    read(others, &text[end..], so_far, found, most);
                    so_far.pop();
                }
            }
        }
    }
}

pub(crate) fn matches(parts: &[Part], text: &str) -> bool {
    !readings(parts, text, 1).is_empty()
}
