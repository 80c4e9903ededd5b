//! The ways to a table's entries, and which entries need no look at others.

use super::entry::{FIRST, ONLY, PLACEHOLDERS};
use super::index::{Ends, Roots, list, plan};
use super::{ENTRY, Kind, NONE};

/// The entries that are read.
pub(super) struct Ways<'a> {
    constants: Vec<Text<'a>>,
    templates: Vec<Text<'a>>,
    nested: Vec<u32>,
}

/// A entry's literals: before the first placeholder, and behind each.
struct Text<'a> {
    entry: u32,
    before: &'a [u8],
    behind: Vec<&'a [u8]>,
}

impl Text<'_> {
    fn ends(&self) -> Ends<'_> {
        Ends {
            entry: self.entry,
            before: self.before,
            after: self.behind.last().unwrap_or(&self.before),
            whole: self.behind.is_empty(),
        }
    }

    /// Whether the entry would say a text, if its fields took all texts.
    fn may_say(&self, text: &[u8]) -> bool {
        let Some((last, others)) = self.behind.split_last() else {
            return self.before == text;
        };
        let Some(mut rest) = text.strip_prefix(self.before) else {
            return false;
        };
        for literal in others {
            let places = 0..=rest.len();
            let Some(at) = places.clone().find(|&at| rest[at..].starts_with(literal)) else {
                return false;
            };
            rest = &rest[at + literal.len()..];
        }
        rest.ends_with(last)
    }
}

impl<'a> Ways<'a> {
    /// Those of these entries; `lists` stand behind the words of the `head`.
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
        let texts = |kind: Kind| {
            let texts = of_kind(kind).map(|(words, entry)| {
                let placeholders = if words[0] & PLACEHOLDERS == 0 {
                    &[]
                } else {
                    let list = &lists[words[4] as usize - head..];
                    &list[1..][..list[0] as usize * 3]
                };
                let behind = placeholders
                    .chunks_exact(3)
                    .map(|placeholder| slice(placeholder[1], placeholder[2]));
                Text {
                    entry,
                    before: slice(words[2], words[3]),
                    behind: behind.collect(),
                }
            });
            texts.collect()
        };
        Self {
            constants: texts(Kind::Constant),
            templates: texts(Kind::Template),
            nested: of_kind(Kind::Nested).map(|(_, entry)| entry).collect(),
        }
    }

    /// Writes the tests behind the lists.
    pub(super) fn roots(&self, lists: &mut Vec<u32>, head: usize) -> Roots {
        let start = head + lists.len();
        let mut words = Vec::new();
        let mut way = |texts: &[Text<'_>]| {
            let entries: Vec<_> = texts.iter().map(Text::ends).collect();
            plan(&entries, &mut words, start)
        };
        let (constants, templates) = (way(&self.constants), way(&self.templates));
        let roots = Roots {
            constants,
            templates,
            nested: list(&self.nested, &mut words, start),
            ..Roots::EMPTY
        };
        lists.extend(words);
        roots
    }

    /// What is known of each entry. Of several templates that may say a text, the tests lead to all.
    pub(super) fn marks(&self) -> Vec<(u32, u32)> {
        let nested = self.nested.first().copied().unwrap_or(NONE);
        let mut first_template = vec![NONE; self.constants.len()];
        let mut first_constant = vec![NONE; self.templates.len()];
        for (constant, template) in self.constants.iter().zip(&mut first_template) {
            for (other, constant_of) in self.templates.iter().zip(&mut first_constant) {
                if other.may_say(constant.before) {
                    *template = other.entry.min(*template);
                    *constant_of = constant.entry.min(*constant_of);
                }
            }
        }
        let mark = |text: &Text<'_>, other: u32| {
            let other = other.min(nested);
            let first = if text.entry < other { FIRST } else { 0 };
            let only = if other == NONE { ONLY } else { 0 };
            (text.entry, first | only)
        };
        let constants = self.constants.iter().zip(first_template);
        let templates = self.templates.iter().zip(first_constant);
        let all = constants.chain(templates);
        all.map(|(text, other)| mark(text, other)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn literals_stand_in_their_order_and_share_nothing() {
        let template = |literals: &[&'static str]| Text {
            entry: 0,
            before: literals[0].as_bytes(),
            behind: literals[1..].iter().map(|text| text.as_bytes()).collect(),
        };
        for (literals, said, unsaid) in [
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
            let text = template(literals);
            assert!(
                said.iter().all(|said| text.may_say(said.as_bytes())),
                "{literals:?}"
            );
            assert!(
                !unsaid.iter().any(|said| text.may_say(said.as_bytes())),
                "{literals:?}"
            );
        }
    }
}
