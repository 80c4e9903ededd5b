use std::collections::BTreeSet;

use super::{Integer, Language};
use crate::Chars;
use proptest::prelude::*;

fn integer(negative: u128, positive: u128) -> Language {
    Language::Integer(Integer::new(negative, positive, true))
}

#[test]
fn small_integers_are_exactly_those_of_the_range() {
    let most = if cfg!(miri) { 300 } else { 2000 };
    let texts = (0..most).flat_map(|n| [format!("{n}"), format!("-{n}"), format!("0{n}")]);
    for text in texts {
        for (language, parsed) in [
            (
                integer(0, 255),
                text.parse::<u8>().ok().map(|n| n.to_string()),
            ),
            (
                integer(128, 127),
                text.parse::<i8>().ok().map(|n| n.to_string()),
            ),
        ] {
            let own = parsed.as_ref() == Some(&text);
            assert_eq!(language.takes(&text), own, "{language:?} {text}");
        }
    }
}

#[test]
fn the_limits_of_the_widest_integers_are_taken_and_no_more() {
    let signed = integer(i128::MIN.unsigned_abs(), i128::MAX.unsigned_abs());
    let unsigned = integer(0, u128::MAX);
    assert!(signed.takes(&i128::MIN.to_string()) && signed.takes(&i128::MAX.to_string()));
    assert!(unsigned.takes(&u128::MAX.to_string()));
    assert!(!signed.takes("170141183460469231731687303715884105728"));
    assert!(!signed.takes("-170141183460469231731687303715884105729"));
    assert!(!unsigned.takes("340282366920938463463374607431768211456"));
    assert!(!unsigned.takes("1000000000000000000000000000000000000000"));
}

#[test]
fn a_range_may_leave_zero_out() {
    let nine = Integer::new(0, 9, false);
    assert_eq!(Integer::new(0, 9, true).without_zero(), nine);
    let language = Language::Integer(nine);
    assert!(language.takes("9") && !language.takes("0") && !language.takes("10"));
}

#[test]
fn a_minus_stands_before_negative_numbers_alone() {
    let i8s = integer(128, 127);
    assert!(i8s.takes("-5") && !i8s.takes("--5") && !i8s.takes("1-5") && !i8s.takes("-"));
    assert_eq!(integer(0, 255).step(Language::START, '-'), None);
}

/// One of each kind; each automaton has a path to all of its states.
const KINDS: [Language; 9] = [
    Language::Free,
    Language::Chars(Chars::new("0-9e")),
    Language::Integer(Integer::new(255, 255, true)),
    Language::Integer(Integer::new(0, 255, false)),
    Language::Digits {
        minus: true,
        zero: true,
    },
    Language::Digits {
        minus: false,
        zero: false,
    },
    Language::Float,
    Language::Bool,
    Language::Char,
];
const ALPHABET: &str = "0123456789-.infNatruelsx";

/// Every state that some text leads to, and the characters that lead on.
fn reached(language: Language) -> (BTreeSet<u8>, BTreeSet<char>) {
    let (mut states, mut chars) = (BTreeSet::from([Language::START]), BTreeSet::new());
    let mut new = vec![Language::START];
    while let Some(state) = new.pop() {
        for c in ALPHABET.chars() {
            if let Some(next) = language.step(state, c) {
                chars.insert(c);
                if states.insert(next) {
                    new.push(next);
                }
            }
        }
    }
    (states, chars)
}

#[test]
fn an_automaton_has_the_states_and_characters_that_it_says() {
    for language in KINDS {
        let (states, chars) = reached(language);
        assert_eq!(
            states.last(),
            Some(&(language.states() - 1)),
            "{language:?}"
        );
        for c in ALPHABET.chars() {
            assert_eq!(language.may_have(c), chars.contains(&c), "{language:?} {c}");
        }
    }
}

#[test]
fn the_longest_text_is_as_long_as_it_says() {
    let widest = integer(u128::MAX, u128::MAX);
    assert_eq!(widest.longest(), Some(format!("-{}", u128::MAX).len()));
    assert_eq!(Language::Bool.longest(), Some("false".len()));
    assert_eq!(Language::Char.longest(), Some(1));
    for endless in [KINDS[0], KINDS[1], KINDS[4], Language::Float] {
        assert_eq!(endless.longest(), None);
    }
}

