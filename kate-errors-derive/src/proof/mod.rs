//! What can be proved without the compiler's help: field types are taken at their spelling, which generated constants
//! confirm. Where a type says nothing by its spelling, its field counts as free text; what is apart so is apart
//! whatever the type, and what is not is left to a constant that knows the type.

mod language;

use std::collections::BTreeMap;

use kate_errors_core::matching::Slot;
use kate_errors_core::proof::{Pattern, Prover, TooLarge};
use proc_macro2::Span;

use crate::mistakes::Mistakes;
use crate::model::{Form, Model, Role, Text, Variant};

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
    slots: Vec<Slot<'m>>,
    /// Whether the languages are known.
    exact: bool,
    /// Whether a value can be written so.
    emitted: bool,
}

impl Said<'_> {
    fn pattern(&self) -> Pattern<'_> {
        Pattern {
            before: self.before,
            slots: &self.slots,
        }
    }
}

/// Proves what it can of the variants that break no rule.
pub(crate) fn prove(model: &Model<'_>, sound: &[usize], mistakes: &mut Mistakes) -> Proof {
    let mut proof = Proof::default();
    let mut prover = Prover::default();
    let mut by_status = BTreeMap::<u16, Vec<Said<'_>>>::new();
    if !model.decodes() {
        return proof;
    }
    for said in said(model, sound) {
        if said.variant.lossy.is_none() && said.variant.parsed() {
            alone(&said, &mut prover, &mut proof, mistakes);
        }
        let status = said.variant.status.as_ref().map_or(0, |status| status.code);
        by_status.entry(status).or_default().push(said);
    }
    for mut forms in by_status.into_values() {
        forms.sort_by_key(|said| said.before.as_bytes());
        for (index, first) in forms.iter().enumerate() {
            // Forms can meet only where one's leading literal begins the other's; those stand side by side.
            let follow = forms[index + 1..]
                .iter()
                .take_while(|next| next.before.starts_with(first.before));
            for second in follow {
                let (a, b) = if order(first) < order(second) {
                    (first, second)
                } else {
                    (second, first)
                };
                pair(a, b, &mut prover, &mut proof, mistakes);
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
        let emitted = variant.emitted().len();
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
                        Slot {
                            language: spelled.language,
                            after: &slot.after,
                        }
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
                emitted: form_index < emitted,
                ..said
            });
        }
    }
    all
}

fn alone(said: &Said<'_>, prover: &mut Prover, proof: &mut Proof, mistakes: &mut Mistakes) {
    match prover.two_readings(&said.pattern()) {
        Ok(None) => {}
        Ok(Some(_)) if !said.exact => proof.alone.push(said.place),
        Ok(Some(text)) => mistakes.span(said.place.span, two_readings(said, &text)),
        Err(TooLarge) => mistakes.span(said.place.span, too_large(said, said)),
    }
}

fn pair(
    first: &Said<'_>,
    second: &Said<'_>,
    prover: &mut Prover,
    proof: &mut Proof,
    mistakes: &mut Mistakes,
) {
    let same_variant = first.place.variant == second.place.variant;
    if same_variant && !(first.emitted && second.emitted && second.variant.parsed()) {
        return;
    }
    // The earlier one is read, unless it never is.
    let swapped = !first.variant.parsed() && second.variant.parsed();
    let (winner, loser) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    if loser.variant.lossy.is_some() {
        return;
    }
    match prover.meet(&winner.pattern(), &loser.pattern()) {
        Ok(None) => {}
        Ok(Some(_)) if !winner.exact || !loser.exact => {
            proof.pairs.push((winner.place, loser.place));
        }
        Ok(Some(text)) => mistakes.span(loser.place.span, meeting(winner, loser, &text)),
        Err(TooLarge) => mistakes.span(loser.place.span, too_large(winner, loser)),
    }
}

const REMEDIES: &str = "reword one, say what a field's text is made of (`#[kate(chars = \"0-9a-f\")]` on it, `DetailText` on its type)";

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
        "{text:?} has two readings by this text{differ}\n\
         help: {REMEDIES}, or accept the shortest leftmost reading with `#[kate(lossy)]`"
    )
}

fn fields(said: &Said<'_>) -> Vec<String> {
    let form: &Form = &said.variant.forms[said.place.form];
    match &form.text {
        Text::Template { slots, .. } => slots
            .iter()
            .map(|slot| said.variant.fields[slot.field].name())
            .collect(),
        _ => Vec::new(),
    }
}

/// All readings of a text, which is short.
fn readings<'t>(before: &str, slots: &[Slot<'_>], text: &'t str) -> Vec<Vec<&'t str>> {
    let Some(rest) = text.strip_prefix(before) else {
        return Vec::new();
    };
    let Some((slot, others)) = slots.split_first() else {
        return if rest.is_empty() {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let ends = (0..=rest.len())
        .filter(|&end| rest.is_char_boundary(end) && slot.language.takes(&rest[..end]));
    let found = ends.flat_map(|end| {
        readings(slot.after, others, &rest[end..])
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
            "{text:?} is also what `{}` reads, an earlier text of `{second}`, with other fields\n\
             help: {REMEDIES}, or accept that the earlier text wins with `#[kate(lossy)]`",
            earlier.literal.value(),
        );
    }
    let code = b.variant.status.as_ref().map_or(0, |status| status.code);
    format!(
        "`{first}` and `{second}` both say {text:?} under status {code}: a client could not tell which it is\n\
         help: {REMEDIES}, or accept that it is read as `{first}` with `#[kate(lossy)]` on `{second}`"
    )
}

fn too_large(a: &Said<'_>, b: &Said<'_>) -> String {
    let which = if a.place.variant == b.place.variant {
        "this text is too long, or has too many fields,".to_owned()
    } else {
        format!(
            "this text and those of `{}` are too long, or have too many fields,",
            a.variant.ident
        )
    };
    format!(
        "{which} for the proof that it is told apart\n\
         help: shorten it, or go without the proof with `#[kate(lossy)]` on `{}`",
        b.variant.ident,
    )
}
