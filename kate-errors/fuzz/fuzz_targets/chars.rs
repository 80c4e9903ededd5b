//! Sets of characters and languages, against readings of their descriptions that know no automata.

#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use kate_errors_core::{Chars, Integer, Language, PatternError};
use kate_errors_fuzz::forever::lend;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    pattern: Pattern,
    text: Text,
    range: Range,
}

/// Few different characters, so that ranges are often in order; or any.
#[derive(Arbitrary, Debug)]
enum Pattern {
    Few(#[arbitrary(with = few)] String),
    Any(String),
}

#[derive(Arbitrary, Debug)]
enum Text {
    Any(String),
    Integer(i128, String),
    /// A limit of the range plus a small number, with or without a minus sign, with leading zeros.
    Limit(bool, bool, i8, u8),
    Float(f64, String),
    Single(f32),
    Word(bool, String),
}

#[derive(Arbitrary, Clone, Copy, Debug)]
struct Range {
    negative: u128,
    positive: u128,
    zero: bool,
}

fuzz_target!(|input: Input| {
    let text = input.text.write(input.range);
    let (Pattern::Few(pattern) | Pattern::Any(pattern)) = input.pattern;
    lend(pattern.into_boxed_str(), |pattern| chars(pattern, &text));
    let Range {
        negative,
        positive,
        zero,
    } = input.range;
    language(Language::Free, &text, |_| true);
    language(
        Language::Integer(Integer::new(negative, positive, zero)),
        &text,
        |text| {
            number(text).is_some_and(|(minus, digits)| match digits.parse::<u128>() {
                Ok(0) => zero && !minus,
                Ok(n) => n <= if minus { negative } else { positive },
                Err(_) => false,
            })
        },
    );
    for (minus, zero) in [(false, false), (false, true), (true, false), (true, true)] {
        language(Language::Digits { minus, zero }, &text, |text| {
            number(text).is_some_and(|(has, digits)| {
                if digits == "0" {
                    zero && !has
                } else {
                    minus || !has
                }
            })
        });
    }
    language(Language::Float, &text, float);
    language(Language::Bool, &text, |text| {
        matches!(text, "true" | "false")
    });
    language(Language::Char, &text, |text| text.chars().count() == 1);
    match input.text {
        Text::Integer(n, _) => {
            assert!(
                Language::of_std_type("i128").is_some_and(|known| known.contains(&n.to_string()))
            )
        }
        Text::Float(n, _) => assert!(Language::Float.contains(&n.to_string())),
        Text::Single(n) => assert!(Language::Float.contains(&n.to_string())),
        _ => {}
    }
});

fn chars(pattern: &'static str, text: &str) {
    let parsed = Chars::parse(pattern);
    let expected = ranges(pattern);
    let chars = match (parsed, expected) {
        (Ok(chars), Ok(ref ranges)) => {
            let around = pattern.chars().flat_map(|c| {
                [
                    u32::from(c).checked_sub(1),
                    Some(u32::from(c)),
                    u32::from(c).checked_add(1),
                ]
            });
            let around = around.flatten().filter_map(char::from_u32);
            for c in around.chain(text.chars()) {
                let within = ranges
                    .iter()
                    .any(|&(first, last)| (first..=last).contains(&c));
                assert_eq!(chars.contains(c), within, "{c:?}");
            }
            chars
        }
        (parsed, expected) => return assert_eq!(parsed.map(|_| ()), expected.map(|_| ())),
    };
    assert_eq!(chars.pattern(), pattern);
    language(Language::Chars(chars), text, |text| {
        text.chars().all(|c| chars.contains(c))
    });
}

/// From left to right: a character, a hyphen and a character are a range; else a character is itself.
fn ranges(pattern: &str) -> std::result::Result<Vec<(char, char)>, PatternError> {
    let all: Vec<char> = pattern.chars().collect();
    let mut rest = all.as_slice();
    let mut ranges = Vec::new();
    while let [first, after @ ..] = rest {
        let last = match after {
            ['-', last, after @ ..] => {
                rest = after;
                last
            }
            _ => {
                rest = after;
                first
            }
        };
        if first > last {
            return Err(PatternError::Reversed {
                first: *first,
                last: *last,
            });
        }
        ranges.push((*first, *last));
    }
    if ranges.is_empty() {
        Err(PatternError::Empty)
    } else {
        Ok(ranges)
    }
}

/// What holds of every language, and whether it has this text and, where it is short, its beginnings.
fn language(language: Language, text: &str, has: impl Fn(&str) -> bool) {
    assert!(language.equals(&language));
    let mut state = Some(Language::START);
    for (at, c) in text
        .char_indices()
        .map(|(at, c)| (at, Some(c)))
        .chain([(text.len(), None)])
    {
        let beginning = &text[..at];
        assert!(state.is_none_or(|state| state < language.state_count()));
        let before = state;
        state = state.zip(c).and_then(|(state, c)| language.step(state, c));
        if c.is_some() && text.len() > 48 {
            continue;
        }
        let expected = has(beginning);
        let taken = before.is_some_and(|state| language.accepts(state));
        assert_eq!(taken, expected, "{language:?} {beginning:?}");
        assert_eq!(
            language.contains(beginning),
            expected,
            "{language:?} {beginning:?}"
        );
        if expected {
            assert!(
                language
                    .max_chars()
                    .is_none_or(|longest| beginning.chars().count() <= longest)
            );
            assert!(beginning.chars().all(|c| language.may_contain_char(c)));
            assert!(language.without_limits().contains(beginning));
        }
    }
}

/// A whole number without leading zeros: whether it has a minus, and its digits.
fn number(text: &str) -> Option<(bool, &str)> {
    let (minus, digits) = text
        .strip_prefix('-')
        .map_or((false, text), |digits| (true, digits));
    let fine = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'));
    fine.then_some((minus, digits))
}

fn float(text: &str) -> bool {
    let positive = text.strip_prefix('-').unwrap_or(text);
    if positive == "inf" {
        return true;
    }
    let (whole, fraction) = positive
        .split_once('.')
        .map_or((positive, None), |(whole, fraction)| {
            (whole, Some(fraction))
        });
    let short = |fraction: &str| {
        fraction.bytes().all(|byte| byte.is_ascii_digit())
            && !fraction.is_empty()
            && !fraction.ends_with('0')
    };
    text == "NaN" || number(whole).is_some_and(|(minus, _)| !minus) && fraction.is_none_or(short)
}

impl Text {
    fn write(&self, range: Range) -> String {
        match self {
            Self::Any(text) => text.clone(),
            Self::Integer(n, after) => format!("{n}{after}"),
            Self::Limit(upper, minus, by, zeros) => {
                let limit = if *upper {
                    range.positive
                } else {
                    range.negative
                };
                let zeros = "0".repeat(usize::from(*zeros % 3));
                format!(
                    "{}{zeros}{}",
                    if *minus { "-" } else { "" },
                    limit.wrapping_add_signed((*by).into())
                )
            }
            Self::Float(n, after) => format!("{n}{after}"),
            Self::Single(n) => n.to_string(),
            Self::Word(word, after) => format!("{word}{after}"),
        }
    }
}

fn few(u: &mut Unstructured<'_>) -> Result<String> {
    const FEW: [char; 12] = [
        '-',
        '-',
        '-',
        'a',
        'b',
        'z',
        '0',
        '9',
        '\u{e9}',
        '\u{7f}',
        '\u{80}',
        '\u{1F980}',
    ];
    u.arbitrary_iter::<u8>()?
        .map(|byte| Ok(FEW[usize::from(byte?) % FEW.len()]))
        .collect()
}
