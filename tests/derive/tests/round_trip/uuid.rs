//! Feature `uuid`: fields of type `uuid::Uuid`.

use http::StatusCode;
use kate_errors::{Decode, KateError};
use proptest::prelude::{any, prop_assert_eq, proptest};
use uuid::Uuid;

type RunId = Uuid;

// That it compiles is the first test: as free text, all of them could be read in two ways.
#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {run} {state}")]
    State { run: RunId, state: String },
    #[detail("Run not found")]
    Lost,
    #[detail("{from} to {to}")]
    Moved { from: Uuid, to: Uuid },
    #[detail("{0} is gone")]
    Gone(Uuid),
}

const ID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

fn read(detail: &str) -> Option<RunError> {
    RunError::from_detail(Some(StatusCode::NOT_FOUND), detail).ok()
}

#[test]
fn a_uuid_is_told_from_the_words_around_it() {
    let run = ID.parse().unwrap();
    let state = "is not found".to_owned();
    assert_eq!(
        read(&format!("Run {ID} is not found")),
        Some(RunError::State { run, state })
    );
    assert_eq!(read("Run not found"), Some(RunError::Lost));
}

#[test]
fn a_uuid_is_read_only_as_it_is_printed() {
    assert!(read(&format!("{ID} is gone")).is_some());
    let braced = format!("{{{ID}}}");
    let urn = format!("urn:uuid:{ID}");
    for other in [
        &ID.to_uppercase(),
        &ID.replace('-', ""),
        &braced,
        &urn,
        &ID[1..],
        "",
    ] {
        assert_eq!(read(&format!("{other} is gone")), None, "{other}");
    }
}

proptest! {
    #[test]
    fn uuids_come_back(from in any::<u128>(), to in any::<u128>()) {
        let error = RunError::Moved { from: Uuid::from_u128(from), to: Uuid::from_u128(to) };
        prop_assert_eq!(read(&error.to_string()), Some(error));
    }
}
