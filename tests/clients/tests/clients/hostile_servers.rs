//! Servers that send too much, stop early, do not answer, or do not exist.

use std::net::{Ipv4Addr, TcpListener};

use client_tests::{Outcome, all, endless, raw};
use kate_errors::UndecodedKind;

#[test]
fn a_body_of_a_gigabyte_is_cut_at_the_limit() {
    let server = endless("HTTP/1.1 500 Internal Server Error\r\n", 1 << 30);
    for caller in all() {
        let before = server.sent();
        let call = caller.get(&server.url);
        let Outcome::Undecoded(kind, status, _, body) = call.outcome else {
            panic!("{caller:?}: {:?}", call.printed);
        };
        assert_eq!(
            (kind, status.as_u16(), body.len()),
            (UndecodedKind::TooLong, 500, 64 * 1024),
            "{caller:?}"
        );
        assert_eq!(
            call.printed[0],
            "500 Internal Server Error: the body is longer than 65536 bytes, and cut there"
        );
        // The buffers of the system take more bytes than the client reads.
        let sent = server.sent() - before;
        assert!(sent < 1 << 27, "{caller:?} took {sent} bytes");
    }
}

#[test]
fn a_body_as_long_as_the_limit_is_decoded_and_a_longer_one_is_cut() {
    let body = r#"{"detail":"Run not found"}"#;
    let server = raw(format!(
        "HTTP/1.1 404 Not Found\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    ));
    for caller in all() {
        let fits = caller.get_within(&server.url, body.len());
        assert!(
            matches!(fits.outcome, Outcome::Api(_)),
            "{caller:?}: {fits:?}"
        );
        for limit in [body.len() - 1, 1, 0] {
            let cut = caller.get_within(&server.url, limit);
            let Outcome::Undecoded(kind, _, _, kept) = cut.outcome else {
                panic!("{caller:?}: {:?}", cut.printed);
            };
            assert_eq!(
                (kind, &kept[..]),
                (UndecodedKind::TooLong, &body.as_bytes()[..limit]),
                "{caller:?}"
            );
        }
    }
}

#[test]
fn a_truncated_body_is_a_transport_error() {
    let server =
        raw("HTTP/1.1 404 Not Found\r\ncontent-length: 100\r\n\r\n{\"detail\":\"Run not found\"}");
    for caller in all() {
        let call = caller.get(&server.url);
        assert!(
            matches!(call.outcome, Outcome::Transport(_)),
            "{caller:?}: {call:?}"
        );
        assert!(!call.retryable, "{caller:?}");
    }
}

#[test]
fn a_refused_connection_is_a_transport_error_with_its_source() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    for caller in all() {
        let call = caller.get(&url);
        let Outcome::Transport(chain) = &call.outcome else {
            panic!("{caller:?}: {call:?}");
        };
        assert!(chain.contains("efused"), "{caller:?}: {chain}");
        assert_eq!(
            (call.status, call.retry_after, call.retryable),
            (None, None, false),
            "{caller:?}"
        );
        assert_eq!(call.printed[0], "the call failed", "{caller:?}");
    }
}

#[test]
fn a_server_that_does_not_answer_is_retryable() {
    // The system queues connections to it, and nothing answers them.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    for caller in all() {
        let call = caller.get(&url);
        assert!(
            matches!(call.outcome, Outcome::Transport(_)),
            "{caller:?}: {call:?}"
        );
        assert!(call.retryable, "{caller:?}: {call:?}");
    }
}
