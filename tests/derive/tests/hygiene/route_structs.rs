//! Unit structs with names that parameters could have. Attributes of routes write such structs: actix-web's `#[get("/status")]`
//! on `async fn status()` makes a unit struct `status`. In a pattern, such a name is the struct and not a new variable, and the
//! hygiene that is stable for macros (`Span::mixed_site`) does not change that.

use derive_tests::comes_back;
use http::StatusCode;

macro_rules! units {
    ($($name:ident)*) => {
        #[allow(dead_code, non_camel_case_types)]
        mod units {
            $(pub(crate) struct $name;)*
        }
        #[allow(unused_imports)]
        use units::{$($name),*};
    };
}

units! { status detail headers body member fix spec out form query nested inner rest value error source f field }

#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(404)]
#[kate(member = "error")]
enum RunError {
    #[detail("Run {id} is {state} on {0}", .state)]
    #[kate(emit_only)]
    Formatted { id: u64, state: u8 },
    #[detail("Run {id} not found in {owner}")]
    NotFound { id: u64, owner: String },
    #[detail("Later")]
    Later {
        #[header("retry-after")]
        after: Option<u32>,
    },
    #[kate(transparent)]
    Nested(#[from] NestedError),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, kate_errors::KateError)]
#[status(409)]
#[detail("Conflict")]
#[kate(member = "error")]
struct NestedError;

#[test]
fn a_unit_struct_may_have_the_name_of_a_parameter() {
    let not_found = RunError::NotFound {
        id: 7,
        owner: "Kate".to_owned(),
    };
    comes_back(&not_found, "Run 7 not found in Kate");
    comes_back(&RunError::Later { after: None }, "Later");
    comes_back(&RunError::Nested(NestedError), "Conflict");
    let formatted = RunError::Formatted { id: 7, state: 1 };
    assert_eq!(formatted.to_string(), "Run 7 is 1 on 1");
}
