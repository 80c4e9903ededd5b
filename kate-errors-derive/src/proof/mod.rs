//! What can be proved without the compiler's help: field types are taken at their spelling, which generated constants
//! confirm. Where a type says nothing by its spelling, its field counts as free text; what is apart so is apart
//! whatever the type, and what is not is left to a constant that knows the type.

mod language;

use std::collections::{BTreeMap, BTreeSet};

use kate_errors_core::Language;
use kate_errors_core::proof::{Pattern, Prover, Template, TooLarge, remedies};
use proc_macro2::Span;

use crate::mistakes::Mistakes;
use crate::model::{Model, Role, Text, Variant};

pub(crate) use language::spelled;

/// What constants have to prove.
#[derive(Default)]
pub(crate) struct Proof {
    /// Forms that may have two readings.
    pub(crate) alone: Vec<Place>,
    /// Forms that may meet: the one that would be read, and the one that would not.
    pub(crate) pairs: Vec<(Place, Place)>,
}

/// A form, by its variant's index and its own.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) variant: usize,
    pub(crate) form: usize,
    pub(crate) span: Span,
}

/// A form that says something of its own: it is parsed, or a constant.
struct Said<'m> {
    place: Place,
    variant: &'m Variant<'m>,
    before: &'m str,
    slots: Vec<(Language, &'m str)>,
    /// Whether the languages are known.
    exact: bool,
    /// Whether a value can be written so.
    emitted: bool,
}

/// A form as an automaton.
struct Form<'p, 'm> {
    said: &'p Said<'m>,
    pattern: Pattern<'p>,
}

/// Proves what it can of the variants that break no rule.
pub(crate) fn prove(model: &Model<'_>, sound: &[usize], mistakes: &mut Mistakes) -> Proof {
    let mut proof = Proof::default();
    if !model.decodes() {
        return proof;
    }
    let all = said(model, sound);
    let templates: Vec<_> = all
        .iter()
        .map(|said| Template::new(said.before, said.slots.iter().copied()))
        .collect();
    let mut prover = Prover::default();
    let mut lost = BTreeSet::new();
    let mut by_status = BTreeMap::<u16, Vec<Form<'_, '_>>>::new();
    for (said, template) in all.iter().zip(&templates) {
        let Ok(pattern) = template.pattern() else {
            if said.variant.lossy.is_none() {
                mistakes.enter(said.place.variant);
                mistakes.span(said.place.span, too_large(said, said));
            }
            continue;
        };
        let form = Form { said, pattern };
        if said.variant.lossy.is_none() && said.variant.parsed() {
            alone(&form, &mut prover, &mut proof, mistakes);
        }
        let status = said.variant.status.as_ref().map_or(0, |status| status.code);
        by_status.entry(status).or_default().push(form);
    }
    for mut forms in by_status.into_values() {
        forms.sort_by_key(|form| form.said.before.as_bytes());
        for (index, first) in forms.iter().enumerate() {
            // Forms can meet only where one's leading literal begins the other's; those stand side by side.
            let follow = forms[index + 1..]
                .iter()
                .take_while(|next| next.said.before.starts_with(first.said.before));
            for second in follow {
                let (a, b) = if order(first.said) < order(second.said) {
                    (first, second)
                } else {
                    (second, first)
                };
                if let Some((winner, loser)) = ranked(a, b) {
                    // Who is lost to one is not better off for being lost to more.
                    if !lost.contains(&order(loser.said))
                        && pair(winner, loser, &mut prover, &mut proof, mistakes)
                    {
                        lost.insert(order(loser.said));
                    }
                }
            }
        }
    }
    proof
}

fn order(said: &Said<'_>) -> (usize, usize) {
    (said.place.variant, said.place.form)
}

fn said<'m>(model: &'m Model<'_>, sound: &[usize]) -> Vec<Said<'m>> {
    let mut all = Vec::new();
    for (index, variant) in model.variants.iter().enumerate() {
        if !matches!(variant.role, Role::Own) || variant.status.is_none() || !sound.contains(&index)
        {
            continue;
        }
        let emitted: Vec<_> = variant
            .emitted()
            .into_iter()
            .map(|(form, _)| form)
            .collect();
        for (form_index, form) in variant.forms.iter().enumerate() {
            let place = Place {
                variant: index,
                form: form_index,
                span: form.literal.span(),
            };
            let said = match &form.text {
                Text::Constant(text) => Said {
                    place,
                    variant,
                    before: text,
                    slots: Vec::new(),
                    exact: true,
                    emitted: true,
                },
                Text::Template { before, slots } if variant.parsed() => {
                    let mut exact = true;
                    let slots = slots.iter().map(|slot| {
                        let spelled = spelled(&variant.fields[slot.field]);
                        exact &= spelled.exact;
                        (spelled.language, slot.after.as_str())
                    });
                    let slots = slots.collect();
                    Said {
                        place,
                        variant,
                        before,
                        slots,
                        exact,
                        emitted: true,
                    }
                }
                Text::Template { .. } | Text::Format { .. } | Text::Broken => continue,
            };
            all.push(Said {
                emitted: emitted.contains(&form_index),
                ..said
            });
        }
    }
    all
}

