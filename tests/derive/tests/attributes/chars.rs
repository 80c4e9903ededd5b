//! `#[kate(chars = "...")]` and `DetailText`: the characters of a field.

use derive_tests::{back, string_type};
use kate_errors::{DetailText, KateError, Language};

string_type!(State);

impl DetailText for State {
    const LANGUAGE: Language = Language::chars("A-Z_");
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(chars = "0-9a-f-")]
        id: String,
    },
    #[detail("Run {id} is {state}")]
    Is {
        #[kate(chars = "0-9a-f-")]
        id: String,
        state: State,
    },
    #[detail("Run {0} é {1}")]
    Accent(#[kate(chars = "à-ö")] String, #[kate(chars = "a-z")] String),
}

#[test]
fn chars_limits_the_characters_of_a_field() {
    let found = RunError::NotFound {
        id: "0-ff".to_owned(),
    };
    assert_eq!(back(&found), found);
    for detail in ["Run 0-fg not found", "Run A not found", "Run a b not found"] {
        assert!(detail.parse::<RunError>().is_err(), "{detail}");
    }
    let empty = RunError::NotFound { id: String::new() };
    assert_eq!("Run  not found".parse(), Ok(empty));
}

#[test]
fn detail_text_limits_the_characters_of_a_type() {
    let is = RunError::Is {
        id: "a1".to_owned(),
        state: State("NOT_DONE".to_owned()),
    };
    assert_eq!(is.detail(), "Run a1 is NOT_DONE");
    assert_eq!(back(&is), is);
    assert!("Run a1 is done".parse::<RunError>().is_err());
    assert!("Run a1 is DONE2".parse::<RunError>().is_err());
}

#[test]
fn chars_may_name_characters_beyond_ascii() {
    let accent = RunError::Accent("éà".to_owned(), "abc".to_owned());
    assert_eq!(back(&accent), accent);
    assert!("Run ü é abc".parse::<RunError>().is_err());
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
#[detail("{from} to {to}")]
struct Letters {
    #[kate(chars = "a-z")]
    from: String,
    #[kate(chars = "a-z")]
    to: String,
}

#[test]
fn two_fields_without_the_characters_of_the_literal_between_them_are_unambiguous() {
    let (from, to) = ("here".to_owned(), "there".to_owned());
    assert_eq!("here to there".parse(), Ok(Letters { from, to }));
    assert!("here to there to".parse::<Letters>().is_err());
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
#[detail("n {n}")]
struct Signed {
    #[kate(chars = "0-9+")]
    n: u64,
}

#[test]
fn chars_does_not_admit_what_the_type_never_prints() {
    assert_eq!("n 7".parse(), Ok(Signed { n: 7 }));
    for detail in ["n +7", "n 007", "n "] {
        assert!(detail.parse::<Signed>().is_err(), "{detail}");
    }
}
