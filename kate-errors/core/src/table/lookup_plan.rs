//! Builds the index of a table, and finds the entries that can be read without a look at others.

use super::index::{Ends, list, plan};
use super::layout::{ENTRY, FIRST, Kind, NONE, ONLY, PLACEHOLDERS, Roots};

/// The entries that are read.
pub(super) struct LookupPlan<'a> {
    constants: Vec<EntryLiterals<'a>>,
    templates: Vec<EntryLiterals<'a>>,
    nested: Vec<u32>,
}

/// The literals of an entry: before the first placeholder, and after each.
struct EntryLiterals<'a> {
    entry: u32,
    before: &'a [u8],
    after: Vec<&'a [u8]>,
}

impl EntryLiterals<'_> {
    fn ends(&self) -> Ends<'_> {
        Ends {
            entry: self.entry,
            before: self.before,
            after: self.after.last().unwrap_or(&self.before),
            constant: self.after.is_empty(),
        }
    }

    /// Whether the entry would match a detail if all its fields were free text.
    fn may_match(&self, detail: &[u8]) -> bool {
        let Some((last, others)) = self.after.split_last() else {
            return self.before == detail;
        };
        let Some(mut rest) = detail.strip_prefix(self.before) else {
            return false;
        };
        for literal in others {
            let Some(at) = (0..=rest.len()).find(|&at| rest[at..].starts_with(literal)) else {
                return false;
            };
            rest = &rest[at + literal.len()..];
        }
        rest.ends_with(last)
    }
}

impl<'a> LookupPlan<'a> {
    /// The plan for these entries. `head` is the number of words before `lists`.
    pub(super) fn new(
        strings: &'a str,
        entries: &[[u32; ENTRY]],
        lists: &[u32],
        head: usize,
    ) -> Self {
        let slice = |start: u32, length: u32| {
            &strings.as_bytes()[start as usize..(start + length) as usize]
        };
        let of_kind = |kind: Kind| {
            let entries = entries.iter().zip(0..);
            entries.filter(move |(entry, _)| Kind::of(entry[0]) == kind)
        };
        let literals = |kind: Kind| {
            let literals = of_kind(kind).map(|(words, entry)| {
                let placeholders = if words[0] & PLACEHOLDERS == 0 {
                    &[]
                } else {
                    let list = &lists[words[4] as usize - head..];
                    &list[1..][..list[0] as usize * 3]
                };
                let after = placeholders
                    .chunks_exact(3)
                    .map(|placeholder| slice(placeholder[1], placeholder[2]));
                EntryLiterals {
                    entry,
                    before: slice(words[2], words[3]),
                    after: after.collect(),
                }
            });
            literals.collect()
        };
        Self {
            constants: literals(Kind::Constant),
            templates: literals(Kind::Template),
            nested: of_kind(Kind::Nested).map(|(_, entry)| entry).collect(),
        }
    }

    /// Appends the index to the lists.
    pub(super) fn roots(&self, lists: &mut Vec<u32>, head: usize) -> Roots {
        let start = head + lists.len();
        let mut words = Vec::new();
        let mut index = |entries: &[EntryLiterals<'_>]| {
            let entries: Vec<_> = entries.iter().map(EntryLiterals::ends).collect();
            plan(&entries, &mut words, start)
        };
        let (constants, templates) = (index(&self.constants), index(&self.templates));
        let roots = Roots {
            constants,
            templates,
            nested: list(&self.nested, &mut words, start),
            ..Roots::EMPTY
        };
        lists.extend(words);
        roots
    }

    /// Which entries are [`FIRST`] and [`ONLY`]. Only constants and templates are compared with each other: a lookup
    /// finds all templates that may match a detail.
    pub(super) fn flags(&self) -> Vec<(u32, u32)> {
        let nested = self.nested.first().copied().unwrap_or(NONE);
        let mut first_template = vec![NONE; self.constants.len()];
        let mut first_constant = vec![NONE; self.templates.len()];
        for (constant, template) in self.constants.iter().zip(&mut first_template) {
            for (other, constant_of) in self.templates.iter().zip(&mut first_constant) {
                if other.may_match(constant.before) {
                    *template = other.entry.min(*template);
                    *constant_of = constant.entry.min(*constant_of);
                }
            }
        }
        let flags = |literals: &EntryLiterals<'_>, other: u32| {
            let other = other.min(nested);
            let first = if literals.entry < other { FIRST } else { 0 };
            let only = if other == NONE { ONLY } else { 0 };
            (literals.entry, first | only)
        };
        let constants = self.constants.iter().zip(first_template);
        let templates = self.templates.iter().zip(first_constant);
        let all = constants.chain(templates);
        all.map(|(literals, other)| flags(literals, other))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::EntryLiterals;

    #[test]
    fn literals_are_found_in_order_without_overlap() {
        let template = |literals: &[&'static str]| EntryLiterals {
            entry: 0,
            before: literals[0].as_bytes(),
            after: literals[1..].iter().map(|text| text.as_bytes()).collect(),
        };
        for (literals, matching, others) in [
            (
                &["Run ", " lost"][..],
                &["Run  lost", "Run 7 lost"][..],
                &["Run lost", "Run 7"][..],
            ),
            (
                &["a", "aa", "a"],
                &["aaaa", "a aa a"],
                &["aaa", "aa aa", "a a a", "aaa "],
            ),
            (&["", "b", "b", ""], &["bb", "abab"], &["b", "aba", ""]),
            (&["", ""], &["", "a"], &[]),
            (&["Lost"], &["Lost"], &["Lost.", "lost", ""]),
        ] {
            let entry = template(literals);
            assert!(
                matching
                    .iter()
                    .all(|detail| entry.may_match(detail.as_bytes())),
                "{literals:?}"
            );
            assert!(
                !others
                    .iter()
                    .any(|detail| entry.may_match(detail.as_bytes())),
                "{literals:?}"
            );
        }
    }
}
