//! Builds the index, in the macro.

use super::lookup::first_slot;
use crate::table::entries::{FormEntry, FormKind, Link};

/// The three parts of the index of these forms.
#[must_use]
pub fn build(forms: &[FormEntry<'_>]) -> (Vec<u32>, Vec<Link>, Vec<Link>) {
    let of_kind = |kind: FormKind| {
        let numbered = forms.iter().enumerate();
        numbered.filter(move |(_, form)| form.is_read() && form.kind == kind)
    };
    let constants: Vec<_> = of_kind(FormKind::Constant).collect();
    let (by_start, by_end): (Vec<_>, Vec<_>) =
        of_kind(FormKind::Template).partition(|(_, form)| !form.leading.is_empty());
    let starts = by_start
        .iter()
        .map(|&(form, entry)| (entry.leading.bytes().collect(), form));
    let ends = by_end
        .iter()
        .map(|&(form, entry)| (entry.trailing().bytes().rev().collect(), form));
    (
        hash_table(&constants),
        links(starts.collect()),
        links(ends.collect()),
    )
}

/// The hash table is at most half full, so that a search ends after few steps. Constants with the same detail keep their order.
fn hash_table(constants: &[(usize, &FormEntry<'_>)]) -> Vec<u32> {
    if constants.is_empty() {
        return Vec::new();
    }
    let mut slots = vec![0; (constants.len() * 2).next_power_of_two()];
    for (form, entry) in constants {
        let mut slot = first_slot(entry.leading.as_bytes(), slots.len());
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        // The compiler's spans are 32 bits wide, so no type has more forms.
        slots[slot] = u32::try_from(form + 1).unwrap_or(u32::MAX);
    }
    slots
}

/// The forms sorted by their literals, each with the longest other literal that begins its own.
fn links(mut literals: Vec<(Vec<u8>, usize)>) -> Vec<Link> {
    literals.sort();
    let mut links = Vec::new();
    // The literals that begin the next one, the longest last.
    let mut open = Vec::<usize>::new();
    for (at, (literal, form)) in literals.iter().enumerate() {
        while open
            .last()
            .is_some_and(|&last| !literal.starts_with(&literals[last].0))
        {
            open.pop();
        }
        links.push(Link {
            form: *form,
            shorter: open.last().map_or(0, |last| last + 1),
        });
        open.push(at);
    }
    links
}
