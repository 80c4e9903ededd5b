//! Messages say what was received, and why it could not be read.

use std::error::Error as _;
use std::net::{Ipv4Addr, TcpListener};

use client_tests::{Ask, Call, Caller, Outcome, all, raw};
use http::Method;
use kate_errors::api::{ApiError, RunError};
use kate_errors::reqwest::BlockingResponseExt;
use kate_errors::{ClientError, UndecodedKind};

fn calls(headers: &str, body: impl AsRef<[u8]>) -> [(Caller, Call); 5] {
    let body = body.as_ref();
    let head = format!(
        "HTTP/1.1 500 Internal Server Error\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    let server = raw([head.as_bytes(), body].concat());
    all().map(|caller| {
        let call = caller.get(&server.url);
        (caller, call)
    })
}

fn assert_message(headers: &str, body: impl AsRef<[u8]>, kind: UndecodedKind, message: &str) {
    for (caller, call) in calls(headers, body) {
        let Outcome::Undecoded(undecoded) = &call.outcome else {
            panic!("{caller:?}: {call:?}");
        };
        assert_eq!(undecoded.kind(), kind, "{caller:?}");
        let message = format!("500 Internal Server Error: {message}");
        assert_eq!(call.printed[0], message, "{caller:?}");
    }
}

#[test]
fn a_text_is_quoted() {
    let text = "upstream connect error\nreset reason: \"overflow\"";
    let message = format!("the body is not JSON: {text:?}");
    assert_message("", text, UndecodedKind::NotJson, &message);
    // The parser's position in a text that is no JSON is no reason.
    for (caller, call) in calls("", text) {
        assert!(!call.printed[1].contains("line 1"), "{caller:?}: {call:?}");
        assert_eq!(call.chain.len(), 1, "{caller:?}: {call:?}");
    }
}

#[test]
fn a_long_text_is_cut_after_200_characters() {
    let text = "é".repeat(300);
    let message = format!("the body is not JSON: \"{}\"...", "é".repeat(200));
    assert_message("", text, UndecodedKind::NotJson, &message);
}

#[test]
fn a_text_that_is_no_utf_8_is_quoted_with_replacements() {
    let kind = UndecodedKind::NotJson;
    assert_message(
        "",
        b"n\xe9ant",
        kind,
        "the body is not JSON: \"n\u{fffd}ant\"",
    );
}

#[test]
fn broken_json_has_the_position_as_its_cause() {
    let body = r#"{"detail":"Run not found" "code":7}"#;
    let message = format!("the body is not JSON: {body:?}");
    assert_message("", body, UndecodedKind::NotJson, &message);
    for (caller, call) in calls("", body) {
        let found = call.printed[1].ends_with(": expected `,` or `}` at line 1 column 27");
        assert!(found, "{caller:?}: {call:?}");
    }
}

#[test]
fn an_empty_body_is_said_to_be_empty() {
    assert_message("", "", UndecodedKind::EmptyBody, "the body is empty");
    let server = raw("HTTP/1.1 529 \r\ncontent-length: 26\r\n\r\n");
    for caller in all() {
        let call = caller.ask(&Ask {
            url: &server.url,
            method: Method::HEAD,
            limit: 1024,
        });
        let message = "529: the body is empty, as in each response to HEAD";
        assert_eq!(call.printed, [message; 2], "{caller:?}");
    }
}

#[test]
fn an_encoding_that_nobody_undid_is_named() {
    let kind = UndecodedKind::EncodedBody;
    let message = "the body is encoded (br) and was not decoded";
    assert_message("content-encoding: br\r\n", b"\x0b\x0c\x80", kind, message);
    // A header that is not true does no harm.
    for encoding in ["br", "identity"] {
        let headers = format!("content-encoding: {encoding}\r\n");
        for (caller, call) in calls(&headers, r#"{"detail":"Down"}"#) {
            assert!(
                matches!(call.outcome, Outcome::Api(..)),
                "{caller:?}: {call:?}"
            );
        }
    }
    for (body, kept) in [
        (&b"no gzip"[..], "the body is not JSON: \"no gzip\""),
        (
            b"\x1f\x8b\x08",
            "the body is encoded (gzip) and was not decoded",
        ),
    ] {
        for (caller, call) in calls("content-encoding: gzip\r\n", body) {
            let undone = "nothing of the body could be read";
            let message = if caller.gunzips { undone } else { kept };
            let message = format!("500 Internal Server Error: {message}");
            assert_eq!(call.printed[0], message, "{caller:?}");
            assert_eq!(call.chain.len() > 1, caller.gunzips, "{caller:?}: {call:?}");
        }
    }
}

#[test]
fn json_that_is_not_ours_is_quoted() {
    for (body, kind, message) in [
        (
            r#"{"detail":{"error":"Unknown mode"}}"#,
            UndecodedKind::DetailIsObject,
            "the body's member \"detail\" is an object, not a string",
        ),
        (
            r#"{"detail":[{"msg":"Field required"}]}"#,
            UndecodedKind::DetailIsList,
            "the body's member \"detail\" is a list, not a string",
        ),
        (
            r#"{"detail":7}"#,
            UndecodedKind::DetailIsNumber,
            "the body's member \"detail\" is a number, not a string",
        ),
        (
            r#"{"detail":true}"#,
            UndecodedKind::DetailIsBool,
            "the body's member \"detail\" is a boolean, not a string",
        ),
        (
            r#"{"detail":null}"#,
            UndecodedKind::DetailIsNull,
            "the body's member \"detail\" is null, not a string",
        ),
        (
            r#"{"error":"Unknown mode"}"#,
            UndecodedKind::DetailMissing,
            "the body has no member \"detail\"",
        ),
        (
            r#"{"detail":"a","detail":"b"}"#,
            UndecodedKind::DetailRepeated,
            "the body has the member \"detail\" more than once",
        ),
        (
            r#"["Unknown mode"]"#,
            UndecodedKind::NotAnObject,
            "the body is not a JSON object",
        ),
    ] {
        assert_message("", body, kind, &format!("{message}: {body:?}"));
    }
}

#[test]
fn a_body_that_breaks_off_has_the_cause_of_the_client() {
    let body = r#"{"detail":"Overl"#;
    let server = raw(format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 9\r\ncontent-length: 99\r\n\r\n{body}"
    ));
    for caller in all() {
        let call = caller.get(&server.url);
        let Outcome::Undecoded(undecoded) = &call.outcome else {
            panic!("{caller:?}: {call:?}");
        };
        assert_eq!(undecoded.kind(), UndecodedKind::BrokenOff, "{caller:?}");
        assert_eq!(undecoded.body(), body, "{caller:?}");
        assert_eq!(undecoded.headers()["retry-after"], "9", "{caller:?}");
        let message = "503 Service Unavailable: only 16 bytes of the body could be read";
        let message = format!("{message}: {body:?}");
        assert_eq!(call.printed[0], message, "{caller:?}");
        assert!(call.chain.len() > 1, "{caller:?}: {call:?}");
        assert_eq!(call.printed[1], call.chain.join(": "), "{caller:?}");
    }
    let response = reqwest::blocking::get(&server.url).expect("a response");
    let error = BlockingResponseExt::error_for::<RunError>(response).expect_err("an error");
    let source = error.source().expect("the client's error");
    assert!(source.is::<reqwest::Error>(), "{source:?}");
}

