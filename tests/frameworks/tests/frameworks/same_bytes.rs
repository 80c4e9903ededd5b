//! One enum that is an error of all frameworks: each sends the same bytes.

use framework_tests::checks::{is_error, own};
use framework_tests::client::{Answer, Client, get};
use framework_tests::errors::{refused, samples};
use framework_tests::servers::{Server, all, named};

#[test]
fn every_framework_sends_every_sample() {
    for server in all() {
        let mut client = Client::new(server.address);
        for (index, error) in samples().into_iter().enumerate() {
            let answer = client.get(&format!("/samples/{index}"));
            is_error(server, &answer, &error);
            assert!(!answer.headers.contains_key("x-injected"));
        }
    }
}

#[test]
fn all_servers_send_the_same_bytes() {
    let [first, others @ ..] = all() else {
        panic!("no servers")
    };
    let paths = (0..samples().len()).map(|index| format!("/samples/{index}"));
    for path in paths.chain(["/refused".to_owned()]) {
        let expected = get(first.address, &path);
        for server in others {
            let answer = get(server.address, &path);
            assert_eq!(parts(server, &answer), parts(first, &expected), "{path}");
        }
    }
}

fn parts<'a>(server: &Server, answer: &'a Answer) -> (u16, Vec<String>, &'a [u8]) {
    let headers = own(server, answer);
    let headers = headers.iter().map(|header| format!("{header:?}"));
    let mut headers: Vec<_> = headers.collect();
    headers.sort();
    (answer.status.as_u16(), headers, &answer.body)
}

#[test]
fn a_generic_error_is_sent() {
    for server in all() {
        let answer = get(server.address, "/refused");
        is_error(server, &answer, &refused());
        assert_eq!(answer.body, br#"{"detail":"An \"odd\" value is refused"}"#);
    }
}

#[test]
fn a_boxed_error_is_sent_as_the_error_in_the_box() {
    let balance = br#"{"detail":"Insufficient token balance. Required: 500, available: 120"}"#;
    let boxed = samples().len() - 1;
    for server in all() {
        let answer = get(server.address, &format!("/samples/{boxed}"));
        assert_eq!((answer.status.as_u16(), &*answer.body), (402, &balance[..]));
        let name = &answer.headers["x-error"];
        assert_eq!(name, "InsufficientTokenBalance");
    }
}

#[test]
fn warp_sends_the_same_for_a_rejection() {
    let server = named("warp");
    for (index, error) in samples().into_iter().enumerate() {
        let answer = get(server.address, &format!("/rejected/{index}"));
        is_error(&server, &answer, &error);
    }
}
