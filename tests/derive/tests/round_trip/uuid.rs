//! Feature `uuid`: fields of type `uuid::Uuid`.

use derive_tests::read;
use kate_errors::KateError;
use proptest::prelude::{any, prop_assert_eq, proptest};
use uuid::Uuid;

type RunId = Uuid;

// With any other text instead of the UUID, these templates would be ambiguous and would not compile.
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

#[test]
fn a_uuid_ends_where_the_next_literal_begins() {
    let run = ID.parse().unwrap();
    let state = "is not found".to_owned();
    assert_eq!(
        read(404, &format!("Run {ID} is not found")),
        Some(RunError::State { run, state })
    );
    assert_eq!(read(404, "Run not found"), Some(RunError::Lost));
}

#[test]
fn a_uuid_is_parsed_only_as_it_is_printed() {
    assert!(read::<RunError>(404, &format!("{ID} is gone")).is_some());
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
        assert_eq!(
            read::<RunError>(404, &format!("{other} is gone")),
            None,
            "{other}"
        );
    }
}

proptest! {
    #[test]
    fn uuids_come_back(from in any::<u128>(), to in any::<u128>()) {
        let error = RunError::Moved { from: Uuid::from_u128(from), to: Uuid::from_u128(to) };
        prop_assert_eq!(read(404, &error.to_string()), Some(error));
    }
}
