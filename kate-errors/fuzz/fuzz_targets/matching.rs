//! Texts read by the matcher, and by trying every end.

#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use kate_errors_core::matching::{Placeholder, read};
use kate_errors_core::{Chars, Integer, Language};
use kate_errors_fuzz::naive;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    leading: Piece,
    placeholders: Vec<Drawn>,
    text: Vec<Part>,
}

#[derive(Arbitrary, Debug)]
struct Drawn {
    #[arbitrary(with = language)]
    language: Language,
    after: Piece,
}

/// Few different characters, so that texts often match; or any.
#[derive(Arbitrary, Debug)]
enum Piece {
    Few(u16),
    Any(String),
}

#[derive(Arbitrary, Debug)]
enum Part {
    Text(Piece),
    /// A literal of the template.
    Literal(u8),
    Integer(i128),
    Small(i8),
    Float(f32),
    Bool(bool),
    /// The text so far, repeated this many times.
    Repeat(u8),
}

fuzz_target!(|input: Input| {
    const LONGEST: usize = 1 << 11;
    let leading = input.leading.text();
    let afters: Vec<String> = input
        .placeholders
        .iter()
        .take(4)
        .map(|placeholder| placeholder.after.text())
        .collect();
    let placeholders: Vec<(Language, &str)> = input
        .placeholders
        .iter()
        .map(|placeholder| placeholder.language)
        .zip(afters.iter().map(String::as_str))
        .collect();
    let mut text = String::new();
    for part in &input.text {
        match part {
            Part::Text(piece) => text.push_str(&piece.text()),
            Part::Literal(0) => text.push_str(&leading),
            Part::Literal(index) => text.push_str(
                afters
                    .get(usize::from(*index) - 1)
                    .map_or("", String::as_str),
            ),
            Part::Integer(n) => text.push_str(&n.to_string()),
            Part::Small(n) => text.push_str(&n.to_string()),
            Part::Float(n) => text.push_str(&n.to_string()),
            Part::Bool(known) => text.push_str(&known.to_string()),
            Part::Repeat(times) => {
                text = text.repeat(usize::from(*times).min(LONGEST / text.len().max(1)).max(1))
            }
        }
        if text.len() > LONGEST {
            return;
        }
    }
    let expected = naive::read(&text, &leading, &placeholders);
    assert_eq!(matched(&text, &leading, &placeholders), expected);
});

/// All that knows the matcher's interface.
fn matched<'t>(
    text: &'t str,
    leading: &str,
    placeholders: &[(Language, &str)],
) -> Option<Vec<&'t str>> {
    fn sized<'t, const N: usize>(
        text: &'t str,
        leading: &str,
        placeholders: &[(Language, &str)],
    ) -> Option<Vec<&'t str>> {
        let placeholders: [Placeholder<'_>; N] = std::array::from_fn(|index| Placeholder {
            language: &placeholders[index].0,
            after: placeholders[index].1,
        });
        read(text, leading, &placeholders).map(Vec::from)
    }
    match placeholders.len() {
        0 => sized::<0>(text, leading, placeholders),
        1 => sized::<1>(text, leading, placeholders),
        2 => sized::<2>(text, leading, placeholders),
        3 => sized::<3>(text, leading, placeholders),
        _ => sized::<4>(text, leading, placeholders),
    }
}

impl Piece {
    fn text(&self) -> String {
        match self {
            Self::Any(text) => text.clone(),
            Self::Few(digits) => {
                let few: Vec<char> = "ab01-.\u{e9} ".chars().collect();
                let mut digits = *digits;
                let mut text = String::new();
                while digits > 0 {
                    digits -= 1;
                    text.push(few[usize::from(digits) % few.len()]);
                    digits /= 8;
                }
                text
            }
        }
    }
}

fn language(u: &mut Unstructured<'_>) -> Result<Language> {
    Ok(match u.int_in_range(0..=10)? {
        0 => Language::Free,
        1 => Language::Chars(Chars::new("ab")),
        2 => Language::Chars(Chars::new("0-9.-")),
        3 => Language::Chars(Chars::new("\u{e9}a-b ")),
        4 => Language::Integer(Integer::new(0, 255, true)),
        5 => Language::Integer(Integer::new(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?)),
        6 => Language::Integer(Integer::new(
            u128::from(u.arbitrary::<u8>()?),
            u128::from(u.arbitrary::<u8>()?),
            u.arbitrary()?,
        )),
        7 => Language::Digits {
            minus: u.arbitrary()?,
            zero: u.arbitrary()?,
        },
        8 => Language::Float,
        9 => Language::Bool,
        _ => Language::Char,
    })
}
