//! Builds the index, in the macro.

use super::lookup::{bucket, first_eight, last_eight};
use crate::table::entries::{FormEntry, FormKind, Link};

/// The parts of an [`Index`](crate::table::Index), on the heap.
#[derive(Clone, Debug, Default)]
pub struct IndexParts {
    /// The constants, in buckets.
    pub constants: Vec<Vec<usize>>,
    /// The templates that begin with a literal.
    pub by_start: Vec<Link>,
    /// The templates that begin with a placeholder.
    pub by_end: Vec<Link>,
}

impl IndexParts {
    /// The parts of the index of these forms.
    #[must_use]
    pub fn of(forms: &[FormEntry<'_>]) -> Self {
        let of_kind = |kind: FormKind| {
            let numbered = forms.iter().enumerate();
            numbered.filter(move |(_, form)| form.is_read() && form.kind == kind)
        };
        let (by_start, by_end): (Vec<_>, Vec<_>) =
            of_kind(FormKind::Template).partition(|(_, form)| !form.leading.is_empty());
        let by_start = by_start.iter().map(|&(form, entry)| {
            let literal = entry.leading.as_bytes();
            (literal.to_vec(), first_eight(literal), form)
        });
        let by_end = by_end.iter().map(|&(form, entry)| {
            let literal = entry.trailing().as_bytes();
            (
                literal.iter().rev().copied().collect(),
                last_eight(literal),
                form,
            )
        });
        Self {
            constants: buckets(&of_kind(FormKind::Constant).collect::<Vec<_>>()),
            by_start: links(by_start.collect()),
            by_end: links(by_end.collect()),
        }
    }
}

/// There are at least as many buckets as constants, so that most buckets have one or none.
fn buckets(constants: &[(usize, &FormEntry<'_>)]) -> Vec<Vec<usize>> {
    if constants.is_empty() {
        return Vec::new();
    }
    let mut buckets = vec![Vec::new(); constants.len().next_power_of_two()];
    for (form, entry) in constants {
        let bucket = bucket(entry.leading.as_bytes(), buckets.len());
        buckets[bucket].push(*form);
    }
    buckets
}

/// The forms sorted by their literals, each with the longest other literal that begins its own.
fn links(mut literals: Vec<(Vec<u8>, [u8; 8], usize)>) -> Vec<Link> {
    literals.sort();
    let mut links = Vec::new();
    // The literals that begin the next one, the longest last.
    let mut open = Vec::<usize>::new();
    for (at, (literal, head, form)) in literals.iter().enumerate() {
        while open
            .last()
            .is_some_and(|&last| !literal.starts_with(&literals[last].0))
        {
            open.pop();
        }
        links.push(Link {
            form: *form,
            head: *head,
            shorter: open.last().copied(),
        });
        open.push(at);
    }
    links
}
