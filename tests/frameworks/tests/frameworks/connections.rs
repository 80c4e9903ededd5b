//! HEAD requests, connections that are kept alive, and many connections at a time.

use std::sync::Barrier;
use std::thread;

use framework_tests::checks::{is_error, is_head_of_error};
use framework_tests::client::Client;
use framework_tests::errors::{StoreError, catalog, read};
use framework_tests::servers::all;

#[test]
fn a_head_request_gets_the_headers_and_no_body() {
    for server in all() {
        let mut client = Client::new(server.address);
        let missing = StoreError::NotFound { id: 0 };
        let broken = StoreError::from(read(7).unwrap_err());
        for (path, error) in [("/items/0", missing), ("/items/7", broken)] {
            let answer = client.send("HEAD", path, "");
            is_head_of_error(server, &answer, &error);
            assert!(answer.raw.ends_with(b"\r\n\r\n"), "{}", server.name);
            // A body of the first answer would be read before this answer.
            is_error(server, &client.get(path), &error);
        }
    }
}

#[test]
fn a_connection_is_kept_alive_after_an_error() {
    for server in all() {
        let mut client = Client::new(server.address);
        for _ in 0..3 {
            let missing = client.get("/items/0");
            is_error(server, &missing, &StoreError::NotFound { id: 0 });
            let found = client.get("/items/1");
            assert_eq!(found.body, br#"{"id":1}"#, "{}", server.name);
        }
    }
}

#[test]
fn each_of_many_clients_gets_its_own_error() {
    const CLIENTS: usize = 64;
    let catalog = catalog();
    for server in all() {
        let ready = Barrier::new(CLIENTS);
        thread::scope(|scope| {
            for client in 0..CLIENTS {
                let (catalog, ready) = (&catalog, &ready);
                scope.spawn(move || {
                    let index = client % catalog.len();
                    let mut client = Client::new(server.address);
                    ready.wait();
                    let answer = client.get(&format!("/catalog/{index}"));
                    is_error(server, &answer, &catalog[index]);
                });
            }
        });
    }
}
