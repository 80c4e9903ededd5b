//! The part of the proof that the macro runs, without knowledge of types.
//!
//! A field's type is assumed to be what its spelling says, and generated constants confirm this. If the spelling is unknown, the
//! field counts as free text. Forms that are unambiguous under these assumptions are unambiguous for every type of the field.
//! Generated constants check the other forms, because the compiler knows the types there.

use kate_errors_core::proof::{
    Answer, Comparison, Finding, FormRef, Listed, Scope, Template, meet, meeting, rank, too_large,
    two_readings, two_readings_message,
};
use kate_errors_core::table::{Accept, ErrorEntry, Table, sort};

mod ask;
mod cure;
mod readings;

use crate::diagnostics::Diagnostics;
use crate::forms::{Forms, NumberedForm};
use crate::model::{Model, Variant, unraw};
use ask::{answer, ask};
use cure::{Cures, Problem};
use readings::{difference, unlike};

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
    let alone: Vec<_> = sorted
        .iter()
        .filter_map(|&number| {
            prove_alone(number, forms, Listed::own(&table, number).form, &mut proof)
        })
        .collect();
    let list: Vec<_> = sorted
        .iter()
        .map(|&form| Listed::own(&table, form))
        .collect();
    let spelled = compare(&list, entries.len(), Scope::Spelled);
    let cures = cure(model, forms, &alone, &spelled, &list);
    let mut of_type = cures.of_type();
    for (number, finding) in alone {
        let form = &forms.all[number];
        let entry = Listed::own(&table, number).form;
        let message = match finding {
            Some(witness) => {
                let variant = &model.variants[form.variant];
                let differ = difference(variant, form, &witness);
                two_readings_message(&witness, &differ, &cures.of_form(number))
            }
            None => too_large(entry, entry),
        };
        report(form, message.as_str(), &mut of_type, diagnostics);
    }
    for ((number, form), finding) in forms.all.iter().enumerate().zip(spelled) {
        let message = match finding {
            Finding::Apart => continue,
            Finding::Meet(winner, loser) => {
                let [first, second] = [winner, loser].map(|form| Template::of(form.entry()));
                match answer(|memory| meet(first, second, memory)) {
                    Answer::Yes(witness) => {
                        let witness = unlike(witness.as_str(), |text| {
                            [first, second]
                                .iter()
                                .all(|template| readings::matches(*template, text))
                        });
                        let read = readings::both(
                            model,
                            [winner, loser].map(|form| &forms.all[form.number]),
                            &witness,
                        );
                        meeting(winner, loser, &witness, &read, &cures.of_form(number))
                    }
                    Answer::No | Answer::TooLarge => too_large(winner, loser),
                }
            }
            Finding::TooLarge(winner, loser) => too_large(winner, loser),
        };
        report(form, message.as_str(), &mut of_type, diagnostics);
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

/// Proves that a form has one reading of every text, or leaves it to a constant. If it has two, returns its number with a witness,
/// and if it is too large, without one.
fn prove_alone(
    number: usize,
    forms: &Forms<'_>,
    entry: FormRef<'_>,
    proof: &mut Proof,
) -> Option<(usize, Option<String>)> {
    if entry.error().lossy || !entry.entry().is_read() {
        return None;
    }
    let template = Template::of(entry.entry());
    match answer(|memory| two_readings(template, memory)) {
        Answer::No => None,
        Answer::Yes(_) | Answer::TooLarge if !entry.entry().spelled => {
            proof.two_readings.push(number);
            None
        }
        Answer::Yes(witness) => {
            let form = &forms.all[number];
            let witness = unlike(witness.as_str(), |text| readings::has_two(form, text));
            Some((number, Some(witness)))
        }
        Answer::TooLarge => Some((number, None)),
    }
}

/// Finds the lines that cure what was found. A form may meet several others, and a finding tells only the first. So a cured form is
/// compared again.
fn cure<'c>(
    model: &'c Model<'c>,
    forms: &'c Forms<'c>,
    alone: &[(usize, Option<String>)],
    spelled: &[Finding<'_>],
    list: &[Listed<'_>],
) -> Cures<'c> {
    let mut cures = Cures::new(model, forms);
    for (number, witness) in alone {
        if witness.is_some() {
            cures.find(*number, Problem::TwoReadings(*number));
        }
    }
    for (loser, finding) in spelled.iter().enumerate() {
        if !matches!(finding, Finding::Meet(..)) {
            continue;
        }
        for problem in problems(loser, list) {
            cures.find(loser, problem);
        }
    }
    cures
}

/// The pairs of spelled forms in which this one may lose.
fn problems<'l>(loser: usize, list: &'l [Listed<'_>]) -> impl Iterator<Item = Problem> + 'l {
    let own = list.iter().find(move |listed| listed.form.number == loser);
    list.iter().filter_map(move |other| {
        let (winner, ranked) = rank(own?, other)?;
        let (winner, ranked) = (winner.form, ranked.form);
        let is_pair = winner.number != loser
            && ranked.number == loser
            && winner.entry().status == ranked.entry().status
            && winner.entry().spelled;
        let is_apart = || Template::of(winner.entry()).is_apart(&Template::of(ranked.entry()));
        (is_pair && !is_apart()).then_some(Problem::Meet(winner.number, loser))
    })
}

fn report(
    form: &NumberedForm<'_>,
    message: &str,
    of_type: &mut String,
    diagnostics: &mut Diagnostics,
) {
    let mut message = message.to_owned();
    if !of_type.is_empty() {
        message.push_str("\nhelp: all ambiguous texts of this type need ");
        message.push_str(of_type);
        of_type.clear();
    }
    diagnostics.enter(form.variant);
    diagnostics.span(form.parsed.literal.span(), message);
}
