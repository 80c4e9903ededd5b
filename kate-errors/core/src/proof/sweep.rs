//! Two tables, swept once in their order: a row meets those alone whose leading literal begins its own, or that its own begins.

use super::pattern::Part;
use super::tables::{Exempt, Finding, Place, compare};
use crate::Language;
use crate::chars::character;
use crate::table::{Said, Table};

/// The own rows of two tables, in one sweep through both orders. Behind it lie, of each table, the rows whose leading literal
/// begins the next row's: those it can meet.
pub(super) const fn tables(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
    let mut rows_a = Rows::of(a);
    let mut rows_b = Rows::of(b);
    loop {
        let from_a = match (rows_a.next, rows_b.next) {
            (None, None) => return Finding::Apart,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(first), Some(second)) => !is_behind(rows_b.text, second, rows_a.text, first),
        };
        let found = if from_a {
            rows_a.meet(&mut rows_b, exempt, true)
        } else {
            rows_b.meet(&mut rows_a, exempt, false)
        };
        if !found.is_apart() {
            return found;
        }
    }
}

/// The rows of a table, in order.
struct Rows {
    table: &'static Table,
    text: &'static [u8],
    count: usize,
    index: usize,
    next: Option<Said>,
    /// Rows before this one, each of which begins the one above it.
    open: [Open; Rows::MOST],
    depth: usize,
}

/// A row that begins the next one.
#[derive(Clone, Copy)]
struct Open {
    said: Said,
    /// The language of its first placeholder.
    language: Option<usize>,
}

impl Open {
    const NONE: Self = Self {
        said: Said {
            row: 0,
            status: 0,
            before: Part { start: 0, end: 0 },
        },
        language: None,
    };

    const fn like(self, other: Self) -> bool {
        match (self.language, other.language) {
            (Some(a), Some(b)) => a == b && self.said.before.len() == other.said.before.len(),
            _ => false,
        }
    }

    /// Whether its first placeholder takes something, and nothing that begins with what a longer literal has there.
    const fn refuses(self, table: &Table, text: &[u8], longer: Said) -> bool {
        let Some(language) = self.language else {
            return false;
        };
        let at = longer.before.start + self.said.before.len();
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

impl Rows {
    /// More texts that begin one another are refused.
    const MOST: usize = 256;

    const fn of(table: &'static Table) -> Self {
        let count = table.said_count();
        let next = if count > 0 { Some(table.said(0)) } else { None };
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

    /// Compares the next row with the open ones of the other table, and opens it for those to come. `first` says whether this is the table
    /// whose rows may be exempt.
    const fn meet(&mut self, other: &mut Self, exempt: Exempt, first: bool) -> Finding {
        let Some(said) = self.next else {
            return Finding::Apart;
        };
        let own = Place {
            table: self.table,
            said,
        };
        self.close(self.text, said);
        other.close(self.text, said);
        let mut depth = 0;
        // Rows that are open together are often alike: the answer for one is that for the next.
        let (mut known, mut refused) = (Open::NONE, false);
        while depth < other.depth {
            let open = other.open[depth];
            if !open.like(known) {
                (known, refused) = (open, open.refuses(other.table, self.text, said));
            }
            let place = Place {
                table: other.table,
                said: open.said,
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
        // What the other table has yet to show comes in order: if the next row does not begin so, none does.
        let awaited = match other.next {
            Some(next) => begins(self.text, said, other.text, next),
            None => false,
        };
        if awaited {
            if self.depth == Self::MOST {
                return Finding::TooMany(own);
            }
            self.open[self.depth] = Open {
                said,
                language: self.table.first_language(said.row),
            };
            self.depth += 1;
        }
        self.index += 1;
        self.next = if self.index < self.count {
            Some(self.table.said(self.index))
        } else {
            None
        };
        Finding::Apart
    }

    /// Leaves those open that begin this row.
    const fn close(&mut self, text: &[u8], said: Said) {
        while self.depth > 0 && !begins(self.text, self.open[self.depth - 1].said, text, said) {
            self.depth -= 1;
        }
    }
}

/// Whether a row comes before another.
const fn is_behind(text: &[u8], a: Said, other: &[u8], b: Said) -> bool {
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

/// Whether a row's leading literal begins another's, under one status.
pub(super) const fn begins(text: &[u8], a: Said, other: &[u8], b: Said) -> bool {
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
