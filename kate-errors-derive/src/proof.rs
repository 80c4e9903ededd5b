//! The part of the proof that the macro runs, without knowledge of types.
//!
//! A field's type is assumed to be what its spelling says, and generated constants confirm this. If the spelling is unknown, the
//! field counts as free text. Forms that are unambiguous under these assumptions are unambiguous for every type of the field.
//! Generated constants check the other forms, because the compiler knows the types there.

use kate_errors_core::matching::Placeholder;
use kate_errors_core::proof::{
    Answer, Comparison, Finding, FormRef, Listed, Memory, MemorySize, Node, Scope, Template, meet,
    meeting, too_large, two_readings, two_readings_message,
};
use kate_errors_core::table::{Accept, ErrorEntry, Table, sort};

use crate::diagnostics::Diagnostics;
use crate::forms::{Forms, NumberedForm};
use crate::model::{Model, Variant, unraw};

/// What generated constants have to prove, by the numbers of forms.
#[derive(Default)]
pub(crate) struct Proof {
    /// Forms that may have two readings of one text.
    pub(crate) two_readings: Vec<usize>,
    /// Forms that may lose a text to another form.
    pub(crate) losers: Vec<usize>,
}

/// Proves what it can of the variants that break no rule.
pub(crate) fn prove(
    model: &Model<'_>,
    forms: &Forms<'_>,
    sound: &[usize],
    diagnostics: &mut Diagnostics,
) -> Proof {
    let mut proof = Proof::default();
    if !model.decodes() {
        return proof;
    }
    let entries = forms.entries();
    let names: Vec<_> = model
        .plain_variants()
        .map(|variant| unraw(variant.ident))
        .collect();
    let errors: Vec<_> = model.plain_variants().zip(&names).map(error).collect();
    let table = Table {
        errors: &errors,
        forms: &entries,
        ..Table::EMPTY
    };
    let is_sound = |form: usize| {
        let variant = forms.all[form].variant;
        sound.contains(&variant) && model.variants[variant].status.is_some()
    };
    let sorted: Vec<_> = sort(&entries)
        .into_iter()
        .filter(|&form| is_sound(form))
        .collect();
    for &number in &sorted {
        let entry = Listed::own(&table, number).form;
        let form = &forms.all[number];
        let variant = &model.variants[form.variant];
        prove_alone(form, number, entry, &mut proof, variant, diagnostics);
    }
    let list: Vec<_> = sorted
        .iter()
        .map(|&form| Listed::own(&table, form))
        .collect();
    let spelled = compare(&list, entries.len(), Scope::Spelled);
    for (form, finding) in forms.all.iter().zip(spelled) {
        let message = match finding {
            Finding::Apart => continue,
            Finding::Meet(winner, loser) => {
                let [first, second] = [winner, loser].map(|form| Template::of(form.entry()));
                match answer(|memory| meet(first, second, memory)) {
                    Answer::Yes(witness) => meeting(winner, loser, witness.as_str()),
                    Answer::No | Answer::TooLarge => too_large(winner, loser),
                }
            }
            Finding::TooLarge(winner, loser) => too_large(winner, loser),
        };
        report(form, message.as_str(), diagnostics);
    }
    let unspelled = compare(&list, entries.len(), Scope::Unspelled)
        .into_iter()
        .enumerate();
    let losers = unspelled.filter(|(_, finding)| !matches!(finding, Finding::Apart));
    proof.losers = losers.map(|(form, _)| form).collect();
    proof
}

/// An error entry with only the parts that the proof reads.
fn error<'n>((variant, name): (&Variant<'_>, &'n String)) -> ErrorEntry<'n> {
    ErrorEntry {
        name,
        cause: "",
        fix: None,
        status: 0,
        accept: Accept::Only(&[]),
        lossy: variant.is_lossy(),
        headers: &[],
        forms: 0..0,
    }
}

fn compare<'a>(list: &[Listed<'a>], own_forms: usize, scope: Scope) -> Vec<Finding<'a>> {
    ask(|memory| {
        let mut findings = vec![Finding::Apart; own_forms];
        let too_large = |finding: &Finding<'_>| matches!(finding, Finding::TooLarge(..));
        let mut comparison = Comparison {
            list,
            scope,
            own_forms,
            findings: &mut findings,
            memory,
        };
        comparison.run();
        let whole = !findings.iter().any(too_large);
        (findings, whole)
    })
}

/// Asks a question with the usual memory, and again with the most if that does not suffice. `question` returns its answer, and
/// whether the memory sufficed.
fn ask<T>(question: impl Fn(Memory<'_>) -> (T, bool)) -> T {
    let ask = |size: MemorySize| {
        let (mut seen, mut nodes) = (vec![false; size.pairs], vec![Node::EMPTY; size.nodes]);
        question(Memory {
            seen: &mut seen,
            nodes: &mut nodes,
        })
    };
    match ask(MemorySize::USUAL) {
        (answer, true) => answer,
        (_, false) => ask(MemorySize::MOST_IN_MACRO).0,
    }
}

fn answer(question: impl Fn(&mut Memory<'_>) -> Answer) -> Answer {
    ask(|mut memory| {
        let answer = question(&mut memory);
        (answer, !matches!(answer, Answer::TooLarge))
    })
}

/// Proves that a form has one reading of every text, or reports it, or leaves it to a constant.
fn prove_alone(
    form: &NumberedForm<'_>,
    number: usize,
    entry: FormRef<'_>,
    proof: &mut Proof,
    variant: &Variant<'_>,
    diagnostics: &mut Diagnostics,
) {
    let lossy = entry.error().lossy;
    if lossy || !entry.entry().is_read() {
        return;
    }
    let template = Template::of(entry.entry());
    match answer(|memory| two_readings(template, memory)) {
        Answer::No => {}
        Answer::Yes(_) | Answer::TooLarge if !entry.entry().spelled => {
            proof.two_readings.push(number);
        }
        Answer::Yes(witness) => {
            let differ = difference(variant, form, witness.as_str());
            let message = two_readings_message(witness.as_str(), &differ);
            report(form, message.as_str(), diagnostics);
        }
        Answer::TooLarge => report(form, too_large(entry, entry).as_str(), diagnostics),
    }
}

fn report(form: &NumberedForm<'_>, message: &str, diagnostics: &mut Diagnostics) {
    diagnostics.enter(form.variant);
    diagnostics.span(form.parsed.literal.span(), message);
}

/// Describes the first field that differs between two readings of a text.
fn difference(variant: &Variant<'_>, form: &NumberedForm<'_>, text: &str) -> String {
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
