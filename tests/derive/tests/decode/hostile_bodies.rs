//! Bodies that are not ours: nothing panics, and a body that is not decoded is kept byte for byte.

use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::{Decode, KateError, Undecoded, UndecodedKind};

use crate::shapes::{Route, Shapes, Usage};

fn headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    let bytes = HeaderValue::from_bytes(b"\xff\x80 odd").unwrap();
    headers.append("x-odd", bytes);
    headers.append("x-odd", HeaderValue::from_static("second"));
    headers.append("content-type", HeaderValue::from_static("text/html"));
    headers
}

fn not_found(body: &[u8]) -> Result<Shapes, Undecoded> {
    Shapes::decode(StatusCode::NOT_FOUND, &headers(), body)
}

/// Asserts that the undecoded response is what was received.
fn assert_kept<E>(
    result: Result<E, Undecoded>,
    status: StatusCode,
    kind: UndecodedKind,
    body: &[u8],
) {
    // The message does not print the value, which may be a megabyte.
    let Err(undecoded) = result else {
        panic!("this decodes");
    };
    assert_eq!(undecoded.kind(), kind);
    assert_eq!(undecoded.status(), status);
    assert_eq!(undecoded.headers(), &headers());
    assert!(undecoded.body() == body);
    let line = undecoded.to_string();
    assert!(line.len() < 4096 && !line.contains('\n'), "{line}");
    let (kept_status, kept_headers, kept_body) = undecoded.into_parts();
    assert!(kept_status == status && kept_headers == headers() && kept_body == body);
}

fn assert_unexpected(body: impl AsRef<[u8]>) {
    let body = body.as_ref();
    let kind = not_found(body).unwrap_err().kind();
    let has_detail = [UndecodedKind::NoMatch, UndecodedKind::NotAnErrorStatus].contains(&kind);
    assert!(!has_detail, "{kind:?}");
    assert_kept(not_found(body), StatusCode::NOT_FOUND, kind, body);
}

fn assert_constant(body: impl AsRef<[u8]>) {
    assert_eq!(not_found(body.as_ref()).unwrap(), Shapes::Constant);
}

/// The detail of a body that no variant matches.
fn unmatched(body: impl AsRef<[u8]>) -> String {
    let body = body.as_ref();
    let undecoded = not_found(body).unwrap_err();
    let detail = undecoded.detail().unwrap().to_owned();
    let kind = UndecodedKind::NoMatch;
    assert_kept(not_found(body), StatusCode::NOT_FOUND, kind, body);
    detail
}

#[test]
fn a_body_that_is_no_json_is_kept() {
    for body in [
        "",
        " ",
        "\n",
        "<!doctype html><html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>",
        "Artifact not found",
        "detail=Artifact+not+found",
        "{detail: 'Artifact not found'}",
        "{'detail': 'Artifact not found'}",
        "{\"detail\": \"Artifact not found\",}",
        "{,\"detail\": \"Artifact not found\"}",
        "{\"detail\" \"Artifact not found\"}",
        "\u{FEFF}\u{FEFF}{\"detail\":\"Artifact not found\"}",
        "{\u{FEFF}\"detail\":\"Artifact not found\"}",
        "\u{0}{\"detail\":\"Artifact not found\"}",
        "{\"detail\":\"Artifact not found\"}\u{0}",
        "{\"detail\":\"Artifact not found\"}}",
        "{\"detail\":\"Artifact not found\"} {\"detail\":\"Artifact not found\"}",
        "{\"detail\":\"Artifact not found\"}\n<!-- cached -->",
        "{\"detail\":\"Artifact not found\"} // comment",
        "{\"detail\":\"Artifact\u{1}not found\"}",
        "{\"detail\":\"Artifact\nnot found\"}",
        "{\"detail\":\"\\x41rtifact not found\"}",
        "{\"detail\":\"\\u00zz\"}",
        "{\"detail\":NaN}",
        "{\"detail\":undefined}",
    ] {
        assert_unexpected(body);
    }
}

#[test]
fn every_truncation_of_a_body_is_kept() {
    let body =
        r#"{"id":[1,{"a":null}],"detail":"Artifact \u0000 \ud83e\udd80 not found","x":-1.5e3}"#;
    for end in 0..body.len() {
        assert_unexpected(&body[..end]);
    }
    assert_eq!(unmatched(body), "Artifact \u{0} 🦀 not found");
}

