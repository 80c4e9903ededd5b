//! The middleware of each framework finds the spec of the error that is sent.

use framework_tests::client::{Client, get};
use framework_tests::errors::{catalog, samples};
use framework_tests::servers::{all, named};
use kate_errors::KateError;

#[test]
fn middleware_sees_the_name_of_the_error() {
    let names = [
        Some("Unnamed"),
        Some("NotFound"),
        Some("Name"),
        Some("Busy"),
        Some("Busy"),
        Some("Id"),
        Some("Disk"),
        None,
        Some("InsufficientTokenBalance"),
    ];
    assert_eq!(names.len(), samples().len());
    for server in all() {
        let mut client = Client::new(server.address);
        for (index, name) in names.iter().enumerate() {
            let answer = client.get(&format!("/samples/{index}"));
            let sent = answer
                .headers
                .get("x-error")
                .map(|name| name.to_str().unwrap());
            assert_eq!(sent, *name, "{}", server.name);
        }
    }
}

#[test]
fn middleware_sees_no_name_of_an_error_without_a_spec() {
    let errors = catalog();
    let other = errors.len() - 1;
    assert_eq!(errors[other].spec(), None);
    for server in all() {
        let answer = get(server.address, &format!("/catalog/{other}"));
        assert_eq!(answer.status, 418);
        assert!(!answer.headers.contains_key("x-error"), "{}", server.name);
    }
}

/// Nor of a success, even where the request before it on the same connection got an error with a name.
#[test]
fn middleware_sees_no_name_of_an_error_of_the_framework() {
    for name in ["actix_web", "axum", "poem", "rocket", "salvo", "warp"] {
        let mut client = Client::new(named(name).address);
        for path in ["/nowhere", "/search?id=seven", "/items/1"] {
            assert_eq!(client.get("/items/0").headers["x-error"], "NotFound");
            let answer = client.get(path);
            assert!(!answer.headers.contains_key("x-error"), "{name}: {path}");
        }
    }
}
