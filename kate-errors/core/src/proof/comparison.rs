//! Compares the forms of a type with each other.
//!
//! Comparing two forms is expensive, so most pairs are skipped. Forms are sorted by status, then by their leading literals, then
//! by their next literals, and so on. Two facts about forms of one status tell which pairs can be skipped:
//!
//! - Both match one text only if the leading literal of one is the beginning of the other's. In sorted order, all forms whose
//!   leading literal begins with a certain literal follow each other.
//! - Suppose that forms have the same leading literal, and that none of their first placeholders can take a character that
//!   follows one of these placeholders. Then in any text all these placeholders end at the same place, before the first such
//!   character. What was said of leading literals now holds for the literals after these placeholders too, so the forms are
//!   divided further.

use super::decide::{Answer, meet};
use super::finding::Finding;
use super::list::Listed;
use super::literals::first_char;
use super::rank::rank;
use super::search::Memory;
use crate::const_str::common_start;

/// A comparison of all forms in a list.
#[derive(Debug)]
pub struct Comparison<'c, 'a> {
    /// The forms, sorted by status and literals.
    pub list: &'c [Listed<'a>],
    /// Which pairs of the type's own forms are compared.
    pub scope: Scope,
    /// How many forms the type has itself.
    pub own_forms: usize,
    /// The findings: one for each form of the type itself by its number, then one for each nested type.
    pub findings: &'c mut [Finding<'a>],
    /// The memory that each search uses.
    pub memory: Memory<'c>,
}

/// Which pairs of a type's own forms are compared. Two forms of one nested type are never compared: that was done when the nested
/// type was compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The pairs of two [spelled](crate::table::FormEntry::spelled) forms. The macro compares them.
    Spelled,
    /// The pairs with at least one form that is not spelled. Constants in the generated code compare them.
    Unspelled,
}

impl Comparison<'_, '_> {
    /// Fills in the findings. For each form or nested type, the first finding is kept.
    pub const fn run(&mut self) {
        let mut from = 0;
        while from < self.list.len() {
            let status = self.list[from].form.entry().status;
            let mut to = from + 1;
            while to < self.list.len() && self.list[to].form.entry().status == status {
                to += 1;
            }
            self.compare(from, to, 0);
            from = to;
        }
    }

    /// Compares the forms `from..to` by the literal of this number. The literals before it are equal in all of these forms, and
    /// the placeholders before it end at the same places.
    const fn compare(&mut self, from: usize, to: usize, literal: usize) {
        if self.are_of_one_nested_type(from, to) {
            return;
        }
        let mut start = from;
        while start < to {
            // `start..end` have the same literal, and `end..longer` one that begins with it. No later form can match a text of
            // these.
            let own = self.literal(start, literal);
            let mut end = start + 1;
            while end < to && equal(own, self.literal(end, literal)) {
                end += 1;
            }
            let mut longer = end;
            while longer < to && begins(own, self.literal(longer, literal)) {
                longer += 1;
            }
            self.compare_each((start, end), (end, longer));
            self.compare_equal(start, end, literal);
            start = end;
        }
    }

    /// Compares the forms `from..to`, which have the same literals up to this one, this one included.
    const fn compare_equal(&mut self, from: usize, to: usize, literal: usize) {
        if to - from < 2 {
            return;
        }
        if !self.ends_are_equal(from, to, literal) {
            let mut index = from;
            while index < to {
                self.compare_each((index, index + 1), (index + 1, to));
                index += 1;
            }
            return;
        }
        // A form without a placeholder after this literal comes before those that have one.
        let mut longer = from;
        while longer < to && self.list[longer].template().count() == literal {
            self.compare_each((longer, longer + 1), (longer + 1, to));
            longer += 1;
        }
        self.compare(longer, to, literal + 1);
    }

    /// Whether the placeholders after this literal end at the same place in all of the forms `from..to`, whatever the text is.
    /// They do if none of them can take a character that follows one of them.
    const fn ends_are_equal(&self, from: usize, to: usize, literal: usize) -> bool {
        let mut first = from;
        while first < to {
            if let Some(c) = self.follower(first, literal) {
                // Sorted forms often have the same follower. It is checked once.
                let repeated = first > from && is_char(self.follower(first - 1, literal), c);
                let mut other = from;
                while !repeated && other < to {
                    let template = self.list[other].template();
                    if template.count() > literal && template.language(literal).may_contain_char(c)
                    {
                        return false;
                    }
                    other += 1;
                }
            } else if self.list[first].template().count() > literal {
                return false;
            }
            first += 1;
        }
        true
    }

    /// The character that follows the placeholder after this literal. `None` if there is no such placeholder, or if the next
    /// placeholder or the end of the text follows it.
    const fn follower(&self, form: usize, literal: usize) -> Option<char> {
        let template = self.list[form].template();
        if template.count() > literal {
            first_char(template.literal(literal + 1))
        } else {
            None
        }
    }

    const fn literal(&self, form: usize, literal: usize) -> &[u8] {
        self.list[form].template().literal(literal)
    }

    /// Whether all of the forms `from..to` are of one nested type, which compared them when it was compiled.
    const fn are_of_one_nested_type(&self, from: usize, to: usize) -> bool {
        let mut index = from;
        while index < to {
            if self.list[index].owner == 0 || self.list[index].owner != self.list[from].owner {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Compares each form of the range `a` with each form of the range `b`.
    const fn compare_each(&mut self, a: (usize, usize), b: (usize, usize)) {
        let mut first = a.0;
        while first < a.1 {
            let mut second = b.0;
            while second < b.1 {
                self.compare_pair(first, second);
                second += 1;
            }
            first += 1;
        }
    }

    /// Compares two forms, unless the scope excludes them or the finding for them is known already.
    const fn compare_pair(&mut self, a: usize, b: usize) {
        let (a, b) = (&self.list[a], &self.list[b]);
        if a.owner == b.owner && (a.owner != 0 || !self.is_in_scope(a, b)) {
            return;
        }
        let Some((winner, loser)) = rank(a, b) else {
            return;
        };
        let finding = if a.owner == 0 && b.owner == 0 {
            loser.form.number
        } else if a.owner > b.owner {
            self.own_forms + a.owner - 1
        } else {
            self.own_forms + b.owner - 1
        };
        if !matches!(self.findings[finding], Finding::Apart) {
            return;
        }
        match meet(winner.template(), loser.template(), &mut self.memory) {
            Answer::No => {}
            Answer::Yes(_) => self.findings[finding] = Finding::Meet(winner.form, loser.form),
            Answer::TooLarge => self.findings[finding] = Finding::TooLarge(winner.form, loser.form),
        }
    }

    /// Whether two of the type's own forms are in the scope.
    const fn is_in_scope(&self, a: &Listed<'_>, b: &Listed<'_>) -> bool {
        let spelled = a.form.entry().spelled && b.form.entry().spelled;
        match self.scope {
            Scope::Spelled => spelled,
            Scope::Unspelled => !spelled,
        }
    }
}

const fn is_char(found: Option<char>, c: char) -> bool {
    match found {
        Some(found) => found as u32 == c as u32,
        None => false,
    }
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && begins(a, b)
}

/// Whether `b` begins with `a`.
const fn begins(a: &[u8], b: &[u8]) -> bool {
    common_start(a, b) == a.len()
}
