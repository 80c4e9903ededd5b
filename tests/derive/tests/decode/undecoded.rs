//! What cannot be decoded is kept whole, and the message says why.

use std::error::Error;

use derive_tests::{body, status};
use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::UndecodedKind::{
    DetailIsBool, DetailIsList, DetailIsNull, DetailIsNumber, DetailIsObject, DetailMissing,
    DetailRepeated, EmptyBody, NotAnObject, NotJson,
};
use kate_errors::{Decode, KateError, Undecoded, UndecodedKind};

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

fn undecoded(code: u16, body: impl AsRef<[u8]>) -> Undecoded {
    let mut headers = HeaderMap::new();
    headers.insert("x-trace", HeaderValue::from_static("abc"));
    let body = body.as_ref();
    let error = RunError::decode(status(code), &headers, body).unwrap_err();
    assert_eq!(error.status(), code);
    assert_eq!(error.headers(), &headers);
    assert_eq!(error.body(), body);
    error
}

/// Bodies without a detail, and what they are instead.
const WITHOUT_DETAIL: [(&[u8], UndecodedKind); 29] = [
    (b"", EmptyBody),
    (b"\xef\xbb\xbf", EmptyBody),
    (b" ", NotJson),
    (b"<html>502 Bad Gateway</html>", NotJson),
    (b"Run not found", NotJson),
    (b"\"Run not found\"", NotAnObject),
    (b"null", NotAnObject),
    (b"404", NotAnObject),
    (b"true", NotAnObject),
    (b"[]", NotAnObject),
    (br#"[{"detail":"Run not found"}]"#, NotAnObject),
    (b"{}", DetailMissing),
    (br#"{"error":"Run not found"}"#, DetailMissing),
    (br#"{"Detail":"Run not found"}"#, DetailMissing),
    (
        br#"{"detail":"Run not found","detail":"Run not found"}"#,
        DetailRepeated,
    ),
    (br#"{"detail":null}"#, DetailIsNull),
    (br#"{"detail":true}"#, DetailIsBool),
    (br#"{"detail":-7}"#, DetailIsNumber),
    (br#"{"detail":7}"#, DetailIsNumber),
    (br#"{"detail":1e300}"#, DetailIsNumber),
    (br#"{"detail":["Run not found"]}"#, DetailIsList),
    (
        br#"{"detail":[{"loc":["body","name"],"msg":"Field required","type":"missing"}]}"#,
        DetailIsList,
    ),
    (br#"{"detail":{"detail":"Run not found"}}"#, DetailIsObject),
    (br#"{"detail":"Run not found"}{}"#, NotJson),
    (br#"{"detail":"Run not found""#, NotJson),
    (b"{\"detail\":\"Run not found\xff\"}", NotJson),
    (br"{'detail':'Run not found'}", NotJson),
    (b"\xff\xfe{\0}\0", NotJson),
    (b"\xef\xbb\xbf\xef\xbb\xbf{}", NotJson),
];

#[test]
fn a_detail_that_no_variant_matches_is_no_match() {
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
fn a_body_without_a_detail_has_a_kind_of_its_own() {
    for (body, kind) in WITHOUT_DETAIL {
        let error = undecoded(404, body);
        let printed = String::from_utf8_lossy(body);
        assert_eq!(error.kind(), kind, "{printed}");
        assert_eq!(error.detail(), None, "{printed}");
        assert!(!error.to_string().contains('\n'), "{printed}");
    }
}

#[test]
fn other_does_not_take_a_body_without_a_detail() {
    for (body, kind) in WITHOUT_DETAIL {
        let found = WithOther::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
        let found = found.map_err(|error| error.kind());
        assert_eq!(found, Err(kind));
    }
}

#[test]
fn the_message_says_what_is_wrong_with_the_body() {
    for (body, part) in [
        ("<html>", "not JSON"),
        ("[]", "not a JSON object"),
        ("[[[", "not JSON"),
        ("7garbage", "not JSON"),
        (r#"{"detail":"\ud800"}"#, "not JSON"),
        ("\"Run not found\"", "not a JSON object"),
        ("{}", "no member \"detail\""),
        (r#"{"detail":"a","detail":"b"}"#, "more than once"),
        (r#"{"detail":[]}"#, "is a list, not a string"),
        ("", "the body is empty"),
        ("Service\nUnavailable", r#": "Service\nUnavailable""#),
    ] {
        let message = undecoded(502, body).to_string();
        assert!(message.contains("502 Bad Gateway"), "{message}");
        assert!(message.contains(part), "{message}");
    }
    // The parser's position is a reason only in a body that is meant as JSON.
    assert!(undecoded(502, "<html>").source().is_none());
    let broken = undecoded(502, " {\"detail\" \"a\"}");
    assert!(broken.source().is_some());
    assert_eq!(
        format!("{broken:#}"),
        format!("{broken}: {}", broken.source().unwrap())
    );
}

#[allow(dead_code)]
#[derive(Debug, KateError)]
enum Sent {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
    #[status(500)]
    #[detail("Store failed")]
    Store(#[from] std::fmt::Error),
    #[status(500)]
    #[detail("Step {step} of {run} failed")]
    #[kate(emit_only)]
    Step { step: u8, run: String },
    #[status(500)]
    #[detail("{0:?} failed")]
    #[kate(emit_only)]
    Format(u8),
    #[status(502, accept(504))]
    #[detail("Lost")]
    #[kate(emit_only)]
    Lost,
}

#[derive(Debug, KateError)]
enum Outer {
    #[kate(transparent)]
    Sent(Sent),
}

#[test]
fn a_detail_of_a_variant_that_is_never_read_is_explained() {
    fn message<E: Decode + std::fmt::Debug>(code: u16, detail: &str) -> String {
        let response = E::decode(status(code), &HeaderMap::new(), &body(detail));
        let response = response.unwrap_err().to_string();
        let alone = E::from_detail(Some(status(code)), detail).unwrap_err();
        let explained = |message: &str| message.split_once("; ").map(|(_, why)| why.to_owned());
        assert_eq!(explained(&response), explained(&alone.to_string()));
        response
    }

    for (code, detail, variant) in [
        (500, "Store failed", "Store"),
        (500, "Step 7 of all of them failed", "Step"),
        (502, "Lost", "Lost"),
        (504, "Lost", "Lost"),
    ] {
        for message in [
            message::<Sent>(code, detail),
            message::<Outer>(code, detail),
        ] {
            let why = format!(
                "; `Sent::{variant}` does, but is only sent and never read back: it is `emit_only`, or its source cannot be restored"
            );
            assert!(message.ends_with(&why), "{message}");
            assert!(message.contains(&format!("says {detail:?}")), "{message}");
        }
    }
    for (code, detail) in [
        (404, "Store failed"),
        (500, "Store failed."),
        (500, "Step 7 failed"),
        (500, "7 failed"),
        (404, "Run away"),
    ] {
        let message = message::<Sent>(code, detail);
        assert!(!message.contains("never read"), "{message}");
    }
    let alone = "Lost".parse::<Sent>().unwrap_err();
    assert!(alone.to_string().contains("`Sent::Lost` does"), "{alone}");
}

#[test]
fn a_byte_order_mark_is_ignored() {
    for body in [
        "{\"detail\":\"Run not found\"}",
        " {\"x\":1, \"detail\":\"Run not found\"}",
    ] {
        let body = format!("\u{feff}{body}");
        let found = RunError::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body.as_bytes());
        assert_eq!(found.unwrap(), RunError::NotFound);
    }
    let json: Vec<u8> = undecoded(404, "\u{feff}[1,2]").json().unwrap();
    assert_eq!(json, [1, 2]);
}

#[test]
fn the_json_of_a_body_is_read_into_a_type_of_the_users() {
    let error = undecoded(422, r#"{"detail":[["name","is required"]],"n":1}"#);
    let json: std::collections::HashMap<String, Vec<(String, String)>> =
        undecoded(422, r#"{"detail":[["name","is required"]]}"#)
            .json()
            .unwrap();
    assert_eq!(json["detail"][0].1, "is required");
    assert!(error.json::<Vec<String>>().is_err());
    assert!(undecoded(422, "Run away").json::<String>().is_err());
}

#[test]
fn a_status_below_400_is_no_error_status_whatever_the_body() {
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
fn status_headers_and_body_can_be_taken_out() {
    let (status, headers, body) = undecoded(500, "<html>").into_parts();
    assert_eq!(status, 500);
    assert_eq!(headers["x-trace"], "abc");
    assert_eq!(body, "<html>");
}

#[test]
fn the_message_is_one_short_line() {
    for detail in ["x".repeat(1 << 20), "é\n\u{1b}[31m🦀".repeat(1 << 16)] {
        let error = undecoded(404, body(&detail));
        assert_eq!(error.detail(), Some(&*detail));
        let message = error.to_string();
        assert!(message.len() < 4096, "{}", message.len());
        assert!(!message.chars().any(char::is_control), "{message}");
    }
    let error = undecoded(404, "<".repeat(1 << 20));
    assert!(error.to_string().len() < 300);
}

#[test]
fn an_undecoded_response_has_the_size_of_one_pointer() {
    fn is_error<T: Error + Send + Sync + 'static>(_: &T) {}

    is_error(&undecoded(500, ""));
    assert_eq!(size_of::<Undecoded>(), size_of::<usize>());
}

#[test]
fn members_other_than_the_detail_are_ignored() {
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
fn a_deeply_nested_body_does_not_panic() {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    for body in [
        deep("[", "]"),
        deep(r#"{"detail":"#, "}"),
        format!(r#"{{"a":{},"detail":"Run away"}}"#, deep("[", "]")),
    ] {
        undecoded(404, body);
    }
}
