//! Checks that the macro cannot make, because it sees only the names of types. Constants in derived code call these functions. A
//! problem is a panic, which in a constant is a compile error. The message says what to do about it.

use kate_errors_core::proof::{
    self, Answer, Comparison, Finding, FormRef, Listed, Memory, MemorySize, Message, Node, Scope,
    Template, has_other, list, meeting, nested_meeting, too_large, two_readings,
    two_readings_message,
};
use kate_errors_core::table::Table;
use kate_errors_core::{Language, str_eq};

use super::language::KnownLanguage;

const USUAL: MemorySize = MemorySize::USUAL;
const MOST: MemorySize = MemorySize::MOST_IN_CONSTANT;

/// Confirms that a field's type is the standard library's type of this name. The macro has assumed it from the spelling, and has
/// taken the field's language from it.
///
/// # Panics
///
/// If it is another type of the same name.
#[track_caller]
pub const fn confirm(found: Language, name: &'static str) {
    if let Some(assumed) = standard(name) {
        if !assumed.equals(&found) {
            fail(&Message::EMPTY.and("`").and(name).and(
                "` is another type here than the standard library's: use yours by another name",
            ));
        }
    }
}

/// The language of the standard library's type of this name. The width of `usize` depends on the target, which the macro does not
/// know.
const fn standard(name: &'static str) -> Option<Language> {
    if str_eq(name, "usize") {
        Some(<usize as KnownLanguage>::LANGUAGE)
    } else if str_eq(name, "isize") {
        Some(<isize as KnownLanguage>::LANGUAGE)
    } else {
        Language::of_std_type(name)
    }
}

/// Checks that the type of a transparent field has its detail in the same member as the outer type.
///
/// # Panics
///
/// If the member is another one.
#[track_caller]
pub const fn same_member(outer: &'static str, inner: &'static str) {
    if !str_eq(outer, inner) {
        fail(
            &Message::EMPTY
                .and("the text of this field's type travels in \"")
                .and(inner)
                .and("\", that of the outer type in \"")
                .and(outer)
                .and("\": write the same `#[kate(member = \"...\")]` on both"),
        );
    }
}

/// Compares the forms of a type that the macro could not compare. Returns the finding for each form, and then for each type in
/// the transparent fields. `FORMS` is the [`count`](proof::count) of the table.
#[must_use]
pub const fn compare<const FORMS: usize, const FINDINGS: usize>(
    table: &'static Table<'static>,
) -> [Finding<'static>; FINDINGS] {
    let list = list::<FORMS>(table);
    let findings = compare_in::<FINDINGS, { USUAL.pairs }, { USUAL.nodes }>(table, &list);
    let mut index = 0;
    while index < FINDINGS {
        if let Finding::TooLarge(..) = findings[index] {
            return compare_in::<FINDINGS, { MOST.pairs }, { MOST.nodes }>(table, &list);
        }
        index += 1;
    }
    findings
}

