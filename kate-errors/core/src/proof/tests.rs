use proptest::prelude::*;

use super::{Prover, Template, TooLarge};
use crate::matching::Placeholder;
use crate::{Chars, Integer, Language};

fn template(before: &str, placeholders: &[Placeholder<'_>]) -> Template {
    Template::new(
        before,
        placeholders
            .iter()
            .map(|placeholder| (*placeholder.language, placeholder.after)),
    )
}

fn two_readings(
    before: &str,
    placeholders: &[Placeholder<'_>],
) -> Result<Option<String>, TooLarge> {
    Prover::default().two_readings(&template(before, placeholders).pattern()?)
}

fn meet(
    a: (&str, &[Placeholder<'_>]),
    b: (&str, &[Placeholder<'_>]),
) -> Result<Option<String>, TooLarge> {
    Prover::default().meet(
        &template(a.0, a.1).pattern()?,
        &template(b.0, b.1).pattern()?,
    )
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
        two_readings("", &placeholders),
        Ok(Some("a to b to c".to_owned()))
    );
    assert!(readings("a to b to c", "", &placeholders) > 1);
}

#[test]
fn a_literal_outside_the_characters_separates_placeholders() {
    assert_eq!(
        two_readings("", &[placeholder(&AB, " to "), placeholder(&AB, "")]),
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
    assert_eq!(two_readings("", &placeholders), Ok(None));
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
    ];
    proptest::sample::select(all.to_vec())
}

type Parts = (String, Vec<(Language, String)>);

fn parts() -> impl Strategy<Value = Parts> {
    (
        "[ab01é-]{0,2}",
        prop::collection::vec((language(), "[ab01.é-]{0,2}"), 0..4),
    )
}

fn placeholders(parts: &Parts) -> Vec<Placeholder<'_>> {
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
        match two_readings(&a.0, &a_placeholders) {
            Ok(Some(text)) => prop_assert!(twice(&text), "{text:?}"),
            Ok(None) => prop_assert_eq!(short.iter().find(|text| twice(text)), None),
            Err(_) => prop_assert!(false),
        }
        match meet((&a.0, &a_placeholders), (&b.0, &b_placeholders)) {
            Ok(Some(text)) => {
                prop_assert!(both(&text), "{text:?}");
                let shorter = |other: &&String| both(other) && other.chars().count() < text.chars().count();
                // The first search takes no placeholder as empty, so the witness may be longer.
                let slack = a.1.len() + b.1.len();
                let shortest = short.iter().find(shorter).map_or(text.chars().count(), |text| text.chars().count());
                prop_assert!(shortest + slack >= text.chars().count());
            }
            Ok(None) => prop_assert_eq!(short.iter().find(|text| both(text)), None),
            Err(_) => prop_assert!(false),
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
        // A placeholder that is not empty, and does not match the literal there.
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
        let [first, second] = [a, b].map(|(before, placeholders)| template(before, placeholders));
        let [first, second] = [&first, &second].map(|one| one.pattern().unwrap());
        assert!(first.apart(&second) && second.apart(&first), "{a:?} {b:?}");
        assert_eq!(meet(a, b), Ok(None), "{a:?} {b:?}");
    }
}
