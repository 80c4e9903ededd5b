//! Reads the fields from a detail, given its template.
//!
//! A template is its leading literal, and then [`Placeholder`]s: each is a language and the literal after it. The template must
//! match the whole detail.
//!
//! There may be several readings. The shortest leftmost one wins: the first field is as short as any reading allows,
//! then the second, and so on.
//!
//! # Algorithm
//!
//! The literals at both ends of the template are compared first. If there is one placeholder, its language then decides. If there
//! are several, they are visited from the last to the second. For each, `Starts` records the positions at which it can start so
//! that the detail matches from there to its end. Then the fields are taken from left to right. Each ends at the first position
//! that allows the next placeholder to start, so there is no backtracking.

use std::iter;

use crate::language::State;
use crate::{Chars, Language, Length};

/// A placeholder and the literal after it.
#[derive(Clone, Copy, Debug)]
pub struct Placeholder<'a> {
    /// The language of the field.
    pub language: &'a Language,
    /// The literal between this placeholder and the next one, or the end.
    pub after: &'a str,
}

/// The texts of the fields, if the template matches the detail.
///
/// The time is proportional to the length of the detail times that of the template. If there are several placeholders, the memory
/// is one bit for each byte of the detail and each placeholder but the first. A short detail needs no allocation.
///
/// ```
/// use kate_errors_core::matching::{Placeholder, read};
/// use kate_errors_core::{Chars, Language};
///
/// let name = Placeholder { language: &Language::Free, after: " used " };
/// let used = Placeholder { language: &Language::Chars(Chars::new("0-9")), after: " of 9" };
/// let fields = read("a used 1 of 2 used 3 of 9", "", &[name, used]);
/// assert_eq!(fields, Some(["a used 1 of 2", "3"]));
/// ```
#[must_use]
pub fn read<'t, const N: usize>(
    detail: &'t str,
    leading: &str,
    placeholders: &[Placeholder<'_>; N],
) -> Option<[&'t str; N]> {
    let mut fields = [""; N];
    read_into(detail, leading, placeholders, &mut fields).then_some(fields)
}

/// [`read`] for any number of placeholders. `fields` is as long as `placeholders`, and is only changed if the answer is
/// `true`.
fn read_into<'t>(
    detail: &'t str,
    leading: &str,
    placeholders: &[Placeholder<'_>],
    fields: &mut [&'t str],
) -> bool {
    let Some(rest) = detail.strip_prefix(leading) else {
        return false;
    };
    let Some((last, inner)) = placeholders.split_last() else {
        return rest.is_empty();
    };
    let Some(rest) = rest.strip_suffix(last.after) else {
        return false;
    };
    if inner.is_empty() {
        let contained = last.language.contains(rest);
        if contained {
            fields[0] = rest;
        }
        return contained;
    }
    // One bit for each position from 0 to `rest.len()`.
    let width = rest.len() / 64 + 1;
    let mut inline = [0; 64];
    let mut heap = Vec::new();
    let words = if let Some(words) = inline.get_mut(..width * inner.len()) {
        words
    } else {
        heap.resize(width * inner.len(), 0);
        heap.as_mut_slice()
    };
    let mut starts = Starts {
        text: rest,
        placeholders,
        words,
        width,
    };
    for index in (1..placeholders.len()).rev() {
        starts.find(index);
    }
    starts.read_shortest(fields)
}

/// A set of states of a language whose texts have no maximal length. One bit is one state: integers have many states, but their
/// length is limited.
type States = u16;

/// For each placeholder but the first, the positions at which it can start so that the text matches from there to its end.
struct Starts<'a, 't> {
    /// The detail without the literals at its ends.
    text: &'t str,
    placeholders: &'a [Placeholder<'a>],
    /// For each placeholder, `width` words with one bit for each position.
    words: &'a mut [u64],
    width: usize,
}

