//! What cannot be decoded is kept whole; and the wire as serde sees it.

use std::error::Error;

use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::{Body, Decode, KateError, Undecoded, UndecodedKind};

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

fn undecoded(status: u16, body: impl AsRef<[u8]>) -> Undecoded {
    let mut headers = HeaderMap::new();
    headers.insert("x-trace", HeaderValue::from_static("abc"));
    let status = StatusCode::from_u16(status).unwrap();
    let body = body.as_ref();
    let error = RunError::decode(status, &headers, body).unwrap_err();
    assert_eq!(error.status(), status);
    assert_eq!(error.headers(), &headers);
    assert_eq!(error.body(), body);
    error
}

const NOT_TEXTS: [&[u8]; 22] = [
    b"",
    b" ",
    b"<html>502 Bad Gateway</html>",
    b"Run not found",
    b"\"Run not found\"",
    b"null",
    b"404",
    b"true",
    b"[]",
    br#"[{"detail":"Run not found"}]"#,
    b"{}",
    br#"{"error":"Run not found"}"#,
    br#"{"Detail":"Run not found"}"#,
    br#"{"detail":"Run not found","detail":"Run not found"}"#,
    br#"{"detail":null}"#,
    br#"{"detail":["Run not found"]}"#,
    br#"{"detail":[{"loc":["body","name"],"msg":"Field required","type":"missing"}]}"#,
    br#"{"detail":{"detail":"Run not found"}}"#,
    br#"{"detail":"Run not found"}{}"#,
    br#"{"detail":"Run not found""#,
    b"{\"detail\":\"Run not found\xff\"}",
    br"{'detail':'Run not found'}",
];

#[test]
fn a_text_that_no_variant_matches_is_no_match() {
    let error = undecoded(404, r#"{"detail":"Run away"}"#);
    assert_eq!(error.kind(), UndecodedKind::NoMatch);
    assert_eq!(error.detail(), Some("Run away"));
    assert!(error.source().is_none());
    let message = error.to_string();
    for part in ["404 Not Found", "`RunError`", "\"Run away\""] {
        assert!(message.contains(part), "{message}");
    }
    let error = undecoded(409, r#"{"detail":"Run not found"}"#);
    assert_eq!(error.kind(), UndecodedKind::NoMatch);
}

#[test]
fn a_body_without_a_text_is_unexpected() {
    for body in NOT_TEXTS {
        let error = undecoded(404, body);
        let shown = String::from_utf8_lossy(body);
        assert_eq!(error.kind(), UndecodedKind::UnexpectedBody, "{shown}");
        assert_eq!(error.detail(), None, "{shown}");
        assert!(!error.to_string().contains('\n'), "{shown}");
    }
}

#[test]
fn other_takes_no_body_without_a_text() {
    for body in NOT_TEXTS {
        let found = WithOther::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
        let kind = found.map_err(|error| error.kind());
        assert_eq!(kind, Err(UndecodedKind::UnexpectedBody));
    }
}

#[test]
fn a_message_says_what_is_wrong_with_a_body() {
    for (body, part) in [
        ("<html>", "not JSON"),
        ("[]", "not a JSON object"),
        ("[[[", "not JSON"),
        ("7garbage", "not JSON"),
        (r#"{"detail":"\ud800"}"#, "not JSON"),
        ("\"Run not found\"", "not a JSON object"),
        ("{}", "no member \"detail\""),
        (r#"{"detail":"a","detail":"b"}"#, "more than once"),
        (r#"{"detail":[]}"#, "not a string"),
    ] {
        let message = undecoded(502, body).to_string();
        assert!(message.contains("502 Bad Gateway"), "{message}");
        assert!(message.contains(part), "{message}");
    }
    assert!(undecoded(502, "<html>").source().is_some());
}

#[test]
fn a_status_below_400_is_not_an_error_whatever_the_body() {
    for body in [&br#"{"detail":"Run not found"}"#[..], b"<html>", b""] {
        for status in [200, 204, 302] {
            let error = undecoded(status, body);
            assert_eq!(error.kind(), UndecodedKind::NotAnErrorStatus);
            assert_eq!(error.detail(), None);
            assert!(error.to_string().contains("not an error status"), "{error}");
        }
    }
}

#[test]
fn the_parts_can_be_taken_out() {
    let (status, headers, body) = undecoded(500, "<html>").into_parts();
    assert_eq!(status, 500);
    assert_eq!(headers["x-trace"], "abc");
    assert_eq!(body, "<html>");
}

#[test]
fn a_message_stays_short_and_on_one_line() {
    for text in ["x".repeat(1 << 20), "é\n\u{1b}[31m🦀".repeat(1 << 16)] {
        let body = serde_json::json!({ "detail": text }).to_string();
        let error = undecoded(404, &body);
        assert_eq!(error.detail(), Some(&*text));
        let message = error.to_string();
        assert!(message.len() < 4096, "{}", message.len());
        assert!(!message.chars().any(char::is_control), "{message}");
    }
    let error = undecoded(404, "<".repeat(1 << 20));
    assert!(error.to_string().len() < 200);
}

#[test]
fn an_undecoded_response_is_an_error_of_one_pointer() {
    fn is_error<T: Error + Send + Sync + 'static>(_: &T) {}

    is_error(&undecoded(500, ""));
    assert_eq!(size_of::<Undecoded>(), size_of::<usize>());
}

#[test]
fn other_members_are_ignored() {
    for body in [
        r#"{"detail":"Run not found","code":7,"more":{"detail":"x","a":[1,{}]}}"#,
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Run not found","instance":"/runs/1"}"#,
        "\u{20}\t\r\n{ \"a\" : null , \"detail\" : \"Run not found\" } \n",
        r#"{"det\u0061il":"Run\u0020not found"}"#,
        r#"{"detail":"Run not found","n":1e999999999}"#,
    ] {
        let found = RunError::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body.as_bytes());
        assert_eq!(found.unwrap(), RunError::NotFound, "{body}");
    }
}

#[test]
fn no_depth_or_length_of_a_body_panics() {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    for body in [
        deep("[", "]"),
        deep(r#"{"detail":"#, "}"),
        format!(r#"{{"a":{},"detail":"Run away"}}"#, deep("[", "]")),
    ] {
        undecoded(404, body);
    }
}

#[test]
fn a_body_is_what_serde_writes_and_reads() {
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
fn a_body_inside_a_users_type_is_read() {
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
fn serde_says_why_a_body_is_not_read() {
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
fn a_type_may_derive_serdes_traits_beside() {
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
