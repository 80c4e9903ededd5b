//! Values of every form, with fields in details and in headers, of nested types too.

use derive_tests::status;
use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, KateError, ToResponse};
use proptest::prelude::*;

use crate::checks::{body_is_that_of_serde_json, comes_back};
use crate::field_types::strings;

#[derive(Clone, Debug, PartialEq, KateError)]
#[status(429)]
#[detail("{name} has used {used} of {limit}, {left} left")]
#[detail("{name} has used {used} of {limit}")]
#[detail("{name} is used up")]
struct Quota {
    name: String,
    used: Option<u32>,
    limit: Option<f64>,
    left: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, KateError)]
#[status(409)]
enum KeyError {
    #[detail("Key [{0}] \"{1}\" {{{2}}} is gone")]
    Tuple(u8, i16, bool),
    #[detail("Key {id}/{part} was moved to {to}")]
    #[detail("Key {id}/{part} was moved")]
    #[detail("Key {id} was moved")]
    Moved {
        #[kate(chars = "0-9a-f-")]
        id: String,
        #[kate(chars = "A-Z")]
        part: Option<String>,
        to: Option<String>,
    },
    #[detail("Broken")]
    Constant,
    // An older server prints the second form.
    #[detail("Gone away ({n})")]
    #[detail("Went away ({n})")]
    Reworded { n: u64 },
}

