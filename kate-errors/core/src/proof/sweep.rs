//! Two tables, swept once in their order: a entry meets those alone whose leading literal begins its own, or that its own begins.

use super::pattern::Part;
use super::tables::{Exempt, Finding, Place, compare};
use crate::Language;
use crate::chars::character;
use crate::table::{SortedForm, Table};

/// The own entries of two tables, in one sweep through both orders. Behind it lie, of each table, the entries whose leading literal
/// begins the next entry's: those it can meet.
pub(super) const fn tables(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut entries_a = Entries::of(a);
    let mut entries_b = Entries::of(b);
    loop {
        let from_a = match (entries_a.next, entries_b.next) {
            (None, None) => return Finding::Apart,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(first), Some(second)) => {
                !is_behind(entries_b.text, second, entries_a.text, first)
            }
        };
        let found = if from_a {
            entries_a.meet(&mut entries_b, exempt, true)
        } else {
            entries_b.meet(&mut entries_a, exempt, false)
        };
        if !found.is_apart() {
            return found;
        }
    }
}

/// The entries of a table, in order.
struct Entries {
    table: &'static Table,
    text: &'static [u8],
    count: usize,
    index: usize,
    next: Option<SortedForm>,
    /// Entries before this one, each of which begins the one above it.
    open: [Open; Entries::MOST],
    depth: usize,
}

/// A entry that begins the next one.
#[derive(Clone, Copy)]
struct Open {
    form: SortedForm,
    /// The language of its first placeholder.
    language: Option<usize>,
}

impl Open {
    const NONE: Self = Self {
        form: SortedForm {
            entry: 0,
            status: 0,
            before: Part { start: 0, end: 0 },
        },
        language: None,
    };

    const fn like(self, other: Self) -> bool {
        match (self.language, other.language) {
            (Some(a), Some(b)) => a == b && self.form.before.len() == other.form.before.len(),
            _ => false,
        }
    }

    /// Whether its first placeholder takes something, and nothing that begins with what a longer literal has there.
    const fn refuses(self, table: &Table, text: &[u8], longer: SortedForm) -> bool {
        let Some(language) = self.language else {
            return false;
        };
        let at = longer.before.start + self.form.before.len();
        if at >= longer.before.end {
            return false;
        }
        let language = &table.languages[language];
        !language.accepts(Language::START)
            && language
                .step(Language::START, character(text, at).0)
                .is_none()
    }
}

impl Entries {
    /// More texts that begin one another are refused.
    const MOST: usize = 256;

    const fn of(table: &'static Table) -> Self {
        let count = table.sorted_count();
        let next = if count > 0 {
            Some(table.sorted_form(0))
        } else {
            None
        };
        Self {
            table,
            text: table.strings.as_bytes(),
            count,
            index: 0,
            next,
            open: [Open::NONE; Self::MOST],
            depth: 0,
        }
    }

    /// Compares the next entry with the open ones of the other table, and opens it for those to come. `first` says whether this is the table
    /// whose entries may be exempt.
    const fn meet(&mut self, other: &mut Self, exempt: Exempt, first: bool) -> Finding {
        let Some(form) = self.next else {
            return Finding::Apart;
        };
        let own = Place {
            table: self.table,
            form,
        };
        self.close(self.text, form);
        other.close(self.text, form);
        let mut depth = 0;
        // Entries that are open together are often alike: the answer for one is that for the next.
        let (mut known, mut refused) = (Open::NONE, false);
        while depth < other.depth {
            let open = other.open[depth];
            if !open.like(known) {
                (known, refused) = (open, open.refuses(other.table, self.text, form));
            }
            let place = Place {
                table: other.table,
                form: open.form,
            };
            let (a, b) = if first { (own, place) } else { (place, own) };
            if !refused && !exempt.has(a, b) {
                let found = compare(a, b);
                if !found.is_apart() {
                    return found;
                }
            }
            depth += 1;
        }
        // What the other table has yet to show comes in order: if the next entry does not begin so, none does.
        let awaited = match other.next {
            Some(next) => begins(self.text, form, other.text, next),
            None => false,
        };
        if awaited {
            if self.depth == Self::MOST {
                return Finding::TooMany(own);
            }
            self.open[self.depth] = Open {
                form,
                language: self.table.first_language(form.entry),
            };
            self.depth += 1;
        }
        self.index += 1;
        self.next = if self.index < self.count {
            Some(self.table.sorted_form(self.index))
        } else {
            None
        };
        Finding::Apart
    }

    /// Leaves those open that begin this entry.
    const fn close(&mut self, text: &[u8], form: SortedForm) {
        while self.depth > 0 && !begins(self.text, self.open[self.depth - 1].form, text, form) {
            self.depth -= 1;
        }
    }
}

/// Whether a entry comes before another.
const fn is_behind(text: &[u8], a: SortedForm, other: &[u8], b: SortedForm) -> bool {
    if a.status != b.status {
        return a.status < b.status;
    }
    let (short, long) = (a.before.len(), b.before.len());
    let mut at = 0;
    while at < short && at < long {
        let (x, y) = (text[a.before.start + at], other[b.before.start + at]);
        if x != y {
            return x < y;
        }
        at += 1;
    }
    short < long
}

/// Whether a entry's leading literal begins another's, under one status.
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