/// The findings for a list of forms, with this much memory.
const fn compare_in<const FINDINGS: usize, const PAIRS: usize, const NODES: usize>(
    table: &'static Table<'static>,
    list: &[Listed<'static>],
) -> [Finding<'static>; FINDINGS] {
    let mut findings = [Finding::Apart; FINDINGS];
    let (mut seen, mut nodes) = ([false; PAIRS], [Node::EMPTY; NODES]);
    let mut comparison = Comparison {
        list,
        scope: Scope::Unspelled,
        own_forms: table.forms.len(),
        findings: &mut findings,
        memory: Memory {
            seen: &mut seen,
            nodes: &mut nodes,
        },
    };
    comparison.run();
    findings
}

/// Checks that a form has one reading of each detail.
///
/// # Panics
///
/// If a detail has two readings, or the proof is too large.
#[track_caller]
pub const fn check_form(table: &'static Table<'static>, form: usize) {
    let form = Listed::own(table, form).form;
    let template = Template::of(form.entry());
    match answer(Question::TwoReadings(template)) {
        Answer::No => {}
        Answer::Yes(witness) => {
            let more = Message::EMPTY.and(" of `").and(form.error().name).and("`");
            fail(&two_readings_message(witness.as_str(), more.as_str(), ""));
        }
        Answer::TooLarge => fail(&too_large(form, form)),
    }
}

/// Checks that a form has no detail in common with a form that is read before it.
///
/// # Panics
///
/// If it has one, or the proof is too large.
#[track_caller]
pub const fn check_finding(findings: &[Finding<'static>], form: usize) {
    match findings[form] {
        Finding::Apart => {}
        Finding::Meet(winner, loser) => {
            let Some(witness) = witness(winner, loser) else {
                fail(&too_large(winner, loser));
            };
            fail(&meeting(winner, loser, witness.as_str(), "", ""));
        }
        Finding::TooLarge(winner, loser) => fail(&too_large(winner, loser)),
    }
}

/// Checks that the type of a transparent field has no detail in common with the rest of the outer type. Also checks that no
/// earlier nested type has an `other` variant, if this type has one: the earlier one would take all that is for the later one.
/// `nested` is the number of the field's type in the table.
///
/// # Panics
///
/// If one of these checks fails, or the proof is too large.
#[track_caller]
pub const fn check_nested(
    table: &'static Table<'static>,
    findings: &[Finding<'static>],
    nested: usize,
) {
    let variant = &table.nested[nested];
    match findings[table.forms.len() + nested] {
        Finding::Apart => {}
        Finding::Meet(winner, loser) => {
            let Some(witness) = witness(winner, loser) else {
                fail(&too_large(winner, loser));
            };
            fail(&nested_meeting(
                winner,
                loser,
                witness.as_str(),
                variant.name,
            ));
        }
        Finding::TooLarge(winner, loser) => fail(&too_large(winner, loser)),
    }
    let mut earlier = 0;
    while earlier < nested && !variant.lossy {
        let before = &table.nested[earlier];
        if let (Some(first), Some(second)) = (before.table, variant.table) {
            if has_other(first, true) && has_other(second, false) {
                fail(
                    &Message::EMPTY
                        .and("`")
                        .and(before.name)
                        .and("` and `")
                        .and(variant.name)
                        .and("` both hold an `other` variant, and only that of `")
                        .and(before.name)
                        .and("` is ever read\nhelp: keep one, or accept this with `#[kate(lossy)]` on `")
                        .and(variant.name)
                        .and("`"),
                );
            }
        }
        earlier += 1;
    }
}

/// A text that both forms match.
const fn witness(winner: FormRef<'static>, loser: FormRef<'static>) -> Option<proof::Witness> {
    let (first, second) = (Template::of(winner.entry()), Template::of(loser.entry()));
    match answer(Question::Meet(first, second)) {
        Answer::Yes(witness) => Some(witness),
        Answer::No | Answer::TooLarge => None,
    }
}

#[derive(Clone, Copy)]
enum Question {
    /// Is there a text that this template reads in two ways?
    TwoReadings(Template<'static>),
    /// Is there a text that both templates match?
    Meet(Template<'static>, Template<'static>),
}

/// The answer to a question, with as much memory as it needs.
const fn answer(question: Question) -> Answer {
    match ask_in::<{ USUAL.pairs }, { USUAL.nodes }>(question) {
        Answer::TooLarge => ask_in::<{ MOST.pairs }, { MOST.nodes }>(question),
        decided => decided,
    }
}

/// The answer to a question, with this much memory.
const fn ask_in<const PAIRS: usize, const NODES: usize>(question: Question) -> Answer {
    let (mut seen, mut nodes) = ([false; PAIRS], [Node::EMPTY; NODES]);
    let mut memory = Memory {
        seen: &mut seen,
        nodes: &mut nodes,
    };
    match question {
        Question::TwoReadings(template) => two_readings(template, &mut memory),
        Question::Meet(first, second) => proof::meet(first, second, &mut memory),
    }
}

#[track_caller]
#[expect(clippy::panic, reason = "how a `const` says what is wrong")]
const fn fail(message: &Message) -> ! {
    panic!("{}", message.as_str())
}
