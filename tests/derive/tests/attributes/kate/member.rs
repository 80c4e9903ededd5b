//! `#[kate(member = "...")]`: the member of the body that carries the detail.

use std::fmt;

use derive_tests::back;
use http::{HeaderMap, StatusCode};
use kate_errors::{Body, Decode, KateError, UndecodedKind};

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
fn the_detail_is_sent_and_decoded_in_the_named_member() {
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
fn the_detail_of_a_nested_type_is_in_the_same_member() {
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
fn body_serializes_and_deserializes_the_named_member() {
    let json = serde_json::to_string(&Body(Github::Gone)).unwrap();
    assert_eq!(json, r#"{"error":"Gone"}"#);
    let Body(found) = serde_json::from_str::<Body<Github>>(&json).unwrap();
    assert_eq!(found, Github::Gone);
    assert!(serde_json::from_str::<Body<Github>>(r#"{"detail":"Gone"}"#).is_err());
}

#[derive(Debug, KateError)]
#[status(400)]
#[detail("inner")]
#[kate(member = "error", emit_only)]
struct EmitOnlyInner;

#[derive(Debug, KateError)]
enum EmitOnlyOuter {
    #[kate(transparent, emit_only)]
    Inner(EmitOnlyInner),
}

#[test]
fn body_serializes_an_emit_only_nested_type_in_its_own_member() {
    let error = EmitOnlyOuter::Inner(EmitOnlyInner);
    assert_eq!(error.body(), r#"{"error":"inner"}"#);
    let serialized = serde_json::to_string(&Body(error));
    assert_eq!(serialized.ok().as_deref(), Some(r#"{"error":"inner"}"#));
}

#[test]
fn the_name_of_the_member_is_escaped() {
    #[derive(Debug, PartialEq, KateError)]
    #[status(400)]
    #[detail("No {0}")]
    #[kate(member = "the \"text\"")]
    struct Odd(u8);

    assert_eq!(Odd(1).body(), r#"{"the \"text\"":"No 1"}"#);
    assert_eq!(back(&Odd(1)), Odd(1));
}

#[test]
fn the_name_of_the_member_is_compared_after_escapes_are_resolved() {
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

    for detail in ["No", "No 7"] {
        let body = format!("{{\"a\"b\":\"{detail}\"}}");
        assert_eq!(kind::<Quote>(&body), UndecodedKind::NotJson);
    }
    for body in [r#"{"\u0061":"No"}"#, r#"{"a":"No"}"#] {
        assert_eq!(kind::<Escape>(body), UndecodedKind::DetailMissing);
    }
    let body = r#"{"x":1,"detail":"No"}"#;
    assert_eq!(kind::<Two>(body), UndecodedKind::DetailMissing);
    assert_eq!(back(&Quote::Template(7)), Quote::Template(7));
    assert_eq!(back(&Quote::Constant), Quote::Constant);
    assert_eq!((back(&Escape), back(&Two)), (Escape, Two));
}
