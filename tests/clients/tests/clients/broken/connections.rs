//! Connections that end early or stand still.

use std::time::Duration;

use client_tests::{Answer, End};
use kate_errors::UndecodedKind::{BrokenOff, EmptyBody, NotJson};

use super::bytes::{DOWN, GONE, GZIP, HALF, NOT_FOUND, chunked, framed, whole};
use super::case::Case;
use super::case::Expected::{Api, Transport, Undecoded};

pub(crate) fn all() -> Vec<Case> {
    let cases = [cut(), chunks(), slow()];
    cases.into_iter().flatten().collect()
}

fn cut() -> Vec<Case> {
    let half = || Answer::new(framed(DOWN, "", 99, HALF));
    vec![
        Case::new("half a body", half(), Undecoded(BrokenOff, 503)),
        Case::new(
            "half a body, reset",
            half().then(End::Reset),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "no byte of a body",
            Answer::new(framed(DOWN, "", 99, "")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a whole body that should be longer",
            Answer::new(framed(NOT_FOUND, "", 99, GONE)),
            Api(404),
        ),
        Case::new(
            "a body of another API that should be longer",
            Answer::new(framed(DOWN, "", 99, r#"{"detail":["a"]}"#)),
            Undecoded(BrokenOff, 503),
        ),
        Case::new("nothing", Answer::new(""), Transport),
        Case::new(
            "nothing, reset",
            Answer::new("").then(End::Reset),
            Transport,
        ),
        Case::new("half a status line", Answer::new("HTTP/1.1 50"), Transport),
        Case::new(
            "half a head",
            Answer::new("HTTP/1.1 503 Down\r\nretry-after: 9\r\n"),
            Transport,
        ),
        Case::new(
            "a body until the end of the connection",
            Answer::new(format!(
                "HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n{GONE}"
            )),
            Api(404),
        ),
        Case::new(
            "half a body until the end of the connection",
            Answer::new(format!(
                "HTTP/1.1 503 Down\r\nconnection: close\r\n\r\n{HALF}"
            )),
            Undecoded(NotJson, 503),
        ),
        Case::new(
            "half a body until a reset",
            Answer::new(format!(
                "HTTP/1.1 503 Down\r\nconnection: close\r\n\r\n{HALF}"
            ))
            .then(End::Reset),
            Undecoded(BrokenOff, 503),
        )
        // ureq takes a reset for the end.
        .but("ureq", Undecoded(NotJson, 503)),
    ]
}

fn chunks() -> Vec<Case> {
    vec![
        Case::new(
            "a bad chunk",
            Answer::new(chunked(DOWN, &format!("10\r\n{HALF}\r\nzz\r\nx"))),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a bad first chunk",
            Answer::new(chunked(DOWN, "zz\r\nx")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a chunk of 2^64 bytes",
            Answer::new(chunked(DOWN, "10000000000000000\r\nx")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a chunk of 2^63 bytes",
            Answer::new(chunked(DOWN, "7fffffffffffffff\r\nx")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "half a body in a chunk, and no more",
            Answer::new(chunked(DOWN, &format!("10\r\n{HALF}\r\n"))),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a whole body without the last chunk",
            Answer::new(chunked(NOT_FOUND, &format!("1a\r\n{GONE}\r\n"))),
            Api(404),
        ),
        Case::new(
            "a whole body before a bad chunk",
            Answer::new(chunked(NOT_FOUND, &format!("1a\r\n{GONE}\r\nzz\r\n"))),
            Api(404),
        )
        // ureq drops what it has read together with the bad chunk.
        .but("ureq", Undecoded(BrokenOff, 404)),
        Case::new(
            "half a chunk",
            Answer::new(chunked(DOWN, &format!("ff\r\n{HALF}"))),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "no chunk",
            Answer::new(chunked(DOWN, "")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a chunk with an extension",
            Answer::new(chunked(
                NOT_FOUND,
                &format!("1a;a=b\r\n{GONE}\r\n0\r\n\r\n"),
            )),
            Api(404),
        ),
        Case::new(
            "trailers",
            Answer::new(chunked(
                NOT_FOUND,
                &format!("1a\r\n{GONE}\r\n0\r\nx-a: b\r\n\r\n"),
            )),
            Api(404),
        ),
        Case::new(
            "a bad trailer",
            Answer::new(chunked(
                NOT_FOUND,
                &format!("1a\r\n{GONE}\r\n0\r\n:::\r\n\r\n"),
            )),
            Api(404),
        ),
        Case::new(
            "the last chunk alone",
            Answer::new(chunked(DOWN, "0\r\n\r\n")),
            Undecoded(EmptyBody, 503),
        ),
        Case::new("a byte in each chunk", one_byte_chunks(), Api(404)),
    ]
}

fn one_byte_chunks() -> Answer {
    let chunks: Vec<_> = GONE.chars().map(|byte| format!("1\r\n{byte}")).collect();
    let chunks = chunks.join("\r\n");
    Answer::new(chunked(NOT_FOUND, &format!("{chunks}\r\n0\r\n\r\n")))
}

fn slow() -> Vec<Case> {
    let hold = |bytes: Vec<u8>| Answer::new(bytes).then(End::Hold);
    let pause = Duration::from_millis(10);
    vec![
        Case::new(
            "half a body, and a pause",
            hold(framed(DOWN, "", 99, HALF)),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "half a chunk, and a pause",
            hold(chunked(DOWN, "ff\r\n{")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a head, and a pause",
            hold(framed(DOWN, "", 99, "")),
            Undecoded(BrokenOff, 503),
        ),
        Case::new(
            "a whole body, and a pause",
            hold(framed(NOT_FOUND, "", 99, GONE)),
            Api(404),
        ),
        Case::new(
            "half a gzip body, and a pause",
            hold(framed(DOWN, "content-encoding: gzip\r\n", 46, &GZIP[..20])),
            Undecoded(BrokenOff, 503),
        ),
        Case::new("a pause", hold(Vec::new()), Transport),
        Case::new(
            "half a head, and a pause",
            hold(b"HTTP/1.1 503 Down\r\nretry".to_vec()),
            Transport,
        ),
        Case::new(
            "a byte at a time",
            Answer::drip(&whole(NOT_FOUND, "", GONE), 1, pause),
            Api(404),
        ),
    ]
}
