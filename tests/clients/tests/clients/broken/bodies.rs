//! Bodies that are not what a client expects.

use client_tests::Answer;
use http::Method;
use kate_errors::UndecodedKind::{
    self, BrokenOff, DetailIsList, DetailIsNull, DetailIsObject, DetailMissing, DetailRepeated,
    EmptyBody, EncodedBody, NotAnObject, NotJson, TooLong,
};

use super::bytes::{DOWN, GONE, GZIP, HALF, NOT_FOUND, chunked, framed, whole};
use super::case::Case;
use super::case::Expected::{Api, Transport, Undecoded};

pub(crate) fn all() -> Vec<Case> {
    let cases = [encoded(), empty(), huge(), typed(), json_bodies()];
    cases.into_iter().flatten().collect()
}

fn encoded() -> Vec<Case> {
    let gzip = |status, body: &[u8]| Answer::new(whole(status, "content-encoding: gzip\r\n", body));
    let encoded = |coding, body: &[u8]| {
        Answer::new(whole(
            DOWN,
            &format!("content-encoding: {coding}\r\n"),
            body,
        ))
    };
    vec![
        Case::new("gzip", gzip(NOT_FOUND, &GZIP), Undecoded(EncodedBody, 404)).gunzipped(Api(404)),
        Case::new(
            "half of a gzip body",
            gzip(DOWN, &GZIP[..20]),
            Undecoded(EncodedBody, 503),
        )
        .gunzipped(Undecoded(BrokenOff, 503)),
        Case::new(
            "a gzip body without its checksum",
            gzip(NOT_FOUND, &GZIP[..38]),
            Undecoded(EncodedBody, 404),
        )
        .gunzipped(Api(404)),
        Case::new(
            "gzip that is a text",
            gzip(DOWN, b"Overloaded"),
            Undecoded(NotJson, 503),
        )
        .gunzipped(Undecoded(BrokenOff, 503)),
        Case::new(
            "gzip that is our JSON",
            gzip(NOT_FOUND, GONE.as_bytes()),
            Api(404),
        )
        .gunzipped(Undecoded(BrokenOff, 404)),
        Case::new(
            "an empty gzip body",
            gzip(DOWN, b""),
            Undecoded(EmptyBody, 503),
        )
        .but("ureq", Undecoded(BrokenOff, 503)),
        Case::new(
            "brotli",
            encoded("br", b"\x0b\x0c\x80\x03"),
            Undecoded(EncodedBody, 503),
        ),
        Case::new(
            "an unknown encoding of our JSON",
            encoded("x-kate", GONE.as_bytes()),
            Api(503),
        ),
        Case::new(
            "identity",
            encoded("identity", b"Overloaded"),
            Undecoded(NotJson, 503),
        ),
        Case::new(
            "two encodings",
            encoded("br, gzip", b"\x0b\x0c"),
            Undecoded(EncodedBody, 503),
        ),
    ]
}

fn empty() -> Vec<Case> {
    let head = |answer, kind| {
        Case::new("an answer to HEAD", Answer::new(answer), kind).method(Method::HEAD)
    };
    vec![
        Case::new(
            "an empty body",
            Answer::new(whole(DOWN, "", "")),
            Undecoded(EmptyBody, 503),
        ),
        Case::new(
            "no body",
            Answer::new("HTTP/1.1 503 Down\r\nconnection: close\r\n\r\n"),
            Undecoded(EmptyBody, 503),
        ),
        Case::new(
            "a space",
            Answer::new(whole(DOWN, "", " ")),
            Undecoded(NotJson, 503),
        ),
        Case::new(
            "a byte order mark",
            Answer::new(whole(DOWN, "", "\u{feff}")),
            Undecoded(EmptyBody, 503),
        ),
        head(framed(NOT_FOUND, "", 26, ""), Undecoded(EmptyBody, 404)),
        head(chunked(DOWN, ""), Undecoded(EmptyBody, 503)),
        head(
            framed(DOWN, "content-encoding: gzip\r\n", 46, ""),
            Undecoded(EmptyBody, 503),
        )
        .but("ureq", Undecoded(BrokenOff, 503)),
    ]
}

fn huge() -> Vec<Case> {
    let long = "x".repeat(1 << 20);
    let many = "x-a: b\r\n".repeat(1000);
    let deep = "[".repeat(60_000);
    vec![
        Case::new(
            "a megabyte",
            Answer::new(whole(DOWN, "", &long)),
            Undecoded(TooLong, 503),
        ),
        Case::new(
            "a megabyte of a longer body",
            Answer::new(framed(DOWN, "", 1 << 30, &long)),
            Undecoded(TooLong, 503),
        ),
        Case::new(
            "a header of a megabyte",
            Answer::new(whole(DOWN, &format!("x-a: {long}\r\n"), HALF)),
            Transport,
        ),
        Case::new(
            "a thousand headers",
            Answer::new(whole(DOWN, &many, HALF)),
            Transport,
        ),
        Case::new(
            "60,000 lists",
            Answer::new(whole(DOWN, "", &deep)),
            Undecoded(NotJson, 503),
        ),
        Case::new(
            "a length of 2^64",
            Answer::new("HTTP/1.1 503 Down\r\ncontent-length: 18446744073709551616\r\n\r\n"),
            Transport,
        ),
    ]
}

fn typed() -> Vec<Case> {
    let typed = |content_type: &str, body: &[u8], expected| {
        let headers = format!("content-type: {content_type}\r\n");
        Case::new(
            content_type,
            Answer::new(whole(NOT_FOUND, &headers, body)),
            expected,
        )
    };
    let marked = format!("\u{feff}{GONE}");
    let utf_16: Vec<u8> = GONE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        typed("text/html", GONE.as_bytes(), Api(404)),
        typed("application/problem+json", GONE.as_bytes(), Api(404)),
        typed(
            "application/json",
            b"Run not found",
            Undecoded(NotJson, 404),
        ),
        typed(
            "application/json",
            b"<html>404</html>",
            Undecoded(NotJson, 404),
        ),
        typed("\u{e9}", GONE.as_bytes(), Api(404)),
        typed(
            "application/json; charset=utf-16",
            &utf_16,
            Undecoded(NotJson, 404),
        ),
        typed(
            "application/json; charset=iso-8859-1",
            b"{\"detail\":\"n\xe9ant\"}",
            Undecoded(NotJson, 404),
        ),
        typed("application/json", marked.as_bytes(), Api(404)),
    ]
}

fn json_bodies() -> Vec<Case> {
    vec![
        json(r#"{"detail":["a"]}"#, DetailIsList),
        json(r#"{"detail":{"error":"Unknown mode"}}"#, DetailIsObject),
        json(r#"{"detail":null}"#, DetailIsNull),
        json(r#"{"error":"Unknown mode"}"#, DetailMissing),
        json(r#"{"detail":"a","detail":"b"}"#, DetailRepeated),
        json(r#"["a"]"#, NotAnObject),
    ]
}

fn json(body: &str, kind: UndecodedKind) -> Case {
    let answer = Answer::new(whole("500 Internal Server Error", "", body));
    Case::new(body, answer, Undecoded(kind, 500))
}
