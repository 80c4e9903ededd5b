//! `#[kate(lossy)]`: a detail that can be read in more than one way is accepted.

use derive_tests::back;
use http::StatusCode;
use kate_errors::KateError;

#[derive(Debug, PartialEq, KateError)]
#[status(409)]
enum MoveError {
    #[detail("Cannot move {from} to {to}")]
    #[kate(lossy)]
    Move { from: String, to: String },
    #[detail("Busy")]
    Busy,
    #[detail("Busy")]
    #[kate(lossy)]
    StillBusy,
}

#[test]
fn the_reading_with_the_shortest_leftmost_field_wins() {
    let moved = |from: &str, to: &str| MoveError::Move {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    assert_eq!(back(&moved("a", "b")), moved("a", "b"));
    assert_eq!(back(&moved("a to b", "c")), moved("a", "b to c"));
    assert_eq!(back(&moved("a", "b to c")), moved("a", "b to c"));
    assert_eq!(back(&moved("", "")), moved("", ""));
}

#[test]
fn the_earlier_of_two_variants_with_one_detail_wins() {
    assert_eq!(MoveError::StillBusy.detail(), "Busy");
    assert_eq!(back(&MoveError::StillBusy), MoveError::Busy);
    assert_eq!("Busy".parse(), Ok(MoveError::Busy));
}

#[test]
fn a_transparent_variant_can_be_lossy() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(402)]
    enum Query {
        #[detail("Balance too low")]
        Low,
        #[detail("No query")]
        None,
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(402)]
    enum Tool {
        #[detail("Balance too low")]
        Low,
        #[detail("No tool")]
        None,
    }

    #[derive(Debug, PartialEq, KateError)]
    enum Api {
        #[kate(transparent)]
        Query(Query),
        #[kate(transparent, lossy)]
        Tool(Tool),
    }

    assert_eq!(back(&Api::Tool(Tool::Low)), Api::Query(Query::Low));
    assert_eq!(back(&Api::Tool(Tool::None)), Api::Tool(Tool::None));
    assert_eq!(back(&Api::Query(Query::None)), Api::Query(Query::None));
}

#[test]
fn a_lossy_transparent_variant_is_lossy_in_every_type_that_holds_its_type() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(402)]
    enum Balance {
        #[detail("Balance too low")]
        Low,
        #[kate(other)]
        Other { status: StatusCode, detail: String },
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(402)]
    enum Query {
        #[detail("No query")]
        None,
        #[kate(transparent, lossy)]
        Balance(Balance),
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(402)]
    enum Tool {
        #[detail("No tool")]
        None,
        #[kate(transparent, lossy)]
        Balance(Balance),
    }

    #[derive(Debug, PartialEq, KateError)]
    enum Api {
        #[kate(transparent)]
        Query(Query),
        #[kate(transparent)]
        Tool(Tool),
    }

    let low = Api::Query(Query::Balance(Balance::Low));
    assert_eq!(back(&Api::Tool(Tool::Balance(Balance::Low))), low);
    assert_eq!(back(&low), low);
    assert_eq!(back(&Api::Tool(Tool::None)), Api::Tool(Tool::None));
    let other = || Balance::Other {
        status: StatusCode::CONFLICT,
        detail: "new".to_owned(),
    };
    let read = back(&Api::Tool(Tool::Balance(other())));
    assert_eq!(read, Api::Query(Query::Balance(other())));
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
fn from_str_takes_the_reading_with_the_shortest_leftmost_field() {
    let (from, to) = ("a".to_owned(), "b to c".to_owned());
    assert_eq!("a to b to c".parse(), Ok(Anything { from, to }));
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound { id: u64 },
    #[detail("Run {id} is over")]
    Over { id: u64 },
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
fn a_detail_that_a_lossy_variant_shares_with_a_nested_type_is_the_nested_types() {
    let seven = Nested::Run(RunError::NotFound { id: 7 });
    assert_eq!(Nested::Seven.to_string().parse(), Ok(seven));
}
