//! A handler as users write one: `Result<Json<Item>, StoreError>`, and `?` on a source that has `#[from]`.

use framework_tests::checks::{is_error, own};
use framework_tests::client::Client;
use framework_tests::errors::{StoreError, read};
use framework_tests::servers::all;

#[test]
fn a_handler_answers_with_what_it_returns() {
    for server in all() {
        let mut client = Client::new(server.address);

        let found = client.get("/items/1");
        assert_eq!(found.status, 200);
        assert_eq!(found.body, br#"{"id":1}"#);
        let headers = own(server, &found);
        assert_eq!(headers.len(), 2, "content-type and length: {headers:?}");

        let missing = client.get("/items/0");
        is_error(server, &missing, &StoreError::NotFound { id: 0 });
        assert_eq!(missing.body, br#"{"detail":"Item 0 not found"}"#);

        let failed = client.get("/items/7");
        is_error(server, &failed, &StoreError::from(read(7).unwrap_err()));
        assert_eq!(failed.body, br#"{"detail":"Something went wrong"}"#);
    }
}