/// Fields in headers, and a field that is not sent.
#[derive(Clone, Debug, PartialEq, KateError)]
#[status(503)]
#[header("x-kind", "late")]
enum LateError {
    #[detail("Come back later, {name}")]
    Later {
        name: String,
        #[header("retry-after")]
        seconds: Option<u64>,
        #[header("x-hint")]
        hint: Option<String>,
        #[header("x-ratio")]
        ratio: Option<f32>,
        #[kate(skip)]
        attempts: u8,
    },
    #[detail("Too late")]
    TooLate(#[header("x-kind")] Option<char>),
}

#[derive(Clone, Debug, PartialEq, KateError)]
enum Nested {
    #[kate(transparent)]
    Quota(#[from] Quota),
    #[kate(transparent)]
    Boxed(#[from] Box<KeyError>),
}

#[derive(Clone, Debug, PartialEq, KateError)]
enum Outer {
    #[status(409, accept(any))]
    #[detail("Outside")]
    Own,
    #[kate(transparent)]
    #[fix("Look inside")]
    Nested(#[from] Nested),
    #[kate(transparent)]
    Late { error: LateError },
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Clone, Debug, PartialEq, KateError)]
#[status(409)]
#[detail("{from} to {to}")]
#[kate(lossy)]
struct Lossy {
    from: String,
    to: String,
}

/// Values whose printed form names all fields that they have.
fn quotas() -> impl Strategy<Value = Quota> {
    let numbers = (any::<u32>(), any::<i32>(), any::<Option<i64>>());
    (strings(), prop::option::of(numbers)).prop_map(|(name, numbers)| Quota {
        name,
        used: numbers.map(|(used, ..)| used),
        limit: numbers.map(|(_, limit, _)| f64::from(limit) / 8.0),
        left: numbers.and_then(|(.., left)| left),
    })
}

fn key_errors() -> impl Strategy<Value = KeyError> {
    let part = prop::option::of(("[A-Z]{0,5}", prop::option::of(strings())));
    prop_oneof![
        any::<(u8, i16, bool)>().prop_map(|(a, b, c)| KeyError::Tuple(a, b, c)),
        ("[0-9a-f-]{0,9}", part).prop_map(|(id, part)| KeyError::Moved {
            id,
            part: part.as_ref().map(|(part, _)| part.clone()),
            to: part.and_then(|(_, to)| to),
        }),
        Just(KeyError::Constant),
        any::<u64>().prop_map(|n| KeyError::Reworded { n }),
    ]
}

/// Strings that a header can hold.
fn hints() -> impl Strategy<Value = String> {
    "\\PC{0,12}".prop_map(|text| text.trim_matches([' ', '\t']).to_owned())
}

fn late_errors() -> impl Strategy<Value = LateError> {
    let own = (
        strings(),
        any::<Option<u64>>(),
        prop::option::of(hints()),
        any::<Option<i16>>(),
    );
    prop_oneof![
        own.prop_map(|(name, seconds, hint, ratio)| LateError::Later {
            name,
            seconds,
            hint,
            ratio: ratio.map(|ratio| f32::from(ratio) / 4.0),
            attempts: 0,
        }),
        prop::option::of(prop::char::range('!', '~')).prop_map(LateError::TooLate),
    ]
}

fn nested() -> impl Strategy<Value = Nested> {
    prop_oneof![
        quotas().prop_map(Nested::from),
        key_errors().prop_map(|error| Nested::from(Box::new(error))),
    ]
}

fn outer() -> impl Strategy<Value = Outer> {
    let other = (400..=999_u16, strings()).prop_map(|(code, string)| Outer::Other {
        status: status(code),
        detail: format!("? {string} ?"),
    });
    prop_oneof![
        Just(Outer::Own),
        nested().prop_map(Outer::from),
        late_errors().prop_map(|error| Outer::Late { error }),
        other,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_value_of_any_form_comes_back(quota in quotas(), key in key_errors()) {
        comes_back(&quota)?;
        comes_back(&key)?;
    }

    #[test]
    fn fields_in_headers_come_back(late in late_errors()) {
        comes_back(&late)?;
    }

    #[test]
    fn transparent_variants_and_other_variants_come_back(nested in nested(), outer in outer()) {
        comes_back(&nested)?;
        comes_back(&outer)?;
        comes_back(&Box::new(nested))?;
    }

    #[test]
    fn a_value_that_no_header_can_hold_is_left_out_and_the_rest_comes_back(
        name in strings(),
        hint in strings(),
        seconds: Option<u64>,
        attempts: u8,
    ) {
        let sent = LateError::Later { name, seconds, hint: Some(hint.clone()), ratio: None, attempts };
        let response = sent.to_response::<Vec<u8>>();
        prop_assert_eq!(&response.headers()["x-kind"], "late");
        let fits = !hint.contains(|c: char| c.is_ascii_control() && c != '\t')
            && hint.trim_matches([' ', '\t']) == hint;
        prop_assert_eq!(response.headers().contains_key("x-hint"), fits);
        let LateError::Later { name, .. } = sent else { unreachable!() };
        let expected = LateError::Later {
            name,
            seconds,
            hint: fits.then_some(hint),
            ratio: None,
            attempts: 0,
        };
        prop_assert_eq!(LateError::from_response(&response).unwrap(), expected);
    }

    #[test]
    fn a_lossy_template_prints_what_was_decoded(from in strings(), to in strings()) {
        let lossy = Lossy { from, to };
        body_is_that_of_serde_json(&lossy)?;
        let response = lossy.to_response::<Vec<u8>>();
        let decoded = Lossy::from_response(&response).unwrap();
        prop_assert_eq!(decoded.detail(), lossy.detail());
        prop_assert!(decoded.from.len() <= lossy.from.len());
        prop_assert!(!decoded.from.contains(" to "));
    }

    #[test]
    fn a_detail_that_decodes_is_printed_again_as_it_was(detail in near_details()) {
        again::<Quota>(429, &detail)?;
        again::<KeyError>(409, &detail)?;
        again::<Lossy>(409, &detail)?;
        again::<LateError>(503, &detail)?;
        for code in [409, 418, 429, 503] {
            again::<Outer>(code, &detail)?;
        }
    }
}

/// Details of the types above, and others that differ little from them.
fn near_details() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        " has used ",
        " of ",
        ", ",
        " left",
        " is used up",
        "Key ",
        "[",
        "] \"",
        "\" {",
        "} is gone",
        "/",
        " was moved",
        " to ",
        "Broken",
        "Gone away (",
        ")",
        "Come back later, ",
        "Too late",
        "Outside",
        "a",
        "0",
        "1",
        "-",
        "07",
        "12",
        "4294967296",
        "true",
        "false",
        "AB",
        " ",
        "é",
    ]);
    let near = prop::sample::select(vec![
        "a has used 1 of 2, 3 left",
        "a has used 1 of 0.5",
        "Key [7] \"-8\" {true} is gone",
        "Key a-1/B was moved to é",
        "Gone away (7)",
    ]);
    let number = prop::sample::select(vec![
        "07", "-0", "+1", "1e3", "256", "inf", "NaN", "1.50", "",
    ]);
    prop_oneof![
        prop::collection::vec(words, 0..9).prop_map(|words| words.concat()),
        "\\PC{0,12}",
        (near, number, any::<prop::sample::Index>()).prop_map(|(detail, number, at)| {
            let digits: Vec<_> = detail
                .char_indices()
                .filter(|(_, c)| c.is_ascii_digit())
                .collect();
            match digits.len() {
                0 => detail.to_owned(),
                count => {
                    let (at, _) = digits[at.index(count)];
                    format!("{}{number}{}", &detail[..at], &detail[at + 1..])
                }
            }
        }),
    ]
}

/// Checks that a detail is printed again as it was, if it decodes.
fn again<E: KateError + Decode>(code: u16, detail: &str) -> Result<(), TestCaseError> {
    if let Ok(error) = E::from_detail(Some(status(code)), detail) {
        prop_assert_eq!(error.detail(), detail);
        body_is_that_of_serde_json(&error)?;
    }
    Ok(())
}

#[test]
fn an_old_form_is_decoded_and_the_new_one_is_printed() {
    let status = Some(StatusCode::CONFLICT);
    let error = KeyError::from_detail(status, "Went away (7)").unwrap();
    assert_eq!(error, KeyError::Reworded { n: 7 });
    assert_eq!(error.detail(), "Gone away (7)");
}

#[test]
fn a_field_that_the_printed_form_does_not_name_comes_back_as_none() {
    let sent = Quota {
        name: "Ada".to_owned(),
        used: None,
        limit: Some(1.5),
        left: Some(3),
    };
    let decoded = Quota::from_response(&sent.to_response::<Vec<u8>>()).unwrap();
    let expected = Quota {
        limit: None,
        left: None,
        ..sent
    };
    assert_eq!(decoded, expected);
}

#[test]
fn a_header_that_the_field_cannot_parse_is_none() {
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", "soon".parse().unwrap());
    headers.insert("x-hint", "ask".parse().unwrap());
    let body = br#"{"detail":"Come back later, Ada"}"#;
    let decoded = LateError::decode(StatusCode::SERVICE_UNAVAILABLE, &headers, body).unwrap();
    let expected = LateError::Later {
        name: "Ada".to_owned(),
        seconds: None,
        hint: Some("ask".to_owned()),
        ratio: None,
        attempts: 0,
    };
    assert_eq!(decoded, expected);
}
