//! The two questions for tables. The macro sees the forms of one type; a `const` sees the tables of nested types too.

use super::compare::{compare, two_readings};
use super::exempt::Exempt;
use super::sweep::sweep;
use crate::table::Table;

pub use super::finding::{Finding, Place};

/// Whether a form has two readings of one detail.
#[must_use]
pub const fn entry(table: &'static Table, entry: usize) -> Finding {
    two_readings(Place {
        table,
        form: table.sorted_form_of(entry),
    })
}

/// Whether two forms of a table match the same detail.
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

/// Whether a form of a nested type matches the same detail as a form of the outer type, or of a type that is nested
/// before it.
///
/// `index` is that of the nested type, and `entry` is its entry in the outer table. `lossy` is whether the variant of
/// the nested type is marked `#[kate(lossy)]`. The second half of the answer is whether the form of the outer type
/// loses.
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
    let mut found = sweep(a, b, exempt);
    let mut index = 0;
    while index < b.nested.len() && found.is_apart() {
        found = own_and_tree(a, b.nested[index], exempt);
        index += 1;
    }
    found
}
