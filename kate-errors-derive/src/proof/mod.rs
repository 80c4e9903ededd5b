//! What can be compared without the compiler's help: field types are taken at their spelling, which generated constants
//! confirm. Where a type says nothing by its spelling, its field counts as free text; what is apart so is apart
//! whatever the type, and what is not is left to a constant that knows the type.

mod language;

use std::collections::{BTreeMap, BTreeSet};

use kate_errors_core::Language;
use kate_errors_core::proof::{Pattern, Prover, Template, TooLarge, help};
use proc_macro2::Span;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role, Text, Variant};

pub(crate) use language::spelled;

/// What constants have to prove.
#[derive(Default)]
pub(crate) struct Proof {
    /// Forms that may have two readings.
    pub(crate) alone: Vec<FormId>,
    /// Forms that may meet: the one that would be read, and the one that would not.
    pub(crate) pairs: Vec<(FormId, FormId)>,
}

/// A form, by its variant's index and its own.
#[derive(Clone, Copy)]
pub(crate) struct FormId {
    pub(crate) variant: usize,
    pub(crate) form: usize,
    pub(crate) span: Span,
}

/// A form that says something of its own: it is parsed, or a constant.
struct ComparedForm<'m> {
    id: FormId,
    variant: &'m Variant<'m>,
    before: &'m str,
    placeholders: Vec<(Language, &'m str)>,
    /// Whether the languages are known.
    exact: bool,
    /// Whether a value can be written so.
    emitted: bool,
}

/// A form as an automaton.
struct Form<'p, 'm> {
    compared: &'p ComparedForm<'m>,
    pattern: Pattern<'p>,
}

/// Proves what it can of the variants that break no rule.
pub(crate) fn prove(model: &Model<'_>, sound: &[usize], diagnostics: &mut Diagnostics) -> Proof {
    let mut proof = Proof::default();
    if !model.decodes() {
        return proof;
    }
    let all = compared(model, sound);
    let templates: Vec<_> = all
        .iter()
        .map(|compared| Template::new(compared.before, compared.placeholders.iter().copied()))
        .collect();
    let mut prover = Prover::default();
    let mut lost = BTreeSet::new();
    let mut by_status = BTreeMap::<u16, Vec<Form<'_, '_>>>::new();
    for (compared, template) in all.iter().zip(&templates) {
        let Ok(pattern) = template.pattern() else {
            if compared.variant.lossy.is_none() {
                diagnostics.enter(compared.id.variant);
                diagnostics.span(compared.id.span, too_large(compared, compared));
            }
            continue;
        };
        let form = Form { compared, pattern };
        if compared.variant.lossy.is_none() && compared.variant.parsed() {
            alone(&form, &mut prover, &mut proof, diagnostics);
        }
        let status = compared
            .variant
            .status
            .as_ref()
            .map_or(0, |status| status.code);
        by_status.entry(status).or_default().push(form);
    }
    for mut forms in by_status.into_values() {
        forms.sort_by_key(|form| form.compared.before.as_bytes());
        for (index, first) in forms.iter().enumerate() {
            // Forms can meet only where one's leading literal begins the other's; those stand side by side.
            let follow = forms[index + 1..]
                .iter()
                .take_while(|next| next.compared.before.starts_with(first.compared.before));
            for second in follow {
                let (a, b) = if order(first.compared) < order(second.compared) {
                    (first, second)
                } else {
                    (second, first)
                };
                if let Some((winner, loser)) = ranked(a, b) {
                    // Who is lost to one is not better off for being lost to more.
                    if !lost.contains(&order(loser.compared))
                        && pair(winner, loser, &mut prover, &mut proof, diagnostics)
                    {
                        lost.insert(order(loser.compared));
                    }
                }
            }
        }
    }
    proof
}

fn order(compared: &ComparedForm<'_>) -> (usize, usize) {
    (compared.id.variant, compared.id.form)
}

fn compared<'m>(model: &'m Model<'_>, sound: &[usize]) -> Vec<ComparedForm<'m>> {
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
            let id = FormId {
                variant: index,
                form: form_index,
                span: form.literal.span(),
            };
            let compared = match &form.text {
                Text::Constant(text) => ComparedForm {
                    id,
                    variant,
                    before: text,
                    placeholders: Vec::new(),
                    exact: true,
                    emitted: true,
                },
                Text::Template {
                    before,
                    placeholders,
                } if variant.parsed() => {
                    let mut exact = true;
                    let placeholders = placeholders.iter().map(|placeholder| {
                        let spelled = spelled(&variant.fields[placeholder.field]);
                        exact &= spelled.exact;
                        (spelled.language, placeholder.after.as_str())
                    });
                    let placeholders = placeholders.collect();
                    ComparedForm {
                        id,
                        variant,
                        before,
                        placeholders,
                        exact,
                        emitted: true,
                    }
                }
                Text::Template { .. } | Text::Format { .. } | Text::Broken => continue,
            };
            all.push(ComparedForm {
                emitted: emitted.contains(&form_index),
                ..compared
            });
        }
    }
    all
}

