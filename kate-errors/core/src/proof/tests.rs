use proptest::prelude::*;

use super::{
    Answer, Comparison, Finding, Listed, MOST_PLACEHOLDERS, Memory, Node, Scope, Template,
};
use crate::matching::Placeholder;
use crate::table::{Accept, ErrorEntry, FormEntry, FormKind, Read, Table, sort};
use crate::{Addresses, Chars, Integer, Language, Length};

type Parts<'a> = (&'a str, &'a [Placeholder<'a>]);

fn template((leading, placeholders): Parts<'_>) -> Template<'_> {
    Template {
        leading,
        placeholders,
    }
}

/// The text of an answer, if there is one. `Err` if there is not enough memory.
fn answer(ask: impl Fn(&mut Memory<'_>) -> Answer) -> Result<Option<String>, ()> {
    let (pairs, nodes) = (1 << 15, 1 << 13);
    let (mut seen, mut nodes) = (vec![false; pairs], vec![Node::EMPTY; nodes]);
    let mut memory = Memory {
        seen: &mut seen,
        nodes: &mut nodes,
    };
    let answer = match ask(&mut memory) {
        Answer::No => Ok(None),
        Answer::Yes(witness) => Ok(Some(witness.as_str().to_owned())),
        Answer::TooLarge => Err(()),
    };
    assert!(seen.iter().all(|seen| !seen), "a search cleans up");
    answer
}

fn two_readings(parts: Parts<'_>) -> Result<Option<String>, ()> {
    answer(|memory| super::two_readings(template(parts), memory))
}

fn meet(a: Parts<'_>, b: Parts<'_>) -> Result<Option<String>, ()> {
    answer(|memory| super::meet(template(a), template(b), memory))
}

const U8: Language = Language::Integer(Integer::new(0, 255, true));
const AB: Language = Language::Chars(Chars::new("ab"));

fn placeholder<'a>(language: &'a Language, after: &'a str) -> Placeholder<'a> {
    Placeholder { language, after }
}

/// How many readings a text has, by trying every end.
fn readings(text: &str, before: &str, placeholders: &[Placeholder<'_>]) -> usize {
    let Some(rest) = text.strip_prefix(before) else {
        return 0;
    };
    let Some((placeholder, others)) = placeholders.split_first() else {
        return usize::from(rest.is_empty());
    };
    let ends = (0..=rest.len()).filter(|&end| rest.is_char_boundary(end));
    ends.filter(|&end| placeholder.language.contains(&rest[..end]))
        .map(|end| readings(&rest[end..], placeholder.after, others))
        .sum()
}

/// All texts over these characters, up to a length.
fn texts(characters: &[char], longest: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut start = 0;
    for _ in 0..longest {
        let end = all.len();
        for index in start..end {
            for c in characters {
                let text = format!("{}{c}", all[index]);
                all.push(text);
            }
        }
        start = end;
    }
    all
}

#[test]
fn two_free_placeholders_always_have_two_readings() {
    let placeholders = [
        placeholder(&Language::Free, " to "),
        placeholder(&Language::Free, ""),
    ];
    assert_eq!(
        two_readings(("", &placeholders)),
        Ok(Some("a to b to c".to_owned()))
    );
    assert!(readings("a to b to c", "", &placeholders) > 1);
}

#[test]
fn a_literal_outside_the_characters_separates_placeholders() {
    assert_eq!(
        two_readings(("", &[placeholder(&AB, " to "), placeholder(&AB, "")])),
        Ok(None)
    );
}

#[test]
fn numbers_at_the_end_leave_one_reading() {
    let placeholders = [
        placeholder(&Language::Free, " used "),
        placeholder(&U8, " of "),
        placeholder(&U8, ""),
    ];
    assert_eq!(two_readings(("", &placeholders)), Ok(None));
}

#[test]
fn an_integer_outside_the_range_is_not_matched() {
    let run = [placeholder(&U8, " lost")];
    assert_eq!(meet(("Run ", &run), ("Run 300 lost", &[])), Ok(None));
    assert_eq!(
        meet(("Run ", &run), ("Run 30 lost", &[])),
        Ok(Some("Run 30 lost".to_owned()))
    );
}

fn language() -> impl Strategy<Value = Language> {
    let i8s = Language::Integer(Integer::new(128, 127, false));
    let dashes = Language::Chars(Chars::new("0-9.é-"));
    let all = [
        Language::Free,
        AB,
        dashes,
        U8,
        i8s,
        Language::Float,
        Language::Bool,
        Language::Char,
        Language::words(&["", "a"]),
        Language::words(&["a0", "a", "bé", "true", "-1"]),
        AB.with_length(Length::exactly(2)),
        dashes.with_length(Length::between(1, 3)),
        AB.with_length(Length::at_least(2)),
        Language::Free.with_length(Length::at_least(1)),
        Language::Addresses(Addresses::V4),
    ];
    proptest::sample::select(all.to_vec())
}

type Drawn = (String, Vec<(Language, String)>);

fn parts() -> impl Strategy<Value = Drawn> {
    (
        "[ab01é-]{0,2}",
        prop::collection::vec((language(), "[ab01.é-]{0,2}"), 0..4),
    )
}

fn placeholders(parts: &Drawn) -> Vec<Placeholder<'_>> {
    parts
        .1
        .iter()
        .map(|(language, after)| placeholder(language, after))
        .collect()
}

proptest! {
    // Under Miri, a case takes a thousand times as long.
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 2 } else { 1500 }))]

    #[test]
    fn the_search_agrees_with_brute_force(a in parts(), b in parts()) {
        let (a_placeholders, b_placeholders) = (placeholders(&a), placeholders(&b));
        let twice = |text: &str| readings(text, &a.0, &a_placeholders) > 1;
        let both = |text: &str| readings(text, &a.0, &a_placeholders) > 0 && readings(text, &b.0, &b_placeholders) > 0;
        let short = texts(&['a', '0', '1', '2', '-', '.', 'é', 't'], if cfg!(miri) { 2 } else { 4 });
        match two_readings((&a.0, &a_placeholders)) {
            Ok(Some(text)) => prop_assert!(twice(&text), "{text:?}"),
            Ok(None) => prop_assert_eq!(short.iter().find(|text| twice(text)), None),
            Err(()) => prop_assert!(false),
        }
        match meet((&a.0, &a_placeholders), (&b.0, &b_placeholders)) {
            Ok(Some(text)) => {
                prop_assert!(both(&text), "{text:?}");
                let shorter = |other: &&String| both(other) && other.chars().count() < text.chars().count();
                // In the first search no placeholder is empty, so the witness may be longer than necessary.
                let slack = a.1.len() + b.1.len();
                let shortest = short.iter().find(shorter).map_or(text.chars().count(), |text| text.chars().count());
                prop_assert!(shortest + slack >= text.chars().count());
            }
            Ok(None) => prop_assert_eq!(short.iter().find(|text| both(text)), None),
            Err(()) => prop_assert!(false),
        }
    }
}