#[test]
fn a_failed_call_has_its_cause_on_one_line() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    for caller in all() {
        let call = caller.get(&url);
        let [short, long] = &call.printed;
        assert!(
            short.starts_with("the call failed: "),
            "{caller:?}: {short}"
        );
        for line in [short, long] {
            let found = line.contains("efused") && !line.contains('\n');
            assert!(found, "{caller:?}: {line}");
        }
        let causes = call.chain[1..].join(": ");
        assert_eq!(long, &format!("the call failed: {causes}"), "{caller:?}");
        assert!(call.chain.len() > 1, "{caller:?}: {call:?}");
    }
}

#[test]
fn anyhow_prints_each_cause() {
    let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    let error: ClientError<RunError, _> = ClientError::Transport(std::io::Error::other(refused));
    let error = anyhow::Error::from(error).context("no runs");
    assert!(format!("{error:#}").starts_with("no runs: the call failed: connection refused"));
}

#[test]
fn a_byte_order_mark_is_ignored() {
    for (caller, call) in calls("", "\u{feff}{\"detail\":\"Run not found\"}") {
        let Outcome::Api(ApiError::Other { .. }, received) = &call.outcome else {
            panic!("{caller:?}: {call:?}");
        };
        // The body is as it was received, and its JSON can be read nevertheless.
        assert!(received.body().starts_with(b"\xef\xbb\xbf"), "{caller:?}");
        let json: std::collections::HashMap<String, String> = received.json().expect("JSON");
        assert_eq!(json["detail"], "Run not found", "{caller:?}");
    }
}
