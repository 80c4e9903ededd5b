//! Compares the forms of a type with each other.
//!
//! Forms are sorted by status, and then by their literals in order. Two forms can match one text only if the first literal of one
//! begins the first literal of the other. Suppose both first literals are equal, and neither first placeholder can take the
//! character that follows the other one. Then both placeholders end at the same place, and the same holds for the second
//! literals, and so on. So only few of all pairs are compared.

use super::decide::{Answer, meet};
use super::finding::Finding;
use super::list::Listed;
use super::literals::first_char;
use super::rank::rank;
use super::search::Memory;

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
    /// Memory for searches.
    pub memory: Memory<'c>,
}

/// Which pairs of a type's own forms are compared. The pairs of a nested type were compared when that type was compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those whose languages the macro knows from the spelling of types.
    Spelled,
    /// The others.
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

    /// Compares the forms of a range. They are equal up to this literal, and each placeholder before it ends at the same place in
    /// all of them.
    const fn compare(&mut self, from: usize, to: usize, literal: usize) {
        if self.is_settled(from, to) {
            return;
        }
        let mut start = from;
        while start < to {
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

    /// Compares the forms of a range, which are equal up to this literal and in it.
    const fn compare_equal(&mut self, from: usize, to: usize, literal: usize) {
        if to - from < 2 {
            return;
        }
        if !self.is_in_step(from, to, literal) {
            let mut index = from;
            while index < to {
                self.compare_each((index, index + 1), (index + 1, to));
                index += 1;
            }
            return;
        }
        // Forms that end here come first.
        let mut longer = from;
        while longer < to && self.list[longer].template().count() == literal {
            self.compare_each((longer, longer + 1), (longer + 1, to));
            longer += 1;
        }
        self.compare(longer, to, literal + 1);
    }

    /// Whether all placeholders after this literal end at the same place: none of their languages has a character that follows
    /// one of them.
    const fn is_in_step(&self, from: usize, to: usize, literal: usize) -> bool {
        let mut first = from;
        while first < to {
            if let Some(c) = self.follower(first, literal) {
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

    /// The character that follows a form's placeholder after this literal.
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

    /// Whether all forms of a range are of one nested type. They were compared when that type was compiled.
    const fn is_settled(&self, from: usize, to: usize) -> bool {
        let mut index = from;
        while index < to {
            if self.list[index].owner == 0 || self.list[index].owner != self.list[from].owner {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Compares each form of a range with each of another.
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

    const fn compare_pair(&mut self, a: usize, b: usize) {
        let (a, b) = (&self.list[a], &self.list[b]);
        if a.owner == b.owner && (a.owner != 0 || !self.has(a, b)) {
            return;
        }
        let Some((winner, loser)) = rank(a, b) else {
            return;
        };
        let slot = if a.owner == 0 && b.owner == 0 {
            loser.form.number
        } else if a.owner > b.owner {
            self.own_forms + a.owner - 1
        } else {
            self.own_forms + b.owner - 1
        };
        if !matches!(self.findings[slot], Finding::Apart) {
            return;
        }
        match meet(winner.template(), loser.template(), &mut self.memory) {
            Answer::No => {}
            Answer::Yes(_) => self.findings[slot] = Finding::Meet(winner.form, loser.form),
            Answer::TooLarge => self.findings[slot] = Finding::TooLarge(winner.form, loser.form),
        }
    }

    /// Whether the scope has this pair of the type's own forms.
    const fn has(&self, a: &Listed<'_>, b: &Listed<'_>) -> bool {
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

const fn begins(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len()
}
