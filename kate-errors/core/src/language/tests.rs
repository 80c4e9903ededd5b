use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Addresses, Chars, Integer, Language, Length, State, Words};

fn integer(negative: u128, positive: u128) -> Language {
    Language::Integer(Integer::new(negative, positive, true))
}

#[test]
fn a_small_range_contains_exactly_its_integers() {
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
            assert_eq!(language.contains(&text), own, "{language:?} {text}");
        }
    }
}

#[test]
fn the_widest_integers_end_at_their_limits() {
    let signed = integer(i128::MIN.unsigned_abs(), i128::MAX.unsigned_abs());
    let unsigned = integer(0, u128::MAX);
    assert!(signed.contains(&i128::MIN.to_string()) && signed.contains(&i128::MAX.to_string()));
    assert!(unsigned.contains(&u128::MAX.to_string()));
    assert!(!signed.contains("170141183460469231731687303715884105728"));
    assert!(!signed.contains("-170141183460469231731687303715884105729"));
    assert!(!unsigned.contains("340282366920938463463374607431768211456"));
    assert!(!unsigned.contains("1000000000000000000000000000000000000000"));
}

#[test]
fn a_range_may_exclude_zero() {
    let nine = Integer::new(0, 9, false);
    assert_eq!(Integer::new(0, 9, true).without_zero(), nine);
    let language = Language::Integer(nine);
    assert!(language.contains("9") && !language.contains("0") && !language.contains("10"));
}

#[test]
fn a_minus_sign_comes_before_negative_numbers_only() {
    let i8s = integer(128, 127);
    assert!(
        i8s.contains("-5") && !i8s.contains("--5") && !i8s.contains("1-5") && !i8s.contains("-")
    );
    assert_eq!(integer(0, 255).step(Language::START, '-'), None);
}

/// One language of each kind. All states of these automata can be reached.
const KINDS: [Language; 16] = [
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
    Language::Words(Words::new(&["ax", "ae", "1"])),
    Language::CharsOfLength(Chars::new("a-f"), Length::between(1, 3)),
    Language::CharsOfLength(Chars::new("a-f"), Length::at_least(2)),
    Language::Uuid,
    Language::Addresses(Addresses::V4),
    Language::Addresses(Addresses::V6),
    Language::Addresses(Addresses::Both),
];
const ALPHABET: &str = "0123456789-.infNatruelsxbcd:";

/// All states that can be reached, and all characters on the way to them.
fn reachable(language: Language) -> (BTreeSet<State>, BTreeSet<char>) {
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
fn state_count_and_may_contain_char_agree_with_the_automaton() {
    for language in KINDS {
        let (states, chars) = reachable(language);
        assert_eq!(
            states.last(),
            Some(&(language.state_count() - 1)),
            "{language:?}"
        );
        for c in ALPHABET.chars() {
            assert_eq!(
                language.may_contain_char(c),
                chars.contains(&c),
                "{language:?} {c}"
            );
        }
    }
}

#[test]
fn max_chars_is_the_length_of_the_longest_text() {
    let widest = integer(u128::MAX, u128::MAX);
    assert_eq!(widest.max_chars(), Some(format!("-{}", u128::MAX).len()));
    assert_eq!(Language::Bool.max_chars(), Some("false".len()));
    assert_eq!(Language::Char.max_chars(), Some(1));
    for unbounded in [KINDS[0], KINDS[1], KINDS[4], Language::Float] {
        assert_eq!(unbounded.max_chars(), None);
    }
}

#[test]
fn integers_without_limits_have_any_size() {
    let digits = |minus, zero| Language::Digits { minus, zero };
    assert_eq!(integer(0, 255).without_limits(), digits(false, true));
    assert_eq!(integer(128, 127).without_limits(), digits(true, true));
    let without = Integer::new(9, 9, false);
    assert_eq!(
        Language::Integer(without).without_limits(),
        digits(true, false)
    );
    assert_eq!(Language::Float.without_limits(), Language::Float);
    for (text, contained) in [
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
        assert_eq!(
            all.map(|language| language.contains(text)),
            contained,
            "{text:?}"
        );
    }
}

#[test]
fn a_language_contains_its_example() {
    let of_length = |language: &Language| matches!(language, Language::CharsOfLength(..));
    for language in KINDS.into_iter().filter(|kind| !of_length(kind)) {
        assert!(language.contains(language.example()), "{language:?}");
    }
    let negative = Language::Integer(Integer::new(9, 0, false));
    assert_eq!(
        [Language::Free, negative, Language::Bool].map(|language| language.example()),
        ["x", "-1", "true"]
    );
}

#[test]
fn floats_are_those_that_display_writes() {
    for text in ["inf", "-inf", "NaN", "0", "-0", "0.5", "10.05"] {
        assert!(Language::Float.contains(text), "{text}");
    }
    for text in [
        "", "-", "-NaN", "in", "Na", ".5", "5.", "0.50", "01", "1e5", "+1",
    ] {
        assert!(!Language::Float.contains(text), "{text}");
    }
}

#[test]
fn equals_agrees_with_the_operator() {
    let digits = |minus, zero| Language::Digits { minus, zero };
    let all = [
        Language::Free,
        Language::Float,
        Language::Bool,
        Language::Char,
        Language::Uuid,
        Language::Addresses(Addresses::V4),
        Language::Addresses(Addresses::V6),
        Language::Addresses(Addresses::Both),
        Language::words(&["a"]),
        Language::words(&["a", "b"]),
        Language::words(&["b", "a"]),
        Language::chars("a").with_length(Length::exactly(1)),
        Language::chars("a").with_length(Length::at_least(1)),
        Language::chars("b").with_length(Length::at_least(1)),
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
            assert_eq!(one.equals(other), one == other, "{one:?} {other:?}");
        }
    }
}

#[test]
fn bools_and_chars() {
    assert!(Language::Bool.contains("true") && Language::Bool.contains("false"));
    assert!(
        !Language::Bool.contains("")
            && !Language::Bool.contains("tru")
            && !Language::Bool.contains("truex")
    );
    assert!(
        Language::Char.contains("é")
            && !Language::Char.contains("")
            && !Language::Char.contains("ab")
    );
}

proptest! {
    #[test]
    fn every_integer_is_in_its_language(n: i64, m: u128) {
        let i64s = integer(i64::MIN.unsigned_abs().into(), i64::MAX.unsigned_abs().into());
        prop_assert!(i64s.contains(&n.to_string()));
        prop_assert!(integer(0, u128::MAX).contains(&m.to_string()));
        prop_assert_eq!(integer(0, u128::from(u64::MAX)).contains(&m.to_string()), u64::try_from(m).is_ok());
    }

    #[test]
    fn every_float_is_in_the_language(bits: u64, short: u32) {
        prop_assert!(Language::Float.contains(&f64::from_bits(bits).to_string()));
        prop_assert!(Language::Float.contains(&f32::from_bits(short).to_string()));
    }

    #[test]
    fn no_text_is_longer_than_max_chars(text in "[-0-9a-z]{0,60}", m: u128) {
        for language in [integer(u128::MAX, u128::MAX), Language::Bool, Language::Char] {
            let max = language.max_chars().unwrap_or_default();
            for text in [text.clone(), format!("-{m}{m}")] {
                prop_assert!(!language.contains(&text) || text.chars().count() <= max);
            }
        }
    }
}
