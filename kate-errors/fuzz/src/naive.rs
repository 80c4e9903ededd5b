//! A template read by trying every end.

use kate_errors_core::Language;

/// The texts of the placeholders: the first as short as any reading allows, then the second, and so on.
#[must_use]
pub fn read<'t>(
    text: &'t str,
    leading: &str,
    placeholders: &[(Language, &str)],
) -> Option<Vec<&'t str>> {
    let text = text.strip_prefix(leading)?;
    let nowhere = vec![false; placeholders.len() * (text.len() + 1)];
    let mut found = Trying {
        text,
        placeholders,
        nowhere,
    }
    .read(0, 0)?;
    found.reverse();
    Some(found)
}

/// Remembers what led nowhere.
struct Trying<'a, 't> {
    text: &'t str,
    placeholders: &'a [(Language, &'a str)],
    nowhere: Vec<bool>,
}

impl<'t> Trying<'_, 't> {
    /// The texts of the placeholders from this one on, the last first.
    fn read(&mut self, placeholder: usize, start: usize) -> Option<Vec<&'t str>> {
        let Some((language, after)) = self.placeholders.get(placeholder) else {
            return (start == self.text.len()).then(Vec::new);
        };
        let place = placeholder * (self.text.len() + 1) + start;
        if self.nowhere[place] {
            return None;
        }
        let mut state = Some(Language::START);
        let rest = &self.text[start..];
        let ends = rest
            .char_indices()
            .map(|(at, c)| (at, Some(c)))
            .chain([(rest.len(), None)]);
        for (length, next) in ends {
            let taken = state.is_some_and(|state| language.accepts(state));
            if taken && rest[length..].starts_with(after) {
                if let Some(mut found) = self.read(placeholder + 1, start + length + after.len()) {
                    found.push(&rest[..length]);
                    return Some(found);
                }
            }
            state = state
                .zip(next)
                .and_then(|(state, c)| language.step(state, c));
            if state.is_none() {
                break;
            }
        }
        self.nowhere[place] = true;
        None
    }
}
