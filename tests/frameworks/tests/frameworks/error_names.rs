//! Middleware of each framework knows which error was sent, by its row of the catalog.

use framework_tests::client::{Client, get};
use framework_tests::errors::{catalog, samples};
use framework_tests::servers::{all, named};
use kate_errors::KateError;

#[test]
fn errors_of_a_catalog_have_their_names() {
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
fn one_without_a_row_has_none() {
    let errors = catalog();
    let other = errors.len() - 1;
    assert_eq!(errors[other].spec(), None);
    for server in all() {
        let answer = get(server.address, &format!("/catalog/{other}"));
        assert_eq!(answer.status, 418);
        assert!(!answer.headers.contains_key("x-error"), "{}", server.name);
    }
}

/// After an error over the same connection, too: nothing is left of the request before.
#[test]
fn what_is_not_ours_has_none() {
    for name in ["actix_web", "axum", "poem", "rocket", "salvo", "warp"] {
        let mut client = Client::new(named(name).address);
        for path in ["/nowhere", "/search?id=seven", "/items/1"] {
            assert_eq!(client.get("/items/0").headers["x-error"], "NotFound");
            let answer = client.get(path);
            assert!(!answer.headers.contains_key("x-error"), "{name}: {path}");
        }
    }
}
