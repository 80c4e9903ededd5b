//! A response that a handler makes itself is left as it is, but for short plain text, which looks like an error of the framework.

use framework_tests::checks::own;
use framework_tests::client::{Client, get};
use framework_tests::pages::{page, pages};
use framework_tests::servers::{Server, all, named};
use http::HeaderMap;

/// The servers with these routes.
fn servers() -> impl Iterator<Item = &'static Server> {
    let without = ["hyper", "tower"];
    all()
        .iter()
        .filter(move |server| !without.contains(&server.name))
}

#[test]
fn a_success_is_left_as_it_is() {
    for server in all() {
        let answer = get(server.address, "/items/1");
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, br#"{"id":1}"#, "{}", server.name);
        assert!(!answer.headers.contains_key("x-error"));
    }
}

#[test]
fn a_response_that_the_framework_cannot_have_made_is_left_as_it_is() {
    for server in servers() {
        let mut client = Client::new(server.address);
        for (index, page) in pages().into_iter().enumerate() {
            let answer = client.get(&format!("/pages/{index}"));
            assert_eq!(answer.status, page.status, "{}: {index}", server.name);
            let mut headers = HeaderMap::new();
            headers.insert("content-length", page.body.len().into());
            for (name, value) in page.headers {
                headers.append(name, value.parse().unwrap());
            }
            assert_eq!(own(server, &answer), headers, "{}: {index}", server.name);
            assert!(answer.body == page.body, "{}: {index}", server.name);
        }
    }
}

#[test]
fn a_stream_is_left_as_it_is() {
    for server in servers() {
        let answer = get(server.address, "/stream");
        assert_eq!(answer.status, 400, "{}", server.name);
        assert_eq!(answer.headers["transfer-encoding"], "chunked");
        assert!(
            answer.headers["content-type"]
                .as_bytes()
                .starts_with(b"text/plain")
        );
        assert_eq!(answer.body, b"one two", "{}", server.name);
    }
}

#[test]
fn short_plain_text_becomes_a_detail_where_it_looks_like_the_frameworks() {
    let index = pages().len();
    for name in ["actix_web", "axum", "poem"] {
        let answer = get(named(name).address, &format!("/pages/{index}"));
        assert_eq!(answer.status, 409);
        assert_eq!(answer.headers["content-type"], "application/json");
        assert_eq!(answer.headers["x-kept"], "yes");
        let body = r#"{"detail":"Too \"late\", naïvely"}"#;
        assert_eq!(answer.body, body.as_bytes(), "{name}");
    }
    for name in ["rocket", "salvo", "warp"] {
        let answer = get(named(name).address, &format!("/pages/{index}"));
        assert_eq!(answer.body, page(index).body, "{name}");
    }
}
