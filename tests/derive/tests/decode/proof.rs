//! Types that the proof accepts because of the languages of their fields.

use derive_tests::string_type;
use kate_errors::{DetailText, KateError, Language};

string_type!(State);

impl DetailText for State {
    const LANGUAGE: Language = Language::chars("A-Z");
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} {state}")]
    Busy { id: u64, state: State },
    #[detail("Run {id} not found")]
    NotFound { id: u64 },
}

#[test]
fn the_characters_of_a_type_tell_two_templates_apart() {
    let state = State("DONE".to_owned());
    assert_eq!("Run 7 DONE".parse(), Ok(RunError::Busy { id: 7, state }));
    assert_eq!("Run 7 not found".parse(), Ok(RunError::NotFound { id: 7 }));
}

#[derive(Debug, PartialEq, KateError)]
#[status(402)]
#[detail("{name} used {n} of {m}")]
struct Used {
    name: String,
    n: u32,
    m: u32,
}

#[test]
fn a_string_field_may_hold_the_literals_of_its_own_template() {
    let name = "Ann used 3 of 4".to_owned();
    assert_eq!(
        "Ann used 3 of 4 used 1 of 2".parse(),
        Ok(Used { name, n: 1, m: 2 })
    );
}