#[test]
fn json_without_a_string_in_the_member_is_kept() {
    for body in [
        "{}",
        "[]",
        "null",
        "true",
        "404",
        "\"Artifact not found\"",
        "[{\"detail\":\"Artifact not found\"}]",
        "{\"Detail\":\"Artifact not found\"}",
        "{\"detail \":\"Artifact not found\"}",
        "{\"\":\"Artifact not found\"}",
        "{\"error\":{\"detail\":\"Artifact not found\"}}",
        "{\"detail\":null}",
        "{\"detail\":true}",
        "{\"detail\":false}",
        "{\"detail\":0}",
        "{\"detail\":-1}",
        "{\"detail\":1.5e300}",
        "{\"detail\":1e999999}",
        "{\"detail\":[]}",
        "{\"detail\":[\"Artifact not found\"]}",
        "{\"detail\":{}}",
        "{\"detail\":{\"detail\":\"Artifact not found\"}}",
    ] {
        assert_unexpected(body);
    }
}

#[test]
fn the_validation_errors_of_fastapi_are_kept() {
    let body = br#"{"detail":[{"type":"int_parsing","loc":["path","run_id"],"msg":"Input should be a valid integer, unable to parse string as an integer","input":"x","url":"https://errors.pydantic.dev/2.9/v/int_parsing"}]}"#;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let result = Shapes::decode(status, &headers(), body);
    assert_kept(result, status, UndecodedKind::DetailIsList, body);
    assert_unexpected(body);
}