fn alone(
    form: &Form<'_, '_>,
    prover: &mut Prover,
    proof: &mut Proof,
    diagnostics: &mut Diagnostics,
) {
    let compared = form.compared;
    diagnostics.enter(compared.id.variant);
    match prover.two_readings(&form.pattern) {
        Ok(None) => {}
        Ok(Some(_)) if !compared.exact => proof.alone.push(compared.id),
        Ok(Some(text)) => diagnostics.span(compared.id.span, two_readings(compared, &text)),
        Err(TooLarge) => diagnostics.span(compared.id.span, too_large(compared, compared)),
    }
}

/// Which of two forms is read where both say one text, and which is not; if it matters. Of one variant's, a text that is never
/// written cannot be lost, but it may be read for another.
fn ranked<'f, 'p, 'm>(
    first: &'f Form<'p, 'm>,
    second: &'f Form<'p, 'm>,
) -> Option<(&'f Form<'p, 'm>, &'f Form<'p, 'm>)> {
    let same_variant = first.compared.id.variant == second.compared.id.variant;
    if same_variant && !(second.compared.emitted && second.compared.variant.parsed()) {
        return None;
    }
    // The earlier one is read, unless it never is.
    let swapped = !first.compared.variant.parsed() && second.compared.variant.parsed();
    let (winner, loser) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    loser
        .compared
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
    diagnostics: &mut Diagnostics,
) -> bool {
    let met = prover.meet(&winner.pattern, &loser.pattern);
    let (winner, loser) = (winner.compared, loser.compared);
    diagnostics.enter(loser.id.variant);
    match met {
        Ok(None) => return false,
        Ok(Some(_)) if !winner.exact || !loser.exact => {
            proof.pairs.push((winner.id, loser.id));
            return false;
        }
        Ok(Some(text)) => diagnostics.span(loser.id.span, meeting(winner, loser, &text)),
        Err(TooLarge) => diagnostics.span(loser.id.span, too_large(winner, loser)),
    }
    true
}

fn two_readings(compared: &ComparedForm<'_>, text: &str) -> String {
    let readings = readings(compared.before, &compared.placeholders, text);
    let mut differ = String::new();
    if let [first, second, ..] = &readings[..] {
        let fields = fields(compared);
        for ((field, one), other) in fields.iter().zip(first).zip(second) {
            if one != other {
                differ = format!(": `{field}` is {one:?}, or {other:?}");
                break;
            }
        }
    }
    format!(
        "{text:?} has two readings by this text{differ}{} the shortest leftmost reading with `#[kate(lossy)]`",
        help(true)
    )
}

fn fields(compared: &ComparedForm<'_>) -> Vec<String> {
    match &compared.variant.forms[compared.id.form].text {
        Text::Template { placeholders, .. } => placeholders
            .iter()
            .map(|placeholder| compared.variant.fields[placeholder.field].name())
            .collect(),
        _ => Vec::new(),
    }
}

/// All readings of a text, which is short.
fn readings<'t>(
    before: &str,
    placeholders: &[(Language, &str)],
    text: &'t str,
) -> Vec<Vec<&'t str>> {
    let Some(rest) = text.strip_prefix(before) else {
        return Vec::new();
    };
    let Some(((language, after), others)) = placeholders.split_first() else {
        return if rest.is_empty() {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let ends = (0..=rest.len())
        .filter(|&end| rest.is_char_boundary(end) && language.contains(&rest[..end]));
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

fn meeting(a: &ComparedForm<'_>, b: &ComparedForm<'_>, text: &str) -> String {
    let (first, second) = (a.variant.ident, b.variant.ident);
    if a.id.variant == b.id.variant {
        let earlier = &a.variant.forms[a.id.form];
        return format!(
            "{text:?} is also what `{}` reads, an earlier text of `{second}`, with other fields{} that the earlier text wins with `#[kate(lossy)]`",
            earlier.literal.value(),
            help(true),
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
        help(!a.placeholders.is_empty() || !b.placeholders.is_empty())
    )
}

fn too_large(a: &ComparedForm<'_>, b: &ComparedForm<'_>) -> String {
    let (most, ident) = (Pattern::MOST_PLACEHOLDERS, b.variant.ident);
    let which = if b.placeholders.len() > most {
        format!(
            "this text has {} fields, and {most} are the most of which it can be proved that the text is told apart",
            b.placeholders.len()
        )
    } else if a.id.variant == b.id.variant {
        "this text is too long for the proof that it is told apart".to_owned()
    } else {
        format!(
            "this text and those of `{}` are too long for the proof that they are told apart",
            a.variant.ident
        )
    };
    format!("{which}\nhelp: shorten it, or go without the proof with `#[kate(lossy)]` on `{ident}`")
}
