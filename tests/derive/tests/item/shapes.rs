//! Structs and variants of all shapes.

use derive_tests::{comes_back, read};
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden")]
struct Unit;

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden for {0} of {1}")]
struct Tuple(u8, u8);

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Forbidden for {user}")]
struct Named {
    user: String,
}

#[derive(Debug, PartialEq, KateError)]
#[status(403)]
#[detail("Nothing in it")]
struct Empty {}

#[derive(Debug, PartialEq, KateError)]
enum Never {}

#[test]
fn structs_of_all_shapes_are_errors() {
    comes_back(&Unit, "Forbidden");
    comes_back(&Tuple(1, 2), "Forbidden for 1 of 2");
    let user = "ann".to_owned();
    comes_back(&Named { user }, "Forbidden for ann");
    comes_back(&Empty {}, "Nothing in it");
}

#[test]
fn an_enum_without_variants_decodes_nothing() {
    for code in 400..600 {
        assert!(read::<Never>(code, "Nothing in it").is_none());
    }
}

#[test]
fn variants_of_all_shapes_are_errors() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(409)]
    enum Shapes {
        #[detail("Unit")]
        Unit,
        #[detail("Empty tuple")]
        EmptyTuple(),
        #[detail("Empty braces")]
        EmptyBraces {},
        #[detail("One {0}")]
        One(u8),
        #[detail("Named {a} {b}")]
        Named { b: u8, a: u8 },
    }

    comes_back(&Shapes::Unit, "Unit");
    comes_back(&Shapes::EmptyTuple(), "Empty tuple");
    comes_back(&Shapes::EmptyBraces {}, "Empty braces");
    comes_back(&Shapes::One(1), "One 1");
    comes_back(&Shapes::Named { a: 1, b: 2 }, "Named 1 2");
}
