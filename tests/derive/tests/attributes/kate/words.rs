//! The rest of `#[kate(...)]`: lossy, chars, skip, member, no_display, crate.

use std::error::Error;
use std::fmt;

use http::{HeaderMap, StatusCode};
use kate_errors::{Body, Chars, Decode, DetailText, KateError, ToResponse, UndecodedKind};

fn back<E: KateError + Decode>(error: &E) -> E {
    E::from_response(&error.to_response::<Vec<u8>>()).unwrap()
}

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
fn of_a_lossy_templates_readings_the_shortest_leftmost_field_wins() {
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
fn of_variants_with_one_text_the_earlier_wins() {
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

#[derive(Clone, Debug, PartialEq)]
struct State(String);

impl DetailText for State {
    const CHARS: Chars = Chars::new("A-Z_");
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for State {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run {id} not found")]
    NotFound {
        #[kate(chars = "0-9a-f-")]
        id: String,
    },
    #[detail("Run {id} is {state}")]
    Is {
        #[kate(chars = "0-9a-f-")]
        id: String,
        state: State,
    },
    #[detail("Run {0} é {1}")]
    Accent(#[kate(chars = "à-ö")] String, #[kate(chars = "a-z")] String),
}

#[test]
fn chars_say_what_a_fields_text_is_made_of() {
    let found = RunError::NotFound {
        id: "0-ff".to_owned(),
    };
    assert_eq!(back(&found), found);
    for text in ["Run 0-fg not found", "Run A not found", "Run a b not found"] {
        assert!(text.parse::<RunError>().is_err(), "{text}");
    }
    let empty = RunError::NotFound { id: String::new() };
    assert_eq!("Run  not found".parse(), Ok(empty));
}

#[test]
fn a_type_can_say_what_its_text_is_made_of() {
    let is = RunError::Is {
        id: "a1".to_owned(),
        state: State("NOT_DONE".to_owned()),
    };
    assert_eq!(is.detail(), "Run a1 is NOT_DONE");
    assert_eq!(back(&is), is);
    assert!("Run a1 is done".parse::<RunError>().is_err());
    assert!("Run a1 is DONE2".parse::<RunError>().is_err());
}

#[test]
fn characters_beyond_ascii_are_characters_too() {
    let accent = RunError::Accent("éà".to_owned(), "abc".to_owned());
    assert_eq!(back(&accent), accent);
    assert!("Run ü é abc".parse::<RunError>().is_err());
}

#[test]
fn a_skipped_field_comes_back_as_its_default() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    enum Traced {
        #[detail("Failed in step {step}")]
        Step {
            step: u8,
            #[kate(skip)]
            trace: Vec<String>,
        },
        #[detail("Failed")]
        Plain(#[kate(skip)] Option<std::time::Duration>, #[kate(skip)] u64),
    }

    let step = |trace: Vec<String>| Traced::Step { step: 3, trace };
    let error = step(vec!["secret".to_owned()]);
    assert_eq!(error.body(), r#"{"detail":"Failed in step 3"}"#);
    assert_eq!(back(&error), step(Vec::new()));
    let plain = Traced::Plain(Some(std::time::Duration::ZERO), 5);
    assert_eq!(back(&plain), Traced::Plain(None, 0));
}

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
#[kate(member = "error")]
enum Github {
    #[detail("Not Found: {what}")]
    NotFound { what: String },
    #[detail("Gone")]
    Gone,
}

#[derive(Debug, PartialEq, KateError)]
#[kate(member = "error")]
enum Outer {
    #[kate(transparent)]
    Github(Github),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[test]
fn the_text_travels_in_the_named_member() {
    let error = Github::NotFound {
        what: "a".to_owned(),
    };
    assert_eq!(error.body(), r#"{"error":"Not Found: a"}"#);
    assert_eq!(Github::Gone.body(), r#"{"error":"Gone"}"#);
    assert_eq!(KateError::member(&Github::Gone), "error");
    assert_eq!(back(&error), error);
    let wrong = br#"{"detail":"Gone"}"#;
    assert!(Github::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), wrong).is_err());
}

#[test]
fn a_nested_text_travels_in_the_same_member() {
    let nested = Outer::Github(Github::Gone);
    assert_eq!(nested.body(), r#"{"error":"Gone"}"#);
    assert_eq!(nested.member(), "error");
    assert_eq!(back(&nested), nested);
    let other = Outer::Other {
        status: StatusCode::BAD_GATEWAY,
        detail: "Bad \"gateway\"".to_owned(),
    };
    assert_eq!(other.body(), r#"{"error":"Bad \"gateway\""}"#);
    assert_eq!(back(&other), other);
}

#[test]
fn serde_sees_the_named_member() {
    let json = serde_json::to_string(&Body(Github::Gone)).unwrap();
    assert_eq!(json, r#"{"error":"Gone"}"#);
    let Body(found) = serde_json::from_str::<Body<Github>>(&json).unwrap();
    assert_eq!(found, Github::Gone);
    assert!(serde_json::from_str::<Body<Github>>(r#"{"detail":"Gone"}"#).is_err());
}

#[test]
fn a_members_name_is_escaped() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No {0}")]
    #[kate(member = "the \"text\"")]
    struct Odd(u8);

    assert_eq!(Odd(1).body(), r#"{"the \"text\"":"No 1"}"#);
    assert_eq!(back(&Odd(1)), Odd(1));
}

#[test]
fn a_members_name_is_read_as_json_writes_it() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[kate(member = "a\"b")]
    enum Quote {
        #[detail("No")]
        Constant,
        #[detail("No {0}")]
        Template(u8),
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No")]
    #[kate(member = "\\u0061")]
    struct Escape;

    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No")]
    #[kate(member = "x\":1,\"detail")]
    struct Two;

    fn kind<E: Decode + fmt::Debug>(body: &str) -> UndecodedKind {
        let (status, headers) = (StatusCode::BAD_REQUEST, HeaderMap::new());
        let error = E::decode(status, &headers, body.as_bytes()).unwrap_err();
        assert_eq!(error.body(), body);
        error.kind()
    }

    for text in ["No", "No 7"] {
        let body = format!("{{\"a\"b\":\"{text}\"}}");
        assert_eq!(kind::<Quote>(&body), UndecodedKind::UnexpectedBody);
    }
    for body in [r#"{"\u0061":"No"}"#, r#"{"a":"No"}"#] {
        assert_eq!(kind::<Escape>(body), UndecodedKind::UnexpectedBody);
    }
    let body = r#"{"x":1,"detail":"No"}"#;
    assert_eq!(kind::<Two>(body), UndecodedKind::UnexpectedBody);
    assert_eq!(back(&Quote::Template(7)), Quote::Template(7));
    assert_eq!(back(&Quote::Constant), Quote::Constant);
    assert_eq!((back(&Escape), back(&Two)), (Escape, Two));
}

#[derive(Debug, thiserror::Error, KateError)]
#[status(500)]
#[kate(no_display)]
enum StoreError {
    #[error("disk of node {node} failed")]
    #[detail("Storage failed")]
    Disk {
        #[kate(skip)]
        node: u8,
        source: Option<std::io::Error>,
    },
    #[error("bad number")]
    #[detail("Storage is broken")]
    Number(#[from] std::num::ParseIntError),
}

#[test]
fn log_text_and_wire_text_may_differ() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(500)]
    #[detail("Internal error {code}")]
    #[kate(no_display)]
    struct Internal {
        code: u8,
    }

    impl fmt::Display for Internal {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "internal error, code {:#x}", self.code)
        }
    }

    impl Error for Internal {}

    let error = Internal { code: 16 };
    assert_eq!(error.to_string(), "internal error, code 0x10");
    assert_eq!(error.detail(), "Internal error 16");
    assert_eq!(error.body(), r#"{"detail":"Internal error 16"}"#);
    assert_eq!(back(&error), error);
}

#[test]
fn thiserror_may_write_display_and_error() {
    let number = "x".parse::<u8>().unwrap_err();
    let error = StoreError::from(number);
    assert_eq!(error.to_string(), "bad number");
    assert_eq!(error.detail(), "Storage is broken");
    assert!(error.source().is_some());
    let source = Some(std::io::Error::other("cable"));
    let error = StoreError::Disk { node: 3, source };
    assert_eq!(error.to_string(), "disk of node 3 failed");
    assert_eq!(error.body(), r#"{"detail":"Storage failed"}"#);
    assert!(error.source().is_some());
    assert!(matches!(
        back(&error),
        StoreError::Disk {
            node: 0,
            source: None
        }
    ));
}

#[test]
fn the_path_of_the_crate_can_be_named() {
    mod reexported {
        pub(super) use kate_errors as errors;
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No")]
    #[kate(crate = reexported::errors)]
    struct No;

    assert_eq!(back(&No), No);
}
