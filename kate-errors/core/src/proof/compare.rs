//! Compares two forms.

use super::finding::{Finding, Place};
use super::{Node, Pattern, Verdict, Witness, pairs, search};
use crate::const_str::from_utf8;
use crate::table::{Kind, SortedForm};

/// Whether a form has two readings of one detail.
pub(super) const fn two_readings(place: Place) -> Finding {
    decide(place, place, true)
}

/// Whether two forms match the same detail. One of their leading literals must be a prefix of the other.
pub(super) const fn compare(a: Place, b: Place) -> Finding {
    let templates = matches!(a.table.entry_kind(a.form.entry), Kind::Template)
        || matches!(b.table.entry_kind(b.form.entry), Kind::Template);
    if templates {
        return decide(a, b, false);
    }
    let text = a.table.strings.as_bytes();
    if a.form.before.len() == b.form.before.len()
        && begins(text, a.form, b.table.strings.as_bytes(), b.form)
    {
        let (_, text) = text.split_at(a.form.before.start);
        Finding::Meet(
            a,
            b,
            Witness::EMPTY.and(from_utf8(text.split_at(a.form.before.len()).0)),
        )
    } else {
        Finding::Apart
    }
}

const fn decide(a: Place, b: Place, same: bool) -> Finding {
    let (Some(a_pattern), Some(b_pattern)) = (
        a.table.entry_pattern(&a.form),
        b.table.entry_pattern(&b.form),
    ) else {
        return Finding::TooLarge(a, b);
    };
    let plain = if same {
        a_pattern.forced()
    } else {
        a_pattern.apart(&b_pattern)
    };
    if plain {
        return Finding::Apart;
    }
    // Most forms that differ do so without the limits of integers, which have many states.
    let wide = (&a_pattern.widened(), &b_pattern.widened());
    if let Ok(None) = decide_within(wide, same) {
        return Finding::Apart;
    }
    match decide_within((&a_pattern, &b_pattern), same) {
        Ok(None) => Finding::Apart,
        Ok(Some(witness)) => Finding::Meet(a, b, witness),
        Err(()) => Finding::TooLarge(a, b),
    }
}

/// Searches in the smallest memory that is enough.
const fn decide_within(
    patterns: (&Pattern<'_>, &Pattern<'_>),
    same: bool,
) -> Result<Option<Witness>, ()> {
    let pairs = pairs(patterns.0, patterns.1);
    if pairs <= 1 << 14 {
        decide_in::<{ 1 << 14 }, { 1 << 12 }>(patterns, same)
    } else if pairs <= 1 << 20 {
        decide_in::<{ 1 << 20 }, { 1 << 15 }>(patterns, same)
    } else {
        Err(())
    }
}

/// Searches in memory for `PAIRS` pairs, of which `NODES` may be reached.
const fn decide_in<const PAIRS: usize, const NODES: usize>(
    patterns: (&Pattern<'_>, &Pattern<'_>),
    same: bool,
) -> Result<Option<Witness>, ()> {
    let mut nodes = [Node::EMPTY; NODES];
    let mut seen = [false; PAIRS];
    let mut empty = false;
    loop {
        match search(patterns, same, empty, &mut seen, &mut nodes) {
            Verdict::None => {}
            Verdict::Text(last) => return Ok(Some(Witness::spell(&nodes, last))),
            Verdict::TooLarge => return Err(()),
        }
        if empty || !patterns.0.may_be_empty() && !patterns.1.may_be_empty() {
            return Ok(None);
        }
        empty = true;
    }
}

/// Whether two forms have the same status, and the leading literal of `a` is a prefix of that of `b`.
pub(super) const fn begins(text: &[u8], a: SortedForm, other: &[u8], b: SortedForm) -> bool {
    let length = a.before.len();
    if a.status != b.status || length > b.before.len() {
        return false;
    }
    let mut at = 0;
    while at < length {
        if text[a.before.start + at] != other[b.before.start + at] {
            return false;
        }
        at += 1;
    }
    true
}
