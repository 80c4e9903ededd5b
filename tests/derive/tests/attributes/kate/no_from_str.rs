//! `#[kate(no_from_str)]` leaves `FromStr` to others.

use std::str::FromStr;

use derive_tests::comes_back;
use kate_errors::{Decode, KateError};

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[kate(no_from_str)]
enum Named {
    #[detail("Run not found")]
    Run,
    #[detail("Tool {0} not found")]
    Tool(u8),
}

impl FromStr for Named {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        (name == "run").then_some(Self::Run).ok_or(())
    }
}

#[test]
fn from_str_is_that_of_the_user_and_decoding_goes_on() {
    assert_eq!("run".parse(), Ok(Named::Run));
    comes_back(&Named::Run, "Run not found");
    comes_back(&Named::Tool(7), "Tool 7 not found");
    assert_eq!(
        Named::from_detail(None, "Tool 7 not found"),
        Ok(Named::Tool(7))
    );
}
