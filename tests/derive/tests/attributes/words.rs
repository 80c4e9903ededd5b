//! `#[kate(words("...", "..."))]`, and `DetailText` with words.

use derive_tests::{back, string_type};
use kate_errors::{DetailText, KateError, Language};

string_type!(Side);

impl DetailText for Side {
    const LANGUAGE: Language = Language::words(&["left", "right"]);
}

#[derive(Debug, PartialEq, KateError)]
#[status(409)]
enum RunError {
    #[detail("Run {id} is {state}")]
    Is {
        id: String,
        #[kate(words("running", "done"))]
        state: String,
    },
    #[detail("Run {id} is locked")]
    Locked { id: String },
    #[detail("Run {id} on the {side}")]
    On { id: String, side: Side },
    #[detail("Run {id} on the shelf")]
    Shelved { id: String },
    #[detail("{n} run{s} left, {last}")]
    Left {
        n: u8,
        #[kate(words("", "s"))]
        s: String,
        #[kate(words("true"))]
        last: bool,
    },
}

#[test]
fn a_text_that_is_no_word_belongs_to_another_template() {
    let is = RunError::Is {
        id: "7 is done".to_owned(),
        state: "done".to_owned(),
    };
    let locked = RunError::Locked {
        id: "7 is done".to_owned(),
    };
    let on = RunError::On {
        id: "7".to_owned(),
        side: Side("left".to_owned()),
    };
    let shelved = RunError::Shelved { id: "7".to_owned() };
    for error in [is, locked, on, shelved] {
        assert_eq!(back(&error), error);
    }
    for detail in [
        "Run 7 is lost",
        "Run 7 is donedone",
        "Run 7 is ",
        "Run 7 on the lef",
    ] {
        assert!(detail.parse::<RunError>().is_err(), "{detail}");
    }
}

#[test]
fn a_word_may_be_empty() {
    for s in ["", "s"] {
        let left = RunError::Left {
            n: 2,
            s: s.to_owned(),
            last: true,
        };
        assert_eq!(back(&left), left);
    }
    assert!("2 runs left, false".parse::<RunError>().is_err());
}