#[test]
fn literals_separate_templates_without_a_search() {
    let bool = Language::Bool;
    let free = Language::Free;
    for (a, b) in [
        // From the front, and past fields that end at the same place.
        (("Run ", &[][..]), ("Ran ", &[][..])),
        (
            ("", &[placeholder(&U8, " lost")][..]),
            ("", &[placeholder(&bool, " found")][..]),
        ),
        (
            ("", &[placeholder(&U8, "é")][..]),
            ("", &[placeholder(&U8, "è")][..]),
        ),
        (
            ("a", &[placeholder(&U8, " ")][..]),
            ("a", &[placeholder(&AB, " 7")][..]),
        ),
        // A placeholder that cannot be empty, and does not match the literal there.
        (
            ("Run ", &[placeholder(&U8, "")][..]),
            ("Run x", &[placeholder(&free, "")][..]),
        ),
        (
            ("", &[placeholder(&free, "x")][..]),
            ("", &[placeholder(&U8, "")][..]),
        ),
        // From the back.
        (
            ("", &[placeholder(&free, " lost")][..]),
            ("", &[placeholder(&free, " found")][..]),
        ),
        (
            ("", &[placeholder(&free, "é")][..]),
            ("", &[placeholder(&free, "è")][..]),
        ),
        (
            (
                "Run ",
                &[placeholder(&free, " w1 for "), placeholder(&U8, "")][..],
            ),
            (
                "Run ",
                &[placeholder(&free, " w2 for "), placeholder(&U8, "")][..],
            ),
        ),
        (
            ("", &[placeholder(&free, " 日"), placeholder(&U8, ".")][..]),
            ("", &[placeholder(&free, "月"), placeholder(&U8, ".")][..]),
        ),
    ] {
        let (first, second) = (template(a), template(b));
        assert!(
            first.is_apart(&second) && second.is_apart(&first),
            "{a:?} {b:?}"
        );
        assert_eq!(meet(a, b), Ok(None), "{a:?} {b:?}");
    }
}

