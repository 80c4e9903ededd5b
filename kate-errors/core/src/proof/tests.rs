use proptest::prelude::*;

use super::{Prover, Template, TooLarge};
use crate::matching::Slot;
use crate::{Chars, Integer, Language};

fn template(before: &str, slots: &[Slot<'_>]) -> Template {
    Template::new(
        before,
        slots.iter().map(|slot| (*slot.language, slot.after)),
    )
}

fn two_readings(before: &str, slots: &[Slot<'_>]) -> Result<Option<String>, TooLarge> {
    Prover::default().two_readings(&template(before, slots).pattern()?)
}

fn meet(a: (&str, &[Slot<'_>]), b: (&str, &[Slot<'_>])) -> Result<Option<String>, TooLarge> {
    Prover::default().meet(
        &template(a.0, a.1).pattern()?,
        &template(b.0, b.1).pattern()?,
    )
}

const U8: Language = Language::Integer(Integer::new(0, 255, true));
const AB: Language = Language::Chars(Chars::new("ab"));

fn slot<'a>(language: &'a Language, after: &'a str) -> Slot<'a> {
    Slot { language, after }
}

/// How many readings a text has, by trying every end.
fn readings(text: &str, before: &str, slots: &[Slot<'_>]) -> usize {
    let Some(rest) = text.strip_prefix(before) else {
        return 0;
    };
    let Some((slot, others)) = slots.split_first() else {
        return usize::from(rest.is_empty());
    };
    let ends = (0..=rest.len()).filter(|&end| rest.is_char_boundary(end));
    ends.filter(|&end| slot.language.takes(&rest[..end]))
        .map(|end| readings(&rest[end..], slot.after, others))
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
    let slots = [slot(&Language::Free, " to "), slot(&Language::Free, "")];
    assert_eq!(two_readings("", &slots), Ok(Some("a to b to c".to_owned())));
    assert!(readings("a to b to c", "", &slots) > 1);
}

#[test]
fn characters_that_the_literal_lacks_keep_placeholders_apart() {
    assert_eq!(
        two_readings("", &[slot(&AB, " to "), slot(&AB, "")]),
        Ok(None)
    );
}

#[test]
fn numbers_at_the_end_leave_one_reading() {
    let slots = [
        slot(&Language::Free, " used "),
        slot(&U8, " of "),
        slot(&U8, ""),
    ];
    assert_eq!(two_readings("", &slots), Ok(None));
}

#[test]
fn a_constant_outside_the_range_is_no_witness() {
    let run = [slot(&U8, " lost")];
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

fn slots(parts: &Parts) -> Vec<Slot<'_>> {
    parts
        .1
        .iter()
        .map(|(language, after)| slot(language, after))
        .collect()
}

proptest! {
    // Miri, which looks for other mistakes, takes a thousand times as long.
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 2 } else { 1500 }))]

    #[test]
    fn brute_force_finds_nothing_that_the_search_does_not(a in parts(), b in parts()) {
        let (a_slots, b_slots) = (slots(&a), slots(&b));
        let twice = |text: &str| readings(text, &a.0, &a_slots) > 1;
        let both = |text: &str| readings(text, &a.0, &a_slots) > 0 && readings(text, &b.0, &b_slots) > 0;
        let short = texts(&['a', '0', '1', '2', '-', '.', 'é', 't'], if cfg!(miri) { 2 } else { 4 });
        match two_readings(&a.0, &a_slots) {
            Ok(Some(text)) => prop_assert!(twice(&text), "{text:?}"),
            Ok(None) => prop_assert_eq!(short.iter().find(|text| twice(text)), None),
            Err(_) => prop_assert!(false),
        }
        match meet((&a.0, &a_slots), (&b.0, &b_slots)) {
            Ok(Some(text)) => {
                prop_assert!(both(&text), "{text:?}");
                let shorter = |other: &&String| both(other) && other.chars().count() < text.chars().count();
                // Free text of one character reads better than none, and may make the text longer.
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
fn words_around_fields_tell_templates_apart_without_a_search() {
    let bool = Language::Bool;
    let free = Language::Free;
    for (a, b) in [
        // From the front, and past fields that end at the same place.
        (("Run ", &[][..]), ("Ran ", &[][..])),
        (
            ("", &[slot(&U8, " lost")][..]),
            ("", &[slot(&bool, " found")][..]),
        ),
        (("", &[slot(&U8, "é")][..]), ("", &[slot(&U8, "è")][..])),
        (("a", &[slot(&U8, " ")][..]), ("a", &[slot(&AB, " 7")][..])),
        // A field that takes something, and nothing of what stands there.
        (
            ("Run ", &[slot(&U8, "")][..]),
            ("Run x", &[slot(&free, "")][..]),
        ),
        (("", &[slot(&free, "x")][..]), ("", &[slot(&U8, "")][..])),
        // From the back.
        (
            ("", &[slot(&free, " lost")][..]),
            ("", &[slot(&free, " found")][..]),
        ),
        (("", &[slot(&free, "é")][..]), ("", &[slot(&free, "è")][..])),
        (
            ("Run ", &[slot(&free, " w1 for "), slot(&U8, "")][..]),
            ("Run ", &[slot(&free, " w2 for "), slot(&U8, "")][..]),
        ),
        (
            ("", &[slot(&free, " 日"), slot(&U8, ".")][..]),
            ("", &[slot(&free, "月"), slot(&U8, ".")][..]),
        ),
    ] {
        let [first, second] = [a, b].map(|(before, slots)| template(before, slots));
        let [first, second] = [&first, &second].map(|one| one.pattern().unwrap());
        assert!(first.apart(&second) && second.apart(&first), "{a:?} {b:?}");
        assert_eq!(meet(a, b), Ok(None), "{a:?} {b:?}");
    }
}
