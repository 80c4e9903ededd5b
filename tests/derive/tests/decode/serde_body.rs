//! `Body<E>`: the wire's body by serde's traits.

use http::StatusCode;
use kate_errors::{Body, KateError};

#[derive(Clone, Debug, PartialEq, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
    #[status(409)]
    #[detail("Run {id} is {state}")]
    Wrong {
        id: u32,
        #[kate(chars = "A-Z")]
        state: String,
    },
    #[status(410)]
    #[detail("Shared")]
    Gone,
    #[status(500)]
    #[detail("Shared")]
    Failed,
}

#[derive(Debug, PartialEq, KateError)]
enum WithOther {
    #[kate(transparent)]
    Run(RunError),
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[test]
fn serde_serializes_and_deserializes_the_body_that_is_sent() {
    let wrong = RunError::Wrong {
        id: 7,
        state: "DONE".to_owned(),
    };
    for error in [RunError::NotFound, wrong] {
        let json = serde_json::to_string(&Body(error.clone())).unwrap();
        assert_eq!(error.body(), json);
        let Body(found) = serde_json::from_str::<Body<RunError>>(&json).unwrap();
        assert_eq!(found, error);
        let value = serde_json::to_value(Body(error.clone())).unwrap();
        let found = serde_json::from_value::<Body<RunError>>(value).unwrap();
        assert_eq!(found, Body(error));
    }
}

#[test]
fn a_body_can_be_a_field_of_a_type_that_serde_deserializes() {
    #[derive(Debug, serde::Serialize, serde::Deserialize)]
    struct Logged {
        at: u64,
        error: Body<RunError>,
    }

    let json = r#"{"at":5,"error":{"detail":"Run 1 is DONE","more":[]}}"#;
    let logged: Logged = serde_json::from_str(json).unwrap();
    assert_eq!(logged.error.0.detail(), "Run 1 is DONE");
    assert_eq!(
        serde_json::to_string(&logged).unwrap(),
        r#"{"at":5,"error":{"detail":"Run 1 is DONE"}}"#
    );
}

#[test]
fn the_error_of_serde_says_why_a_body_is_refused() {
    for (json, part) in [
        (r#"{"detail":"Run away"}"#, "`RunError`"),
        (r#"{"detail":"Shared"}"#, "410"),
        (r#"{"error":"Run not found"}"#, "missing field `detail`"),
        (r#"{"detail":"a","detail":"a"}"#, "duplicate field `detail`"),
        (r#"{"detail":[]}"#, "not a string"),
        ("7", "\"detail\""),
    ] {
        let error = serde_json::from_str::<Body<RunError>>(json).unwrap_err();
        assert!(error.to_string().contains(part), "{json}: {error}");
    }
    let json = r#"{"detail":"Else"}"#;
    assert!(serde_json::from_str::<Body<WithOther>>(json).is_err());
}

#[test]
fn a_type_may_derive_the_traits_of_serde_too() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize, KateError)]
    #[status(400)]
    #[detail("Limit is {limit}")]
    struct Limit {
        limit: u8,
    }

    let own = serde_json::to_string(&Limit { limit: 3 }).unwrap();
    assert_eq!(own, r#"{"limit":3}"#);
    let wire = serde_json::to_string(&Body(Limit { limit: 3 })).unwrap();
    assert_eq!(wire, r#"{"detail":"Limit is 3"}"#);
    let read: Limit = serde_json::from_str(&own).unwrap();
    assert_eq!(read, Limit { limit: 3 });
}
