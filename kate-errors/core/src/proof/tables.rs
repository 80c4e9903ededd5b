//! The two questions, asked of whole tables: of types whose texts no macro sees at once.
//!
//! Rows are ordered by status and leading literal. Two rows can meet only if one's literal begins the other's, and
//! those that begin with a literal stand side by side: a search in the order finds them.

use super::{Node, Pattern, Verdict, Witness, pairs, search};
use crate::table::{Table, utf8};

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static Table,
    /// The row.
    pub row: usize,
}

/// What was found of rows.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "a `const` has no heap")]
pub enum Finding {
    /// No text is said twice.
    Apart,
    /// Both rows, which may be one, say this text.
    Meet(Place, Place, Witness),
    /// These rows cannot be compared within bounds.
    TooLarge(Place, Place),
}

/// Whether a row has two readings of one text.
#[must_use]
pub const fn row(place: Place) -> Finding {
    decide(place, place, true)
}

/// Whether two rows say one text.
#[must_use]
pub const fn rows(a: Place, b: Place) -> Finding {
    if a.table.row_is_template(a.row) || b.table.row_is_template(b.row) {
        return decide(a, b, false);
    }
    let text = a.table.row_before(a.row);
    if text.len() == b.table.row_before(b.row).len() && begins(b.table.row_before(b.row), text) {
        Finding::Meet(a, b, Witness::EMPTY.and(utf8(text)))
    } else {
        Finding::Apart
    }
}

/// Whether a nested type says a text that the outer type's own rows say, or those of the types nested before it.
///
/// `index` is the nested type's, `row` its row in the outer table; `lossy` says whether its texts may be read as those of
/// earlier rows. Of later rows their own marks say so: the answer's second half is whether such a one was found.
#[must_use]
pub const fn nested(
    outer: &'static Table,
    index: usize,
    row: usize,
    lossy: bool,
) -> (Finding, bool) {
    let inner = outer.nested[index];
    let found = own_and_tree(outer, inner, Exempt { before: row, lossy });
    if let Finding::Meet(a, ..) | Finding::TooLarge(a, _) = found {
        return (found, a.row > row);
    }
    let mut earlier = 0;
    while earlier < index && !lossy {
        let found = trees(outer.nested[earlier], inner);
        if !matches!(found, Finding::Apart) {
            return (found, false);
        }
        earlier += 1;
    }
    (Finding::Apart, false)
}

/// Which rows of the outer table may meet the nested ones: those before a lossy variant, and lossy ones behind it.
#[derive(Clone, Copy)]
struct Exempt {
    before: usize,
    lossy: bool,
}

impl Exempt {
    const NONE: Self = Self {
        before: usize::MAX,
        lossy: false,
    };

    const fn has(self, table: &Table, row: usize) -> bool {
        if row < self.before {
            self.lossy
        } else {
            table.error_lossy(table.row_error(row))
        }
    }
}

const fn trees(a: &'static Table, b: &'static Table) -> Finding {
    let mut found = own_and_tree(a, b, Exempt::NONE);
    let mut index = 0;
    while index < a.nested.len() && matches!(found, Finding::Apart) {
        found = trees(a.nested[index], b);
        index += 1;
    }
    found
}

const fn own_and_tree(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut found = tables(a, b, exempt);
    let mut index = 0;
    while index < b.nested.len() && matches!(found, Finding::Apart) {
        found = own_and_tree(a, b.nested[index], exempt);
        index += 1;
    }
    found
}

/// The own rows of two tables.
const fn tables(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut index = 0;
    while index < a.said() {
        let place = Place {
            table: a,
            row: a.said_row(index),
        };
        if !exempt.has(a, place.row) {
            let found = those_that_begin(
                place,
                b,
                false,
                Exempt {
                    before: 0,
                    ..Exempt::NONE
                },
                true,
            );
            if !matches!(found, Finding::Apart) {
                return found;
            }
        }
        index += 1;
    }
    let mut index = 0;
    while index < b.said() {
        let place = Place {
            table: b,
            row: b.said_row(index),
        };
        let found = those_that_begin(place, a, true, exempt, false);
        if !matches!(found, Finding::Apart) {
            return found;
        }
        index += 1;
    }
    Finding::Apart
}

/// Compares a row with those of a table whose leading literal begins with its own; `longer` leaves out the equal ones.
const fn those_that_begin(
    place: Place,
    table: &'static Table,
    longer: bool,
    exempt: Exempt,
    all: bool,
) -> Finding {
    let (status, before) = (
        place.table.row_status(place.row),
        place.table.row_before(place.row),
    );
    let (mut low, mut high) = (0, table.said());
    while low < high {
        let middle = usize::midpoint(low, high);
        let row = table.said_row(middle);
        let own = table.row_status(row);
        if own < status || own == status && less(table.row_before(row), before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while low < table.said() {
        let row = table.said_row(low);
        let own = table.row_before(row);
        if table.row_status(row) != status || !begins(own, before) {
            break;
        }
        let counts = !longer || own.len() > before.len();
        if counts && (all || !exempt.has(table, row)) {
            let other = Place { table, row };
            let found = if longer {
                rows(other, place)
            } else {
                rows(place, other)
            };
            if !matches!(found, Finding::Apart) {
                return found;
            }
        }
        low += 1;
    }
    Finding::Apart
}

const fn begins(text: &[u8], with: &[u8]) -> bool {
    if text.len() < with.len() {
        return false;
    }
    let mut at = 0;
    while at < with.len() {
        if text[at] != with[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn less(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

/// The most pairs of places, and of those that are reached.
const MOST_PAIRS: usize = 1 << 18;
const MOST_NODES: usize = 1 << 14;

#[expect(clippy::large_stack_arrays, reason = "it runs in the compiler alone")]
const fn decide(a: Place, b: Place, same: bool) -> Finding {
    let (Some(a_slots), Some(b_slots)) = (a.table.row_pattern(a.row), b.table.row_pattern(b.row))
    else {
        return Finding::TooLarge(a, b);
    };
    let a_pattern = Pattern {
        before: a.table.row_text_const(a.row),
        slots: a_slots.get(),
    };
    let b_pattern = Pattern {
        before: b.table.row_text_const(b.row),
        slots: b_slots.get(),
    };
    if !same && a_pattern.apart(&b_pattern) || same && a_pattern.slots.len() < 2 {
        return Finding::Apart;
    }
    if pairs(&a_pattern, &b_pattern) > MOST_PAIRS {
        return Finding::TooLarge(a, b);
    }
    let mut nodes = [Node::EMPTY; MOST_NODES];
    let mut seen = [false; MOST_PAIRS];
    let mut empty = false;
    loop {
        match search((&a_pattern, &b_pattern), same, empty, &mut seen, &mut nodes) {
            Verdict::None => {}
            Verdict::Text(last) => return Finding::Meet(a, b, Witness::spell(&nodes, last)),
            Verdict::TooLarge => return Finding::TooLarge(a, b),
        }
        if empty || !a_pattern.may_be_empty() && !b_pattern.may_be_empty() {
            return Finding::Apart;
        }
        empty = true;
    }
}