fn alone(form: &Form<'_, '_>, prover: &mut Prover, proof: &mut Proof, mistakes: &mut Mistakes) {
    let said = form.said;
    mistakes.enter(said.place.variant);
    match prover.two_readings(&form.pattern) {
        Ok(None) => {}
        Ok(Some(_)) if !said.exact => proof.alone.push(said.place),
        Ok(Some(text)) => mistakes.span(said.place.span, two_readings(said, &text)),
        Err(TooLarge) => mistakes.span(said.place.span, too_large(said, said)),
    }
}

/// Which of two forms is read where both say one text, and which is not; if it matters. Of one variant's, a text that is never
/// written cannot be lost, but it may be read for another.
fn ranked<'f, 'p, 'm>(
    first: &'f Form<'p, 'm>,
    second: &'f Form<'p, 'm>,
) -> Option<(&'f Form<'p, 'm>, &'f Form<'p, 'm>)> {
    let same_variant = first.said.place.variant == second.said.place.variant;
    if same_variant && !(second.said.emitted && second.said.variant.parsed()) {
        return None;
    }
    // The earlier one is read, unless it never is.
    let swapped = !first.said.variant.parsed() && second.said.variant.parsed();
    let (winner, loser) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    loser
        .said
        .variant
        .lossy
        .is_none()
        .then_some((winner, loser))
}

/// Whether the two say one text.
fn pair(
    winner: &Form<'_, '_>,
    loser: &Form<'_, '_>,
    prover: &mut Prover,
    proof: &mut Proof,
    mistakes: &mut Mistakes,
) -> bool {
    let met = prover.meet(&winner.pattern, &loser.pattern);
    let (winner, loser) = (winner.said, loser.said);
    mistakes.enter(loser.place.variant);
    match met {
        Ok(None) => return false,
        Ok(Some(_)) if !winner.exact || !loser.exact => {
            proof.pairs.push((winner.place, loser.place));
            return false;
        }
        Ok(Some(text)) => mistakes.span(loser.place.span, meeting(winner, loser, &text)),
        Err(TooLarge) => mistakes.span(loser.place.span, too_large(winner, loser)),
    }
    true
}

fn two_readings(said: &Said<'_>, text: &str) -> String {
    let readings = readings(said.before, &said.slots, text);
    let mut differ = String::new();
    if let [first, second, ..] = &readings[..] {
        let fields = fields(said);
        for ((field, one), other) in fields.iter().zip(first).zip(second) {
            if one != other {
                differ = format!(": `{field}` is {one:?}, or {other:?}");
                break;
            }
        }
    }
    format!(
        "{text:?} has two readings by this text{differ}{} the shortest leftmost reading with `#[kate(lossy)]`",
        remedies(true)
    )
}

fn fields(said: &Said<'_>) -> Vec<String> {
    match &said.variant.forms[said.place.form].text {
        Text::Template { slots, .. } => slots
            .iter()
            .map(|slot| said.variant.fields[slot.field].name())
            .collect(),
        _ => Vec::new(),
    }
}

/// All readings of a text, which is short.
fn readings<'t>(before: &str, slots: &[(Language, &str)], text: &'t str) -> Vec<Vec<&'t str>> {
    let Some(rest) = text.strip_prefix(before) else {
        return Vec::new();
    };
    let Some(((language, after), others)) = slots.split_first() else {
        return if rest.is_empty() {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let ends =
        (0..=rest.len()).filter(|&end| rest.is_char_boundary(end) && language.takes(&rest[..end]));
    let found = ends.flat_map(|end| {
        readings(after, others, &rest[end..])
            .into_iter()
            .map(move |mut reading| {
                reading.insert(0, &rest[..end]);
                reading
            })
    });
    found.take(2).collect()
}

fn meeting(a: &Said<'_>, b: &Said<'_>, text: &str) -> String {
    let (first, second) = (a.variant.ident, b.variant.ident);
    if a.place.variant == b.place.variant {
        let earlier = &a.variant.forms[a.place.form];
        return format!(
            "{text:?} is also what `{}` reads, an earlier text of `{second}`, with other fields{} that the earlier text wins with `#[kate(lossy)]`",
            earlier.literal.value(),
            remedies(true),
        );
    }
    let code = b.variant.status.as_ref().map_or(0, |status| status.code);
    if a.variant.lossy.is_some() {
        return format!(
            "`{first}` and `{second}` both say {text:?} under status {code}: `#[kate(lossy)]` belongs on `{second}`, which loses, not on `{first}`"
        );
    }
    format!(
        "`{first}` and `{second}` both say {text:?} under status {code}: a client could not tell which it is\
         {} that it is read as `{first}` with `#[kate(lossy)]` on `{second}`",
        remedies(!a.slots.is_empty() || !b.slots.is_empty())
    )
}

fn too_large(a: &Said<'_>, b: &Said<'_>) -> String {
    let (most, ident) = (Pattern::MOST_SLOTS, b.variant.ident);
    let which = if b.slots.len() > most {
        format!(
            "this text has {} fields, and {most} are the most of which it can be proved that the text is told apart",
            b.slots.len()
        )
    } else if a.place.variant == b.place.variant {
        "this text is too long for the proof that it is told apart".to_owned()
    } else {
        format!(
            "this text and those of `{}` are too long for the proof that they are told apart",
            a.variant.ident
        )
    };
    format!("{which}\nhelp: shorten it, or go without the proof with `#[kate(lossy)]` on `{ident}`")
}
