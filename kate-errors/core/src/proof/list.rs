//! The forms that a type's proof compares: its own, and those of its nested types.

use super::finding::FormRef;
use super::template::Template;
use crate::const_str::common_start;
use crate::table::Table;

/// A form, and its place in the type that is proved.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The form.
    pub form: FormRef<'a>,
    /// The type that the form belongs to. Zero is the type that is proved; a nested type is one more than its index in the table.
    pub(super) owner: usize,
    /// The order in which decoding reads the forms: a smaller number is earlier. All forms of a nested type have the same number.
    pub(super) order: usize,
    /// Whether the form is of a nested type, and the variant that holds that type is lossy.
    pub(super) lossy: bool,
}

impl<'a> Listed<'a> {
    /// A form of the type itself.
    #[must_use]
    pub const fn own(table: &'a Table<'a>, number: usize) -> Self {
        Self {
            form: FormRef {
                table,
                number,
                nested: false,
            },
            owner: 0,
            order: number * 2 + 1,
            lossy: false,
        }
    }

    pub(super) const fn template(&self) -> Template<'a> {
        Template::of(self.form.entry())
    }
}

/// How many forms [`list`] lists.
#[must_use]
pub const fn count(table: &Table<'_>) -> usize {
    let mut count = table.sorted.len();
    let mut index = 0;
    while index < table.nested.len() {
        if let Some(nested) = table.nested[index].table {
            count += self::count(nested);
        }
        index += 1;
    }
    count
}

/// The forms of a type and of its nested types, sorted by status and literals.
///
/// # Panics
///
/// If `N` is not their [`count`].
#[must_use]
pub const fn list<const N: usize>(table: &'static Table<'static>) -> [Listed<'static>; N] {
    let mut all = [Listed::own(table, 0); N];
    let mut length = 0;
    while length < table.sorted.len() {
        all[length] = Listed::own(table, table.sorted[length]);
        length += 1;
    }
    let mut index = 0;
    while index < table.nested.len() {
        let nested = &table.nested[index];
        if let Some(inner) = nested.table {
            let like = Listed {
                owner: index + 1,
                order: nested.position * 2,
                lossy: nested.lossy,
                ..Listed::own(inner, 0)
            };
            length = add(&mut all, length, inner, like);
        }
        index += 1;
    }
    assert!(length == N, "the count is that of the list");
    all
}

/// Merges the forms of a nested type into the sorted list, and then those of the types that it nests. Returns the new length of
/// the list. The new entries are as `like`, but for the form.
const fn add(
    all: &mut [Listed<'static>],
    length: usize,
    table: &'static Table<'static>,
    like: Listed<'static>,
) -> usize {
    let (mut left, mut right) = (length, table.sorted.len());
    // The merge goes from the end, so that no form is moved twice.
    while right > 0 {
        let form = FormRef {
            table,
            number: table.sorted[right - 1],
            nested: true,
        };
        let new = Listed { form, ..like };
        let last = left + right - 1;
        if left > 0 && is_before(&new, &all[left - 1]) {
            all[last] = all[left - 1];
            left -= 1;
        } else {
            all[last] = new;
            right -= 1;
        }
    }
    let mut length = length + table.sorted.len();
    let mut index = 0;
    while index < table.nested.len() {
        if let Some(inner) = table.nested[index].table {
            length = add(all, length, inner, like);
        }
        index += 1;
    }
    length
}

/// Whether a form comes before another by status and literals.
const fn is_before(a: &Listed<'_>, b: &Listed<'_>) -> bool {
    let (status_a, status_b) = (a.form.entry().status, b.form.entry().status);
    if status_a != status_b {
        return status_a < status_b;
    }
    let (a, b) = (a.template(), b.template());
    let mut index = 0;
    while index <= a.count() && index <= b.count() {
        let (x, y) = (a.literal(index), b.literal(index));
        let at = common_start(x, y);
        if at < x.len() && at < y.len() {
            return x[at] < y[at];
        }
        if x.len() != y.len() {
            return x.len() < y.len();
        }
        index += 1;
    }
    a.count() < b.count()
}

/// Whether a type, or one of its nested types, has an `other` variant.
#[must_use]
pub const fn has_other(table: &Table<'_>) -> bool {
    let mut found = table.other.is_some();
    let mut index = 0;
    while index < table.nested.len() && !found {
        if let Some(nested) = table.nested[index].table {
            found = has_other(nested);
        }
        index += 1;
    }
    found
}