/// A form that is the only form of its error.
fn form(error: usize, (leading, placeholders): Parts<'_>) -> FormEntry<'_> {
    FormEntry {
        error,
        status: 404,
        detail: "",
        kind: if placeholders.is_empty() {
            FormKind::Constant
        } else {
            FormKind::Template
        },
        leading,
        placeholders,
        body: None,
        read: Read::Decisive,
        written: true,
        spelled: true,
    }
}

fn error(lossy: bool) -> ErrorEntry<'static> {
    ErrorEntry {
        name: "E",
        cause: "",
        fix: None,
        status: 404,
        accept: Accept::Only(&[]),
        lossy,
        headers: &[],
        forms: 0..0,
    }
}

/// The forms that lose a text to another form.
fn losers(table: &Table<'_>) -> Vec<bool> {
    let (pairs, nodes) = (1 << 15, 1 << 13);
    let (mut seen, mut nodes) = (vec![false; pairs], vec![Node::EMPTY; nodes]);
    let sorted = sort(table.forms);
    let list: Vec<_> = sorted
        .iter()
        .map(|&form| Listed::own(table, form))
        .collect();
    let mut findings = vec![Finding::Apart; table.forms.len()];
    let mut comparison = Comparison {
        list: &list,
        scope: Scope::Spelled,
        own_forms: table.forms.len(),
        findings: &mut findings,
        memory: Memory {
            seen: &mut seen,
            nodes: &mut nodes,
        },
    };
    comparison.run();
    findings
        .iter()
        .map(|finding| !matches!(finding, Finding::Apart))
        .collect()
}

/// Parts that are often equal up to some literal.
fn alike() -> impl Strategy<Value = Drawn> {
    let literal = || proptest::sample::select(vec!["", " ", " a", " b", ".", "é", " a b"]);
    let languages = vec![AB, U8, Language::Bool, Language::Free];
    let placeholder = (proptest::sample::select(languages), literal())
        .prop_map(|(language, after)| (language, after.to_owned()));
    let leading = proptest::sample::select(vec!["", "Run ", "Run", "R"]);
    (leading, prop::collection::vec(placeholder, 0..4))
        .prop_map(|(leading, placeholders)| (leading.to_owned(), placeholders))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 2 } else { 1000 }))]

    /// The comparison leaves out most pairs, and has the same findings as a comparison of every pair.
    #[test]
    fn a_comparison_finds_what_all_pairs_have(
        all in prop::collection::vec((prop_oneof![alike(), parts()], any::<bool>(), any::<bool>()), 2..9),
    ) {
        let drawn: Vec<_> = all.iter().map(|(parts, ..)| placeholders(parts)).collect();
        let errors: Vec<_> = all.iter().map(|(_, lossy, _)| error(*lossy)).collect();
        let forms: Vec<_> = all.iter().zip(&drawn).enumerate().map(|(index, ((parts, _, read), placeholders))| {
            let form = form(index, (&parts.0, placeholders));
            // A constant may be one that is never read.
            let read = *read || form.kind == FormKind::Template;
            FormEntry { read: if read { Read::Decisive } else { Read::Never }, ..form }
        }).collect();
        let table = Table { errors: &errors, forms: &forms, ..Table::EMPTY };
        let mut expected = vec![false; forms.len()];
        for second in 0..forms.len() {
            for first in 0..second {
                let swapped = !forms[first].is_read() && forms[second].is_read();
                let loser = if swapped { first } else { second };
                let is_read = forms[first].is_read() || forms[second].is_read();
                let parts = |form: usize| (all[form].0.0.as_str(), drawn[form].as_slice());
                if is_read && !all[loser].1 && meet(parts(first), parts(second)) != Ok(None) {
                    expected[loser] = true;
                }
            }
        }
        prop_assert_eq!(losers(&table), expected);
    }
}

/// A lossy form that cannot be compared may still match what others print.
#[test]
fn too_many_placeholders_are_refused_where_they_might_win() {
    let many = vec![placeholder(&Language::Free, ""); MOST_PLACEHOLDERS + 1];
    let id = [placeholder(&U8, " not found")];
    let forms = [form(0, ("", &many)), form(1, ("Run ", &id))];
    for (lossy, expected) in [
        ([true, false], [false, true]),
        ([false, true], [false, false]),
        ([true, true], [false, false]),
    ] {
        let errors = lossy.map(error);
        let table = Table {
            errors: &errors,
            forms: &forms,
            ..Table::EMPTY
        };
        assert_eq!(losers(&table), expected, "{lossy:?}");
    }
}

#[test]
fn forms_of_other_statuses_are_not_compared() {
    let forms = [
        form(0, ("Gone", &[])),
        FormEntry {
            status: 410,
            ..form(1, ("Gone", &[]))
        },
    ];
    let errors = [error(false), error(false)];
    let table = Table {
        errors: &errors,
        forms: &forms,
        ..Table::EMPTY
    };
    assert_eq!(losers(&table), [false, false]);
}
