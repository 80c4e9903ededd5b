//! All readings of a detail, by trying every end of every field.

use crate::language::Type;

/// A part of a template, with the type of its field.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Literal(String),
    Field(Type),
}

/// The readings of a detail, at most this many. The reading with the shortest leftmost field is the first.
pub(crate) fn readings<'t>(parts: &[Part], detail: &'t str, most: usize) -> Vec<Vec<&'t str>> {
    let mut found = Vec::new();
    read(parts, detail, &mut Vec::new(), &mut found, most);
    found
}

fn read<'t>(
    parts: &[Part],
    detail: &'t str,
    so_far: &mut Vec<&'t str>,
    found: &mut Vec<Vec<&'t str>>,
    most: usize,
) {
    if found.len() == most {
        return;
    }
    match parts.split_first() {
        None if detail.is_empty() => found.push(so_far.clone()),
        None => {}
        Some((Part::Literal(literal), others)) => {
            if let Some(rest) = detail.strip_prefix(literal.as_str()) {
                read(others, rest, so_far, found, most);
            }
        }
        Some((Part::Field(ty), others)) => {
            for end in (0..=detail.len()).filter(|&end| detail.is_char_boundary(end)) {
                if ty.contains(&detail[..end]) {
                    so_far.push(&detail[..end]);
                    read(others, &detail[end..], so_far, found, most);
                    so_far.pop();
                }
            }
        }
    }
}

pub(crate) fn matches(parts: &[Part], detail: &str) -> bool {
    !readings(parts, detail, 1).is_empty()
}
