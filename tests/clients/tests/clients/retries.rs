//! What is worth a retry, and what was certainly not sent.

use std::error::Error;
use std::io;
use std::net::{Ipv4Addr, TcpListener};

use client_tests::{Answer, Call, End, Outcome, all, raw, serve};
use kate_errors::ClientError;
use kate_errors::api::RunError;

fn each(answer: Answer, check: impl Fn(&str, Call)) {
    let server = serve(answer);
    for caller in all() {
        check(caller.name, caller.get(&server.url));
    }
}

fn assert_transport(name: &str, call: &Call, retryable: bool, unsent: bool) {
    let found = (call.retryable, call.unsent);
    assert!(
        matches!(call.outcome, Outcome::Transport),
        "{name}: {call:?}"
    );
    assert_eq!(found, (retryable, unsent), "{name}: {call:?}");
    assert_eq!((call.status, call.retry_after), (None, None), "{name}");
}

#[test]
fn some_statuses_are_retryable_and_any_is_with_retry_after() {
    for (status, alone, later) in [
        (400, false, true),
        (401, false, true),
        (403, false, true),
        (404, false, true),
        (408, true, true),
        (409, false, true),
        (413, false, true),
        (425, true, true),
        (429, true, true),
        (499, false, true),
        (500, true, true),
        (501, false, true),
        (502, true, true),
        (503, true, true),
        (504, true, true),
        (505, false, true),
        (507, false, true),
        (511, false, true),
        (520, true, true),
        (529, true, true),
        (599, true, true),
    ] {
        for (headers, retryable) in [
            ("", alone),
            ("retry-after: soon\r\n", alone),
            ("retry-after: 9\r\n", later),
            ("retry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n", later),
        ] {
            // The detail is an error of the API, the other body is not.
            for body in [r#"{"detail":"Run not found"}"#, "Run not found"] {
                let length = body.len();
                let head = format!("HTTP/1.1 {status} \r\n{headers}content-length: {length}");
                let answer = Answer::new(format!("{head}\r\n\r\n{body}"));
                each(answer, |name, call| {
                    assert_eq!(call.retryable, retryable, "{name}: {status} {headers:?}");
                    assert!(!call.unsent, "{name}: {status}");
                });
            }
        }
    }
}

#[test]
fn a_refused_connection_is_retryable_and_unsent() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    for caller in all() {
        assert_transport(caller.name, &caller.get(&url), true, true);
    }
}

#[test]
fn a_name_that_is_not_found_is_retryable_and_unsent() {
    // No label of a name is longer than 63 characters, so no network is asked for it.
    let url = format!("http://{}.invalid/", "a".repeat(64));
    for caller in all() {
        assert_transport(caller.name, &caller.get(&url), true, true);
    }
}

#[test]
fn a_connection_that_ends_before_the_answer_is_retryable() {
    for end in [End::Close, End::Reset] {
        for bytes in ["", "HTTP/1.1 503 Down\r\nretry-af"] {
            each(Answer::new(bytes).then(end), |name, call| {
                assert_transport(name, &call, true, false);
            });
        }
    }
}

#[test]
fn a_server_that_does_not_answer_is_retryable() {
    // The system queues connections to it, and nothing answers them.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    for caller in all() {
        assert_transport(caller.name, &caller.get(&url), true, false);
    }
}

#[test]
fn what_is_no_http_is_not_retryable() {
    each(Answer::new("SSH-2.0-OpenSSH_9.9\r\n"), |name, call| {
        assert_transport(name, &call, false, false);
    });
}

#[test]
fn a_body_that_breaks_off_is_retryable_by_its_status() {
    for (status, retryable) in [(404, false), (503, true)] {
        let half = format!("HTTP/1.1 {status} \r\ncontent-length: 99\r\n\r\n{{\"det");
        each(Answer::new(half), |name, call| {
            assert_eq!((call.retryable, call.unsent), (retryable, false), "{name}");
        });
    }
}

#[test]
fn a_success_that_breaks_off_is_retryable() {
    let server = raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf");
    let response = reqwest::blocking::get(&server.url).expect("a response");
    let error = response.text().expect_err("an error");
    let error = kate_errors::reqwest::ClientError::<RunError>::from(error);
    assert!(error.is_retryable() && !error.is_unsent(), "{error:#}");

    let mut response = ureq::get(&server.url).call().expect("a response");
    let error = response.body_mut().read_to_string().expect_err("an error");
    let error = kate_errors::ureq::ClientError::<RunError>::from(error);
    assert!(error.is_retryable() && !error.is_unsent(), "{error:#}");
}

#[test]
fn a_request_that_cannot_be_built_is_not_retryable() {
    let error = reqwest::blocking::get("no URL").expect_err("an error");
    let error = kate_errors::reqwest::ClientError::<RunError>::from(error);
    assert!(!error.is_retryable() && !error.is_unsent(), "{error:#}");
    let error = ureq::get("http://").call().expect_err("an error");
    let error = kate_errors::ureq::ClientError::<RunError>::from(error);
    assert!(!error.is_retryable() && !error.is_unsent(), "{error:#}");
}

#[test]
fn errors_inside_other_errors_are_found() {
    fn transport(
        error: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> ClientError<RunError, io::Error> {
        ClientError::Transport(io::Error::other(error))
    }

    let late = || io::Error::from(io::ErrorKind::TimedOut);
    let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
    let within_ureq = io::Error::other(ureq::Error::Timeout(ureq::Timeout::Global));
    for (error, retryable, unsent) in [
        (transport(late()), true, false),
        (transport(io::Error::other(within_ureq)), true, false),
        (
            transport(ureq::Error::Timeout(ureq::Timeout::Connect)),
            true,
            true,
        ),
        (transport(ureq::Error::Other(late().into())), true, false),
        (transport(ureq::Error::Io(refused())), true, true),
        (transport(ureq::Error::HostNotFound), true, true),
        (transport(ureq::Error::TooManyRedirects), false, false),
        (transport(refused()), true, true),
        (
            transport(reqwest_middleware::Error::middleware(refused())),
            true,
            false,
        ),
        (transport("anything else"), false, false),
    ] {
        let found = (error.is_retryable(), error.is_unsent());
        assert_eq!(found, (retryable, unsent), "{error:#}");
    }
}

/// An error that is its own source.
#[derive(Debug)]
struct Loop;

impl std::fmt::Display for Loop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("loop")
    }
}

impl Error for Loop {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[test]
fn an_error_that_is_its_own_source_makes_no_endless_loop() {
    let error: ClientError<RunError, _> = ClientError::Transport(Loop);
    assert!(!error.is_retryable() && !error.is_unsent());
    assert_eq!(error.to_string(), "the call failed: loop");
    assert!(format!("{error:#}").len() < 1000);
}