impl<'t> Starts<'_, 't> {
    fn insert(&mut self, index: usize, at: usize) {
        self.words[(index - 1) * self.width + at / 64] |= 1 << (at % 64);
    }

    fn contains(&self, index: usize, at: usize) -> bool {
        at <= self.text.len()
            && self.words[(index - 1) * self.width + at / 64] >> (at % 64) & 1 == 1
    }

    /// Whether the text matches from this position to its end, if this placeholder ends at this position.
    fn may_end(&self, index: usize, at: usize) -> bool {
        if index + 1 == self.placeholders.len() {
            at == self.text.len()
        } else {
            self.contains(index + 1, at + self.placeholders[index].after.len())
        }
    }

    /// Finds the starts of a placeholder. The starts of the next placeholder must have been found before.
    fn find(&mut self, index: usize) {
        let (text, before, language) = (
            self.text,
            self.placeholders[index - 1].after,
            self.placeholders[index].language,
        );
        let follows_literal = |at: usize| text.get(..at).is_some_and(|text| text.ends_with(before));
        if let Language::CharsOfLength(chars, length) = language {
            self.find_of_length(index, chars, *length);
            return;
        }
        // If the texts of the language are short, it costs little to try all of them at each position.
        if language.max_chars().is_some() {
            for at in (0..=text.len()).filter(|&at| follows_literal(at)) {
                if ends(language, text, at).any(|end| self.may_end(index, end)) {
                    self.insert(index, at);
                }
            }
            return;
        }
        // If texts may be long, trying them at each position would take quadratic time. Instead, the automaton is run backwards
        // once, in all states at the same time. `live` is the set of states from which the text after `at` leads to an end of the
        // placeholder.
        debug_assert!(u32::from(language.state_count()) <= States::BITS);
        let states = 0..language.state_count();
        let accepting = states
            .clone()
            .filter(|&state| language.accepts(state))
            .fold(0, |all: States, state| all | 1 << state);
        let mut live: States = 0;
        let backwards = text.char_indices().rev().map(|(at, c)| (at, Some(c)));
        for (at, c) in iter::once((text.len(), None)).chain(backwards) {
            if let Some(c) = c.filter(|_| live != 0) {
                let lives = |state: &State| {
                    language
                        .step(*state, c)
                        .is_some_and(|next| live >> next & 1 == 1)
                };
                live = states
                    .clone()
                    .filter(lives)
                    .fold(0, |all, state| all | 1 << state);
            }
            if self.may_end(index, at) {
                live |= accepting;
            }
            if live >> Language::START & 1 == 1 && follows_literal(at) {
                self.insert(index, at);
            }
        }
    }

    /// [`find`](Self::find) for a placeholder of characters with a length, in linear time: from the end of the text to its
    /// start, it keeps the nearest end of the placeholder that is far enough away.
    fn find_of_length(&mut self, index: usize, chars: &Chars, length: Length) {
        let (text, before) = (self.text, self.placeholders[index - 1].after);
        let max = length.max().map_or(usize::MAX, usize::from);
        let positions = || {
            let backwards = text.char_indices().rev().map(|(at, c)| (at, Some(c)));
            iter::once((text.len(), None)).chain(backwards)
        };
        // A placeholder that begins at a position ends, at the shortest, at the next of these.
        let mut shortest = positions();
        // How many characters come after the nearest end, and how many of the set follow the position.
        let (mut nearest, mut run) = (None, 0);
        for (after, (at, c)) in positions().enumerate() {
            run = match c {
                Some(c) if chars.contains(c) => run + 1,
                Some(_) | None => 0,
            };
            if let Some(after_end) = after.checked_sub(usize::from(length.min())) {
                let end = shortest.next();
                if end.is_some_and(|(end, _)| self.may_end(index, end)) {
                    nearest = Some(after_end);
                }
            }
            let is_start = nearest.is_some_and(|after_end| after - after_end <= run.min(max));
            if is_start && text[..at].ends_with(before) {
                self.insert(index, at);
            }
        }
    }

    /// Takes the fields from left to right, each as short as possible.
    fn read_shortest(&self, fields: &mut [&'t str]) -> bool {
        let mut start = 0;
        for (index, placeholder) in self.placeholders.iter().enumerate() {
            let end =
                ends(placeholder.language, self.text, start).find(|&end| self.may_end(index, end));
            let Some(end) = end else {
                return false;
            };
            fields[index] = &self.text[start..end];
            start = end + placeholder.after.len();
        }
        true
    }
}

/// Where the texts of a language end that start at this position, the shortest first.
fn ends(language: &Language, text: &str, start: usize) -> impl Iterator<Item = usize> {
    let mut state = Language::START;
    let longer = text[start..].char_indices().map_while(move |(at, c)| {
        state = language.step(state, c)?;
        Some((start + at + c.len_utf8(), state))
    });
    iter::once((start, Language::START))
        .chain(longer)
        .filter_map(move |(end, state)| language.accepts(state).then_some(end))
}

#[cfg(test)]
mod tests {
    use super::{Placeholder, read};
    use crate::{Addresses, Chars, Integer, Language, Length};
    use proptest::prelude::*;

    const U8: Language = Language::Integer(Integer::new(0, 255, true));
    const AB: Language = Language::Chars(Chars::new("ab"));

    fn placeholder<'a>(language: &'a Language, after: &'a str) -> Placeholder<'a> {
        Placeholder { language, after }
    }