#[test]
fn a_body_with_the_member_twice_is_kept() {
    for body in [
        r#"{"detail":"Artifact not found","detail":"Artifact not found"}"#,
        r#"{"detail":"Artifact not found","detail":"Run 1 is lost"}"#,
        r#"{"detail":"Artifact not found","det\u0061il":"Artifact not found"}"#,
        r#"{"\u0064\u0065\u0074\u0061\u0069\u006c":"Artifact not found","detail":"x"}"#,
        r#"{"detail":null,"detail":"Artifact not found"}"#,
        r#"{"detail":"Artifact not found","detail":null}"#,
        r#"{"detail":[],"detail":{}}"#,
        r#"{"detail":"a","detail":"b","detail":"Artifact not found"}"#,
    ] {
        assert_unexpected(body);
    }
    assert_constant(r#"{"det\u0061il":"Artifact not found"}"#);
}

#[test]
fn escapes_are_resolved_before_details_are_compared() {
    assert_constant(r#"{"detail":"\u0041rtifact\u0020not found"}"#);
    let decoded = not_found(br#"{"detail":"No file \"a\\b\/\b\f\n\r\t\u0000\ud83e\udd80\""}"#);
    let name = "\"a\\b/\u{8}\u{c}\n\r\t\u{0}🦀\"".to_owned();
    assert_eq!(decoded.unwrap(), Shapes::Free { name });
}

#[test]
fn other_members_are_ignored_whatever_their_values() {
    for other in [
        "null",
        "1e999999",
        "-0.0",
        "\"\\\"detail\\\"\"",
        "[[],{},[{\"detail\":1}]]",
        "{\"detail\":\"Run 1 is lost\"}",
        &"9".repeat(100_000),
    ] {
        assert_constant(format!(
            r#"{{"type":{other},"detail":"Artifact not found","":{other},"type":{other}}}"#
        ));
    }
}

#[test]
fn problem_details_are_decoded_by_their_detail() {
    let body = br#"
        {
            "type": "https://example.com/probs/not-found",
            "title": "Not Found",
            "status": 404,
            "detail": "Artifact not found",
            "instance": "/artifacts/7",
            "errors": [{"detail": "nested", "pointer": "/id"}],
            "trace_id": "00-4bf92f3577b34da6a3ce929d0e0e4736"
        }
    "#;
    let mut headers = HeaderMap::new();
    let problem = HeaderValue::from_static("application/problem+json");
    headers.insert("content-type", problem);
    let decoded = Shapes::decode(StatusCode::NOT_FOUND, &headers, body);
    assert_eq!(decoded.unwrap(), Shapes::Constant);
}

#[test]
fn a_body_with_a_lone_surrogate_is_kept() {
    for surrogate in [
        r"\ud800",
        r"\udc00",
        r"\ud800 ",
        r"\ud800\ud800",
        r"\ud83e\u0041",
        r"\uDFFF\uD800",
    ] {
        assert_unexpected(format!(r#"{{"detail":"No file {surrogate}"}}"#));
        assert_unexpected(format!(
            r#"{{"{surrogate}":0,"detail":"Artifact not found"}}"#
        ));
    }
}

#[test]
fn a_body_with_invalid_utf_8_in_the_detail_or_a_name_is_kept() {
    for bytes in [
        &b"\xff"[..],
        b"\x80",
        b"\xc3",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ] {
        let detail = [&b"{\"detail\":\"No file "[..], bytes, b"\"}"].concat();
        assert_unexpected(detail);
        let key = [
            &b"{\""[..],
            bytes,
            b"\":0,\"detail\":\"Artifact not found\"}",
        ]
        .concat();
        assert_unexpected(key);
        let outside = [bytes, &b"{\"detail\":\"Artifact not found\"}"[..]].concat();
        assert_unexpected(outside);
    }
}

#[test]
fn invalid_utf_8_in_the_value_of_another_member_is_ignored() {
    let body = b"{\"trace\":\"\xff\xfe \\ud800\",\"detail\":\"Artifact not found\"}";
    assert_constant(body);
}

#[test]
fn a_megabyte_of_nesting_does_not_overflow_the_stack() {
    const DEPTH: usize = 1 << 19;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"detail\":", "}")] {
        let opened = open.repeat(DEPTH);
        let closed = close.repeat(DEPTH);
        assert_unexpected(&opened);
        assert_unexpected(format!("{opened}0{closed}"));
        assert_unexpected(format!("{{\"detail\":{opened}"));
        assert_unexpected(format!("{{\"detail\":{opened}0{closed}}}"));
        assert_unexpected(format!(
            "{{\"detail\":\"Artifact not found\",\"x\":{opened}"
        ));
        assert_constant(format!(
            "{{\"detail\":\"Artifact not found\",\"x\":{opened}0{closed}}}"
        ));
        assert_constant(format!(
            "{{\"x\":{opened}0{closed},\"detail\":\"Artifact not found\"}}"
        ));
    }
}

#[test]
fn a_number_outside_the_range_of_its_type_is_no_match() {
    for detail in [
        "Run 18446744073709551616 is lost".to_owned(),
        format!("Run {} is lost", "9".repeat(1 << 20)),
        format!("Run {} is lost", "0".repeat(1 << 20)),
        "Run -1 is lost".to_owned(),
        "Run 1e3 is lost".to_owned(),
        "Run ١ is lost".to_owned(),
        "Run １ is lost".to_owned(),
        "Run 1\u{0} is lost".to_owned(),
    ] {
        assert!(unmatched(derive_tests::body(&detail)) == detail);
    }
}

#[test]
fn a_megabyte_of_repeated_literals_is_decoded_or_kept_in_linear_time() {
    let times = |literal: &str| (1 << 20) / literal.len();
    for literal in [
        "Artifact not found",
        "Run ",
        " is lost",
        "Run 1 is lost",
        "Key ",
        "Key a/",
        "No file ",
    ] {
        let detail = literal.repeat(times(literal));
        let body = derive_tests::body(&detail);
        match not_found(&body) {
            Ok(error) => assert!(error.detail() == detail),
            Err(_) => assert!(unmatched(&body) == detail),
        }
    }
    let gone =
        |detail: &str| Usage::decode(StatusCode::GONE, &headers(), &derive_tests::body(detail));
    for literal in [" used ", " of ", " used 1 of ", " used 1 of 00", " used -"] {
        let detail = literal.repeat(times(literal));
        let body = derive_tests::body(&detail);
        assert_kept(
            gone(&detail),
            StatusCode::GONE,
            UndecodedKind::NoMatch,
            &body,
        );
    }
    let owner = " used 1 of 2".repeat(times(" used 1 of 2"));
    let error = gone(&format!("{owner} used 3 of 4.5")).unwrap();
    assert!(error.owner == owner && error.used == 3);
    assert_eq!(
        error.to_string().len(),
        owner.len() + " used 3 of 4.5".len()
    );
}

#[test]
fn a_megabyte_with_many_readings_is_decoded_by_the_shortest_leftmost_one() {
    let conflict = |body: &[u8]| Route::decode(StatusCode::CONFLICT, &headers(), body);
    let via = " to  via ".repeat(1 << 17);
    let body = derive_tests::body(&format!("From {via}"));
    let route = conflict(&body).unwrap();
    assert_eq!((&*route.from, &*route.to), ("", ""));
    assert!(route.via == via[" to  via ".len()..]);

    let tos = " to ".repeat(1 << 18);
    let body = derive_tests::body(&format!("From {tos}"));
    let undecoded = conflict(&body);
    let kind = UndecodedKind::NoMatch;
    assert_kept(undecoded, StatusCode::CONFLICT, kind, &body);
}

#[test]
fn a_status_below_400_is_never_decoded() {
    let body = br#"{"detail":"Artifact not found"}"#;
    for code in 100..400 {
        let status = derive_tests::status(code);
        let result = Shapes::decode(status, &headers(), body);
        assert_kept(result, status, UndecodedKind::NotAnErrorStatus, body);
    }
}
