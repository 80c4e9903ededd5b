//! What cannot be decoded is kept whole, and the message says why.

use std::error::Error;

use derive_tests::{body, status};
use http::{HeaderMap, HeaderValue, StatusCode};
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

/// Bodies without a detail.
const WITHOUT_DETAIL: [&[u8]; 22] = [
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
fn a_body_without_a_detail_is_an_unexpected_body() {
    for body in WITHOUT_DETAIL {
        let error = undecoded(404, body);
        let printed = String::from_utf8_lossy(body);
        assert_eq!(error.kind(), UndecodedKind::UnexpectedBody, "{printed}");
        assert_eq!(error.detail(), None, "{printed}");
        assert!(!error.to_string().contains('\n'), "{printed}");
    }
}

#[test]
fn other_does_not_take_a_body_without_a_detail() {
    for body in WITHOUT_DETAIL {
        let found = WithOther::decode(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
        let kind = found.map_err(|error| error.kind());
        assert_eq!(kind, Err(UndecodedKind::UnexpectedBody));
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
        (r#"{"detail":[]}"#, "not a string"),
    ] {
        let message = undecoded(502, body).to_string();
        assert!(message.contains("502 Bad Gateway"), "{message}");
        assert!(message.contains(part), "{message}");
    }
    assert!(undecoded(502, "<html>").source().is_some());
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
    assert!(error.to_string().len() < 200);
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
