//! Servers that send too much.

use client_tests::{Outcome, all, endless, raw};
use kate_errors::UndecodedKind;

#[test]
fn a_body_of_a_gigabyte_is_cut_at_the_limit() {
    let server = endless("HTTP/1.1 500 Internal Server Error\r\n", 1 << 30);
    for caller in all() {
        let before = server.sent();
        let call = caller.get(&server.url);
        let Outcome::Undecoded(undecoded) = call.outcome else {
            panic!("{caller:?}: {:?}", call.printed);
        };
        let (kind, status) = (undecoded.kind(), undecoded.status().as_u16());
        assert_eq!(
            (kind, status, undecoded.body().len()),
            (UndecodedKind::TooLong, 500, 64 * 1024),
            "{caller:?}"
        );
        let printed = "500 Internal Server Error: the body is longer than 65536 bytes, and cut there: \"{\\\"detail\\\":\\\"xxx";
        assert!(call.printed[0].starts_with(printed), "{:?}", call.printed);
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
            matches!(fits.outcome, Outcome::Api(..)),
            "{caller:?}: {fits:?}"
        );
        for limit in [body.len() - 1, 1, 0] {
            let cut = caller.get_within(&server.url, limit);
            let Outcome::Undecoded(undecoded) = cut.outcome else {
                panic!("{caller:?}: {:?}", cut.printed);
            };
            assert_eq!(undecoded.kind(), UndecodedKind::TooLong, "{caller:?}");
            assert_eq!(undecoded.body(), &body[..limit], "{caller:?}");
        }
    }
}
