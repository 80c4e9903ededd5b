//! Fields with the names of items in scope.

use kate_errors::{Decode, KateError, ToResponse};

/// Items that a pattern could name instead of a new binding.
mod items {
    #![allow(dead_code, non_upper_case_globals, non_camel_case_types)]

    const limit: u8 = 1;
    static count: u8 = 2;
    struct unit;
    struct tuple(u8);

    #[derive(Debug, PartialEq, kate_errors::KateError)]
    #[status(409)]
    pub(crate) enum Error {
        #[detail("{limit} of {count}, {unit} and {tuple}")]
        Parsed {
            limit: u16,
            count: u16,
            unit: u16,
            tuple: u16,
        },
        #[detail("{limit:?}, {count:?}, {unit:?}, {tuple:?}, {}", .limit + .count)]
        #[kate(emit_only)]
        Formatted {
            limit: u16,
            count: u16,
            unit: u16,
            tuple: u16,
        },
    }
}

#[test]
fn fields_may_have_the_names_of_items_in_scope() {
    let parsed = items::Error::Parsed {
        limit: 10,
        count: 20,
        unit: 30,
        tuple: 40,
    };
    let response = parsed.to_response::<Vec<u8>>();
    assert_eq!(parsed.detail(), "10 of 20, 30 and 40");
    assert_eq!(items::Error::from_response(&response).unwrap(), parsed);
    let formatted = items::Error::Formatted {
        limit: 10,
        count: 20,
        unit: 30,
        tuple: 40,
    };
    assert_eq!(formatted.detail(), "10, 20, 30, 40, 30");
}
