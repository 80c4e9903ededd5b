//! Names that generated code might use itself.

use kate_errors::{Decode, KateError, ToResponse};

fn back<E: KateError + Decode>(error: &E) -> E {
    E::from_response(&error.to_response::<Vec<u8>>()).unwrap()
}

#[derive(Debug, PartialEq, KateError)]
#[status(400)]
enum Names {
    #[detail("Ok")]
    Ok,
    #[detail("Err")]
    Err,
    #[detail("None")]
    None,
    #[detail("Some {0}")]
    Some(u8),
    #[detail("Error {status} {detail} {member}")]
    Error { status: u8, detail: u8, member: u8 },
    #[detail("Self {this}")]
    Table { this: u8 },
    #[detail("Debug {out:?} {f} {row}")]
    #[kate(emit_only)]
    Debug { out: u8, f: u8, row: u8 },
}

#[test]
fn variants_may_be_named_as_those_of_the_prelude() {
    for error in [
        Names::Ok,
        Names::Err,
        Names::None,
        Names::Some(1),
        Names::Error {
            status: 1,
            detail: 2,
            member: 3,
        },
        Names::Table { this: 1 },
    ] {
        assert_eq!(back(&error), error);
    }
    let debug = Names::Debug {
        out: 1,
        f: 2,
        row: 3,
    };
    assert_eq!(debug.detail(), "Debug 1 2 3");
}
