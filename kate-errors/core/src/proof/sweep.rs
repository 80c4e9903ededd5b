//! Compares the forms of two tables in one sweep. Forms are sorted by status and leading literal. Two forms can match
//! the same detail only if one of their leading literals is a prefix of the other, so most pairs are never compared.

use super::compare::{begins, compare};
use super::exempt::Exempt;
use super::finding::{Finding, Place};
use super::pattern::Part;
use crate::Language;
use crate::const_str::char_at;
use crate::table::{SortedForm, Table};

/// Compares the forms of two tables, without those of nested types. For each table, the sweep keeps the forms open
/// whose leading literal is a prefix of the next form's: only those are compared with it.
pub(super) const fn sweep(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut entries_a = Entries::of(a);
    let mut entries_b = Entries::of(b);
    loop {
        let from_a = match (entries_a.next, entries_b.next) {
            (None, None) => return Finding::Apart,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(first), Some(second)) => {
                !is_before(entries_b.text, second, entries_a.text, first)
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

/// The forms of a table, in order.
struct Entries {
    table: &'static Table,
    text: &'static [u8],
    count: usize,
    index: usize,
    next: Option<SortedForm>,
    /// A stack of forms. The leading literal of each is a prefix of the next one's.
    open: [Open; Entries::MOST],
    depth: usize,
}

/// A form whose leading literal is a prefix of the next one's.
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

    /// Whether its first placeholder cannot match where a longer literal continues: it is not empty, and does not start
    /// with the character there.
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
                .step(Language::START, char_at(text, at).0)
                .is_none()
    }
}

impl Entries {
    /// More forms are refused.
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

    /// Compares the next form with the open ones of the other table, and opens it. `first` is whether this is the outer
    /// table.
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
        // Forms that are open together are often alike, so the last answer is kept.
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
            if !refused && !exempt.contains(a, b) {
                let found = compare(a, b);
                if !found.is_apart() {
                    return found;
                }
            }
            depth += 1;
        }
        // Later forms of the other table come in order: if the next one does not start with this literal, none does.
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

    /// Closes all forms whose leading literal is not a prefix of this one's.
    const fn close(&mut self, text: &[u8], form: SortedForm) {
        while self.depth > 0 && !begins(self.text, self.open[self.depth - 1].form, text, form) {
            self.depth -= 1;
        }
    }
}

/// Whether a form comes before another in the order.
const fn is_before(text: &[u8], a: SortedForm, other: &[u8], b: SortedForm) -> bool {
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
