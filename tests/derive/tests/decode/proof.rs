//! Types that the proof lets through, and what they read.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use kate_errors::{Chars, DetailText, KateError};

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
fn characters_that_the_literal_lacks_tell_fields_apart() {
    let (from, to) = ("here".to_owned(), "there".to_owned());
    assert_eq!("here to there".parse(), Ok(Letters { from, to }));
    assert!("here to there to".parse::<Letters>().is_err());
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
#[detail("{from} to {to}")]
#[kate(lossy)]
struct Anything {
    from: String,
    to: String,
}

#[test]
fn a_lossy_text_is_read_in_its_shortest_leftmost_way() {
    let (from, to) = ("a".to_owned(), "b to c".to_owned());
    assert_eq!("a to b to c".parse(), Ok(Anything { from, to }));
}

#[derive(Debug, PartialEq)]
struct State(String);

impl DetailText for State {
    const CHARS: Chars = Chars::new("A-Z");
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for State {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
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
fn a_types_own_characters_tell_templates_apart() {
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
fn a_name_may_look_like_the_rest_of_its_text() {
    let name = "Ann used 3 of 4".to_owned();
    assert_eq!(
        "Ann used 3 of 4 used 1 of 2".parse(),
        Ok(Used { name, n: 1, m: 2 })
    );
}

#[derive(Debug, PartialEq, KateError)]
enum Nested {
    #[kate(transparent)]
    Run(RunError),
    #[status(404)]
    #[detail("Run 7 not found")]
    #[kate(lossy)]
    Seven,
}

#[test]
fn a_lossy_text_that_a_nested_type_shares_is_the_nested_types() {
    let seven = Nested::Run(RunError::NotFound { id: 7 });
    assert_eq!(Nested::Seven.to_string().parse(), Ok(seven));
}