    #[test]
    fn the_whole_detail_must_match_with_its_case() {
        let one = [placeholder(&Language::Free, " lost")];
        assert_eq!(read("Run 7 lost", "Run ", &one), Some(["7"]));
        assert_eq!(read("Run  lost", "Run ", &one), Some([""]));
        for text in [
            "run 7 lost",
            " Run 7 lost",
            "Run 7 lost.",
            "Run 7 Lost",
            "Run lost",
            "",
        ] {
            assert_eq!(read(text, "Run ", &one), None, "{text:?}");
        }
        assert_eq!(read("Run", "Run", &[]), Some([]));
        assert_eq!(read("Run ", "Run", &[]), None);
    }

    #[test]
    fn literals_do_not_overlap() {
        assert_eq!(
            read("aba", "ab", &[placeholder(&Language::Free, "ba")]),
            None
        );
        assert_eq!(
            read(
                "aa",
                "",
                &[
                    placeholder(&Language::Free, "a"),
                    placeholder(&Language::Free, "aa")
                ]
            ),
            None
        );
    }

    #[test]
    fn the_shortest_leftmost_reading_wins() {
        let both = [
            placeholder(&Language::Free, " to "),
            placeholder(&Language::Free, ""),
        ];
        assert_eq!(read("a to b to c", "", &both), Some(["a", "b to c"]));
    }

    #[test]
    fn numbers_at_the_end_leave_the_rest_to_the_free_placeholder() {
        let placeholders = [
            placeholder(&Language::Free, " used "),
            placeholder(&U8, " of "),
            placeholder(&U8, ""),
        ];
        let found = read("a used 3 of 4 used 5 of 6", "", &placeholders);
        assert_eq!(found, Some(["a used 3 of 4", "5", "6"]));
        assert_eq!(read("a used 3 of 256", "", &placeholders), None);
    }

    #[test]
    fn the_range_of_an_integer_decides_between_readings() {
        let placeholders = [placeholder(&U8, "0"), placeholder(&U8, "")];
        assert_eq!(read("25501", "", &placeholders), Some(["255", "1"]));
    }

    #[test]
    fn long_details_are_read_like_short_ones() {
        let placeholders = [
            placeholder(&Language::Free, ": "),
            placeholder(&Language::Float, " of "),
            placeholder(&AB, ""),
        ];
        // Lengths at which the bits just fit into the array on the stack, and at which they do not.
        let times = [1, 10, 40, 90, 120, 200, 10_000];
        for times in &times[..if cfg!(miri) { 3 } else { times.len() }] {
            let name = "é: 1.5 of x".repeat(*times);
            let text = format!("{name}: -0.25 of {}", "ab".repeat(*times));
            let found = read(&text, "", &placeholders);
            assert_eq!(
                found.map(|[name, number, _]| (name.len(), number)),
                Some((name.len(), "-0.25"))
            );
        }
    }

    /// The first reading, by trying every end of every field: the shortest leftmost.
    fn brute_force<'t>(text: &'t str, placeholders: &[Placeholder<'_>]) -> Option<Vec<&'t str>> {
        let Some((placeholder, others)) = placeholders.split_first() else {
            return text.is_empty().then(Vec::new);
        };
        let ends = (0..=text.len()).filter(|&end| text.is_char_boundary(end));
        ends.filter(|&end| placeholder.language.contains(&text[..end]))
            .find_map(|end| {
                let rest = text[end..].strip_prefix(placeholder.after)?;
                let mut found = brute_force(rest, others)?;
                found.insert(0, &text[..end]);
                Some(found)
            })
    }

    fn language() -> impl Strategy<Value = Language> {
        let i8s = Language::Integer(Integer::new(128, 127, false));
        let all = [
            Language::Free,
            AB,
            U8,
            i8s,
            Language::Float,
            Language::Bool,
            Language::Char,
            Language::words(&["", "a", "ab1", "true"]),
            AB.with_length(Length::exactly(2)),
            AB.with_length(Length::between(1, 3)),
            AB.with_length(Length::at_least(2)),
            Language::Free.with_length(Length::at_least(1)),
            Language::Addresses(Addresses::Both),
        ];
        proptest::sample::select(all.to_vec())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 4 } else { 4000 }))]
        #[test]
        fn the_matcher_agrees_with_brute_force(
            leading in "[ab]{0,1}",
            after in prop::array::uniform3("[ab01.é-]{0,2}"),
            languages in prop::array::uniform3(language()),
            text in "[ab01.é-]{0,9}|([ab01-]|true|false|inf){0,5}",
        ) {
            let placeholders = [0, 1, 2].map(|i| placeholder(&languages[i], &after[i]));
            let expected = text.strip_prefix(&*leading).and_then(|rest| brute_force(rest, &placeholders));
            prop_assert_eq!(read(&text, &leading, &placeholders).map(Vec::from), expected);
        }
    }
}
