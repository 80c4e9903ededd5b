//! The two questions, asked of whole tables: of types whose texts no macro sees at once.
//!
//! Rows are ordered by status and leading literal. Two rows can meet only if one's literal begins the other's, and
//! those that begin with a literal stand side by side: a search in the order finds them.

use super::pattern::Part;
use super::{Node, Pattern, Verdict, Witness, pairs, search};
use crate::Language;
use crate::chars::character;
use crate::table::{Kind, Said, Table, utf8};

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static Table,
    /// The row.
    pub said: Said,
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

impl Finding {
    const fn is_apart(&self) -> bool {
        matches!(self, Self::Apart)
    }
}

/// Whether a row has two readings of one text.
#[must_use]
pub const fn row(table: &'static Table, row: usize) -> Finding {
    let place = Place {
        table,
        said: table.said_by(row),
    };
    decide(place, place, true)
}

/// Whether two rows of a table say one text.
#[must_use]
pub const fn rows(table: &'static Table, a: usize, b: usize) -> Finding {
    compare(
        Place {
            table,
            said: table.said_by(a),
        },
        Place {
            table,
            said: table.said_by(b),
        },
    )
}

/// Whether a nested type says a text that the outer type's own rows say, or those of the types nested before it.
///
/// `index` is the nested type's, `row` its row in the outer table; `lossy` says whether its texts may be read as those of
/// earlier rows. Of later rows, and of those that are never read, their own marks say so: the answer's second half is whether
/// such a one was found.
#[must_use]
pub const fn nested(
    outer: &'static Table,
    index: usize,
    row: usize,
    lossy: bool,
) -> (Finding, bool) {
    let inner = outer.nested[index];
    let exempt = Exempt { before: row, lossy };
    let found = own_and_tree(outer, inner, exempt);
    if let Finding::Meet(a, b, _) | Finding::TooLarge(a, b) = found {
        return (found, exempt.outer_loses(a, b));
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

/// Which rows of the outer table may meet the nested ones: those before a lossy variant, and lossy ones that lose.
#[derive(Clone, Copy)]
struct Exempt {
    before: usize,
    lossy: bool,
}

impl Exempt {
    /// Which of an outer row and a nested one is not read: the later, unless only one of them ever is.
    const fn outer_loses(self, outer: Place, inner: Place) -> bool {
        match (outer.is_read(), inner.is_read()) {
            (true, false) => false,
            (false, true) => true,
            _ => outer.said.row > self.before,
        }
    }

    /// Whether the loss is accepted: where the loser stands, or in the loser's own type.
    const fn has(self, outer: Place, inner: Place) -> bool {
        if self.outer_loses(outer, inner) {
            outer.is_lossy()
        } else {
            self.lossy || inner.is_lossy()
        }
    }
}

impl Place {
    const fn is_read(self) -> bool {
        !matches!(self.table.row_kind(self.said.row), Kind::EmitOnly)
    }

    const fn is_lossy(self) -> bool {
        self.table.error_lossy(self.table.row_error(self.said.row))
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

/// The own rows of two tables, in one sweep through both orders. Behind it lie, of each table, the rows whose leading literal
/// begins the next row's: those it can meet.
const fn tables(a: &'static Table, b: &'static Table, exempt: Exempt) -> Finding {
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
            (Some(a), Some(b)) => a == b && length(self.said.before) == length(other.said.before),
            _ => false,
        }
    }

    /// Whether its first placeholder takes something, and nothing that begins with what a longer literal has there.
    const fn refuses(self, table: &Table, text: &[u8], longer: Said) -> bool {
        let Some(language) = self.language else {
            return false;
        };
        let at = longer.before.start + length(self.said.before);
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
    /// So many texts that begin one another are refused.
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

    /// Compares the next row with the open ones of the other table, and opens it. `first` says whether this is the table
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
        if self.depth == Self::MOST {
            return Finding::TooLarge(own, own);
        }
        self.open[self.depth] = Open {
            said,
            language: self.table.first_language(said.row),
        };
        self.depth += 1;
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
    let (short, long) = (length(a.before), length(b.before));
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
const fn begins(text: &[u8], a: Said, other: &[u8], b: Said) -> bool {
    let length = length(a.before);
    if a.status != b.status || length > b.before.end - b.before.start {
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

const fn length(part: Part) -> usize {
    part.end - part.start
}

/// Whether two rows say one text, of which one's leading literal begins the other's.
const fn compare(a: Place, b: Place) -> Finding {
    let templates = matches!(a.table.row_kind(a.said.row), Kind::Template)
        || matches!(b.table.row_kind(b.said.row), Kind::Template);
    if templates {
        return decide(a, b, false);
    }
    let text = a.table.strings.as_bytes();
    if length(a.said.before) == length(b.said.before)
        && begins(text, a.said, b.table.strings.as_bytes(), b.said)
    {
        let (_, text) = text.split_at(a.said.before.start);
        Finding::Meet(
            a,
            b,
            Witness::EMPTY.and(utf8(text.split_at(length(a.said.before)).0)),
        )
    } else {
        Finding::Apart
    }
}

const fn decide(a: Place, b: Place, same: bool) -> Finding {
    let (Some(a_pattern), Some(b_pattern)) =
        (a.table.row_pattern(&a.said), b.table.row_pattern(&b.said))
    else {
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
