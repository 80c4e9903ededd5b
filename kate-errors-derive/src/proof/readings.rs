//! What a witness is read as.

use kate_errors_core::matching::Placeholder;
use kate_errors_core::proof::Template;

use crate::forms::NumberedForm;
use crate::model::{Model, Variant, unraw};

/// Describes the first field that differs between two readings of a text.
pub(super) fn difference(variant: &Variant<'_>, form: &NumberedForm<'_>, text: &str) -> String {
    let entry = form.entry();
    let rest = text.strip_prefix(entry.leading).unwrap_or_default();
    let [Some(first), Some(second)] = two(rest, entry.placeholders) else {
        return String::new();
    };
    let fields = form
        .parsed
        .placeholders()
        .iter()
        .map(|placeholder| placeholder.field);
    let mut readings = fields.zip(first.into_iter().zip(second));
    readings.find(|(_, (one, other))| one != other).map_or_else(
        String::new,
        |(field, (one, other))| {
            let name = variant.fields[field].name();
            format!(": `{name}` is {one:?}, or {other:?}")
        },
    )
}

/// Whether two readings of a text differ.
pub(super) fn has_two(form: &NumberedForm<'_>, text: &str) -> bool {
    let entry = form.entry();
    let rest = text.strip_prefix(entry.leading);
    rest.is_some_and(|rest| two(rest, entry.placeholders)[1].is_some())
}

/// Whether a template matches a text.
pub(super) fn matches(template: Template<'_>, text: &str) -> bool {
    let rest = text.strip_prefix(template.leading);
    rest.is_some_and(|rest| !readings(rest, template.placeholders).is_empty())
}

/// What two forms read, as a part of a message. Empty if none has a field.
pub(super) fn both(model: &Model<'_>, forms: [&NumberedForm<'_>; 2], text: &str) -> String {
    if forms
        .iter()
        .all(|form| form.parsed.placeholders().is_empty())
    {
        return String::new();
    }
    let [winner, loser] = forms.map(|form| {
        let variant = &model.variants[form.variant];
        let name = unraw(variant.ident);
        let entry = form.entry();
        let rest = text.strip_prefix(entry.leading).unwrap_or_default();
        let values = readings(rest, entry.placeholders).into_iter().next();
        let fields = form.parsed.placeholders().iter();
        let fields: Vec<_> = fields
            .zip(values.unwrap_or_default())
            .map(|(placeholder, value)| {
                format!("`{}` {value:?}", variant.fields[placeholder.field].name())
            })
            .collect();
        if fields.is_empty() {
            format!("`{name}`")
        } else {
            format!("`{name}` with {}", fields.join(" and "))
        }
    });
    format!("{winner}, or {loser}")
}

/// A witness in which the fields are unlike: after the first `a`, further ones are other letters, where the text stays a witness.
pub(super) fn unlike(witness: &str, is_witness: impl Fn(&str) -> bool) -> String {
    let mut text: Vec<char> = witness.chars().collect();
    let places: Vec<_> = (0..text.len()).filter(|&at| text[at] == 'a').collect();
    let mut letters = 'b'..='w';
    let mut letter = letters.next();
    let is_changed = |text: &mut Vec<char>, at: usize, to: char| {
        let old = std::mem::replace(&mut text[at], to);
        let is_witness = is_witness(&text.iter().collect::<String>());
        if !is_witness {
            text[at] = old;
        }
        is_witness
    };
    let free: Vec<_> = places
        .into_iter()
        .filter(|&at| {
            let is_free = is_changed(&mut text, at, 'b');
            text[at] = 'a';
            is_free
        })
        .collect();
    for &at in free.iter().skip(1) {
        if let Some(to) = letter.filter(|&to| is_changed(&mut text, at, to)) {
            debug_assert!(text[at] == to);
            letter = letters.next();
        }
    }
    text.into_iter().collect()
}

/// Two readings of a text, found by trying every end. The text is short.
fn two<'t>(text: &'t str, placeholders: &[Placeholder<'_>]) -> [Option<Vec<&'t str>>; 2] {
    let mut found = readings(text, placeholders).into_iter();
    [found.next(), found.next()]
}

fn readings<'t>(text: &'t str, placeholders: &[Placeholder<'_>]) -> Vec<Vec<&'t str>> {
    let Some((placeholder, others)) = placeholders.split_first() else {
        return if text.is_empty() {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let ends = (0..=text.len())
        .filter(|&end| text.is_char_boundary(end) && placeholder.language.contains(&text[..end]));
    let found = ends.flat_map(|end| {
        let rest = text[end..].strip_prefix(placeholder.after);
        let others = rest.map(|rest| readings(rest, others)).unwrap_or_default();
        others.into_iter().map(move |mut reading| {
            reading.insert(0, &text[..end]);
            reading
        })
    });
    found.take(2).collect()
}
