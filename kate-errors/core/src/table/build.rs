//! The parts of a table's entries that the macro computes.

use super::entries::{Body, FormEntry, FormKind};
use crate::json;
use crate::matching::Placeholder;

/// The JSON body of a detail without placeholders.
#[must_use]
pub fn body_of_constant(member: &str, detail: &str) -> String {
    String::from_utf8_lossy(&json::body(member, detail)).into_owned()
}

/// The start and the end of the JSON body of a template. `None` if one of its literals needs escapes.
#[must_use]
pub fn body_of_template(
    member: &str,
    leading: &str,
    placeholders: &[Placeholder<'_>],
) -> Option<(String, String)> {
    let literals = placeholders.iter().map(|placeholder| placeholder.after);
    let plain = literals.chain([leading]).all(json::is_plain);
    let body = body_of_constant(member, leading);
    let (start, end) = body.split_at(body.len() - json::BODY_END.len());
    let last = placeholders.last().map_or("", |last| last.after);
    plain.then(|| (start.to_owned(), format!("{last}{end}")))
}

/// The numbers of the forms that the proof compares, sorted by status and literals: those that are read, and constants that are
/// never read.
#[must_use]
pub fn sort(forms: &[FormEntry<'_>]) -> Vec<usize> {
    let compared = |form: &FormEntry<'_>| match form.kind {
        FormKind::Constant => true,
        FormKind::Template => form.is_read(),
        FormKind::Format => false,
    };
    let key = |form: usize| {
        let entry = &forms[form];
        let literals = entry
            .placeholders
            .iter()
            .map(|placeholder| placeholder.after);
        (
            entry.status,
            std::iter::once(entry.leading)
                .chain(literals)
                .collect::<Vec<_>>(),
        )
    };
    let mut sorted: Vec<_> = (0..forms.len())
        .filter(|&form| compared(&forms[form]))
        .collect();
    sorted.sort_by_cached_key(|&form| key(form));
    sorted
}

impl Body<'_> {
    /// How many bytes of the body are not part of a value.
    #[must_use]
    pub fn literals(self, placeholders: &[Placeholder<'_>]) -> usize {
        let between = placeholders
            .split_last()
            .map_or(&[][..], |(_, others)| others);
        let between: usize = between
            .iter()
            .map(|placeholder| placeholder.after.len())
            .sum();
        self.start.len() + between + self.end.len()
    }
}
