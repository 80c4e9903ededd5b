//! The two questions, asked of whole tables: of types whose texts no macro sees at once.
//!
//! Entries are ordered by status and leading literal. Two entries can meet only if one's literal begins the other's, and
//! those that begin with a literal stand side by side: a search in the order finds them.

use super::sweep::{begins, tables};
use super::{Node, Pattern, Verdict, Witness, pairs, search};
use crate::table::{Kind, SortedForm, Table, utf8};

/// A entry of a table.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static Table,
    /// The entry.
    pub form: SortedForm,
}

/// What was found of entries.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "a `const` has no heap")]
pub enum Finding {
    /// No text is form twice.
    Apart,
    /// Both entries, which may be one, say this text.
    Meet(Place, Place, Witness),
    /// These entries cannot be compared within bounds.
    TooLarge(Place, Place),
    /// More entries begin as this one does than are compared.
    TooMany(Place),
}

impl Finding {
    pub(super) const fn is_apart(&self) -> bool {
        matches!(self, Self::Apart)
    }
}

/// Whether a entry has two readings of one text.
#[must_use]
pub const fn entry(table: &'static Table, entry: usize) -> Finding {
    let place = Place {
        table,
        form: table.sorted_form_of(entry),
    };
    decide(place, place, true)
}

/// Whether two entries of a table say one text.
#[must_use]
pub const fn entries(table: &'static Table, a: usize, b: usize) -> Finding {
    compare(
        Place {
            table,
            form: table.sorted_form_of(a),
        },
        Place {
            table,
            form: table.sorted_form_of(b),
        },
    )
}

/// Whether a nested type says a text that the outer type's own entries say, or those of the types nested before it.
///
/// `index` is the nested type's, `entry` its entry in the outer table; `lossy` says whether its texts may be read as those of
/// earlier entries. Of later entries, and of those that are never read, their own marks say so: the answer's second half is whether
/// such a one was found.
#[must_use]
pub const fn nested(
    outer: &'static Table,
    index: usize,
    entry: usize,
    lossy: bool,
) -> (Finding, bool) {
    let inner = outer.nested[index];
    let exempt = Exempt {
        before: entry,
        lossy,
    };
    let found = own_and_tree(outer, inner, exempt);
    match found {
        Finding::Apart => {}
        Finding::TooMany(_) => return (found, false),
        Finding::Meet(a, b, _) | Finding::TooLarge(a, b) => {
            return (found, exempt.outer_loses(a, b));
        }
    }
    let mut earlier = 0;
    let exempt = Exempt {
        before: usize::MAX,
        lossy,
    };
    while earlier < index {
        let found = trees(outer.nested[earlier], inner, exempt);
        if !found.is_apart() {
            return (found, false);
        }
        earlier += 1;
    }
    (Finding::Apart, false)
}

/// Which entries of the outer table may meet the nested ones: those before a lossy variant, and lossy ones that lose.
#[derive(Clone, Copy)]
pub(super) struct Exempt {
    before: usize,
    lossy: bool,
}

impl Exempt {
    /// Which of an outer entry and a nested one is not read: the later, unless only one of them ever is.
    const fn outer_loses(self, outer: Place, inner: Place) -> bool {
        match (outer.is_read(), inner.is_read()) {
            (true, false) => false,
            (false, true) => true,
            _ => outer.form.entry > self.before,
        }
    }

    /// Whether the loss is accepted: where the loser stands, or in the loser's own type.
    pub(super) const fn has(self, outer: Place, inner: Place) -> bool {
        if self.outer_loses(outer, inner) {
            outer.is_lossy()
        } else {
            self.lossy || inner.is_lossy()
        }
    }
}

impl Place {
    const fn is_read(self) -> bool {
        !matches!(self.table.entry_kind(self.form.entry), Kind::EmitOnly)
    }

    const fn is_lossy(self) -> bool {
        self.table
            .error_lossy(self.table.entry_error(self.form.entry))
    }
}

const fn trees(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut found = own_and_tree(a, b, exempt);
    let mut index = 0;
    while index < a.nested.len() && found.is_apart() {
        found = trees(a.nested[index], b, exempt);
        index += 1;
    }
    found
}

const fn own_and_tree(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut found = tables(a, b, exempt);
    let mut index = 0;
    while index < b.nested.len() && found.is_apart() {
        found = own_and_tree(a, b.nested[index], exempt);
        index += 1;
    }
    found
}

/// Whether two entries say one text, of which one's leading literal begins the other's.
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
            Witness::EMPTY.and(utf8(text.split_at(a.form.before.len()).0)),
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
    // Most texts that are told apart are so whatever the size of their numbers.
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

/// Within bounds, and in no more memory than is needed.
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

/// In memory for so many pairs, and for so many of them that are reached.
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
