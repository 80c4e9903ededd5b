//! Heads that are not what a client expects.

use client_tests::Answer;
use kate_errors::UndecodedKind::BrokenOff;

use super::bytes::{GONE, HALF, NOT_FOUND, framed, whole};
use super::case::Case;
use super::case::Expected::{Api, Success, Transport, Undecoded};

pub(crate) fn all() -> Vec<Case> {
    let cases = [interim(), heads()];
    cases.into_iter().flatten().collect()
}

fn interim() -> Vec<Case> {
    let after = |interim: &str| {
        let answer = [interim.as_bytes(), &whole(NOT_FOUND, "", GONE)].concat();
        Case::new("an interim response", Answer::new(answer), Api(404))
    };
    vec![
        after("HTTP/1.1 100 Continue\r\n\r\n"),
        after("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"),
        after("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"),
        Case::new(
            "an interim response alone",
            Answer::new("HTTP/1.1 103 Early Hints\r\n\r\n"),
            Transport,
        ),
        Case::new(
            "204 with an error",
            Answer::new(whole("204 No Content", "", GONE)),
            Success(204),
        ),
        Case::new(
            "304 with an error",
            Answer::new(whole("304 Not Modified", "", GONE)),
            Success(304),
        ),
        Case::new(
            "200 with an error",
            Answer::new(whole("200 OK", "", GONE)),
            Success(200),
        ),
        Case::new(
            "200 with half a body",
            Answer::new(framed("200 OK", "", 99, HALF)),
            Success(200),
        ),
    ]
}

fn heads() -> Vec<Case> {
    let answer = |head: &str| Answer::new(format!("{head}\r\ncontent-length: 26\r\n\r\n{GONE}"));
    vec![
        Case::new("no reason", answer("HTTP/1.1 404"), Api(404)),
        Case::new("HTTP/1.0", answer("HTTP/1.0 404 Not Found"), Api(404)),
        Case::new("a status above 599", answer("HTTP/1.1 799 Odd"), Api(799)),
        Case::new(
            "a status of two digits",
            answer("HTTP/1.1 40 Odd"),
            Transport,
        ),
        Case::new(
            "a status of four digits",
            answer("HTTP/1.1 4040 Odd"),
            Transport,
        ),
        Case::new(
            "a status that is no number",
            answer("HTTP/1.1 abc Odd"),
            Transport,
        ),
        Case::new(
            "another protocol",
            Answer::new("SSH-2.0-OpenSSH_9.9\r\n"),
            Transport,
        ),
        Case::new("HTTP/0.9", Answer::new(GONE), Transport),
        Case::new(
            "two lengths",
            answer("HTTP/1.1 404 Not Found\r\ncontent-length: 7"),
            Transport,
        ),
        Case::new(
            "a length that is no number",
            answer("HTTP/1.1 404 Not Found\r\ncontent-length: x"),
            Transport,
        ),
        Case::new(
            "a header that is no UTF-8",
            Answer::new(whole(NOT_FOUND, "", GONE)),
            Api(404),
        ),
        Case::new(
            "a header without a colon",
            answer("HTTP/1.1 404 Not Found\r\nx-a"),
            Transport,
        ),
        Case::new(
            "bytes after the body",
            Answer::new([whole(NOT_FOUND, "", GONE), b"more".to_vec()].concat()),
            Api(404),
        ),
        Case::new(
            "chunks and a length",
            answer("HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked"),
            Undecoded(BrokenOff, 404),
        ),
        Case::new(
            "an unknown transfer encoding",
            answer("HTTP/1.1 404 Not Found\r\ntransfer-encoding: x-kate"),
            Api(404),
        ),
        Case::new(
            "a redirect to nowhere",
            answer("HTTP/1.1 302 Found"),
            Success(302),
        )
        .but("ureq", Transport),
    ]
}
