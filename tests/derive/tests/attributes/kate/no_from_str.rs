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

#[derive(Debug, PartialEq, KateError, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
#[kate(no_from_str)]
enum Listed {
    #[status(404)]
    #[detail("Run not found")]
    NoRun,
    #[status(409)]
    #[detail("Tool {0} is busy")]
    ToolBusy(u8),
}

#[test]
fn strum_writes_from_str_beside_this_derive() {
    assert_eq!("no-run".parse(), Ok(Listed::NoRun));
    assert_eq!("tool-busy".parse(), Ok(Listed::ToolBusy(0)));
    assert!("Run not found".parse::<Listed>().is_err());
    comes_back(&Listed::NoRun, "Run not found");
    comes_back(&Listed::ToolBusy(7), "Tool 7 is busy");
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