#[test]
fn integers_of_any_size_are_wider_than_those_of_a_range() {
    let digits = |minus, zero| Language::Digits { minus, zero };
    assert_eq!(integer(0, 255).widened(), digits(false, true));
    assert_eq!(integer(128, 127).widened(), digits(true, true));
    let without = Integer::new(9, 9, false);
    assert_eq!(Language::Integer(without).widened(), digits(true, false));
    assert_eq!(Language::Float.widened(), Language::Float);
    for (text, taken) in [
        ("", [false; 4]),
        ("-", [false; 4]),
        ("0", [false, true, false, true]),
        ("-0", [false; 4]),
        ("10", [true; 4]),
        ("01", [false; 4]),
        ("-7", [false, false, true, true]),
        ("7-", [false; 4]),
    ] {
        let all = [
            digits(false, false),
            digits(false, true),
            digits(true, false),
            digits(true, true),
        ];
        assert_eq!(all.map(|language| language.takes(text)), taken, "{text:?}");
    }
}

#[test]
fn a_sample_is_of_the_language() {
    for language in KINDS {
        assert!(language.takes(&language.sample()), "{language:?}");
    }
    let negative = Language::Integer(Integer::new(9, 0, false));
    assert_eq!(
        [Language::Free, negative, Language::Bool].map(|language| language.sample()),
        ["x", "-1", "true"]
    );
}

#[test]
fn what_is_no_number_has_words() {
    for text in ["inf", "-inf", "NaN", "0", "-0", "0.5", "10.05"] {
        assert!(Language::Float.takes(text), "{text}");
    }
    for text in [
        "", "-", "-NaN", "in", "Na", ".5", "5.", "0.50", "01", "1e5", "+1",
    ] {
        assert!(!Language::Float.takes(text), "{text}");
    }
}

#[test]
fn languages_are_the_same_where_they_are_equal() {
    let digits = |minus, zero| Language::Digits { minus, zero };
    let all = [
        Language::Free,
        Language::Float,
        Language::Bool,
        Language::Char,
        Language::Chars(Chars::new("a")),
        Language::Chars(Chars::new("ab")),
        integer(0, 255),
        integer(0, 127),
        integer(128, 127),
        Language::Integer(Integer::new(0, 255, true).without_zero()),
        digits(false, false),
        digits(false, true),
        digits(true, false),
        digits(true, true),
    ];
    for one in &all {
        for other in &all {
            assert_eq!(one.same(other), one == other, "{one:?} {other:?}");
        }
    }
}

#[test]
fn words_and_characters() {
    assert!(Language::Bool.takes("true") && Language::Bool.takes("false"));
    assert!(
        !Language::Bool.takes("") && !Language::Bool.takes("tru") && !Language::Bool.takes("truex")
    );
    assert!(Language::Char.takes("é") && !Language::Char.takes("") && !Language::Char.takes("ab"));
}

proptest! {
    #[test]
    fn every_integer_prints_a_text_of_its_language(n: i64, m: u128) {
        let i64s = integer(i64::MIN.unsigned_abs().into(), i64::MAX.unsigned_abs().into());
        prop_assert!(i64s.takes(&n.to_string()));
        prop_assert!(integer(0, u128::MAX).takes(&m.to_string()));
        prop_assert_eq!(integer(0, u128::from(u64::MAX)).takes(&m.to_string()), u64::try_from(m).is_ok());
    }

    #[test]
    fn every_float_prints_a_text_of_the_language(bits: u64, short: u32) {
        prop_assert!(Language::Float.takes(&f64::from_bits(bits).to_string()));
        prop_assert!(Language::Float.takes(&f32::from_bits(short).to_string()));
    }

    #[test]
    fn no_longer_text_than_the_longest(text in "[-0-9a-z]{0,60}", m: u128) {
        for language in [integer(u128::MAX, u128::MAX), Language::Bool, Language::Char] {
            let longest = language.longest().unwrap_or_default();
            for text in [text.clone(), format!("-{m}{m}")] {
                prop_assert!(!language.takes(&text) || text.chars().count() <= longest);
            }
        }
    }
}
