//! Responses: what an error becomes, and what is decoded from bodies of any type.

use derive_tests::status;
use http::Response;
use kate_errors::{Decode, KateError};

#[derive(Debug, PartialEq, KateError)]
#[status(404)]
enum RunError {
    #[detail("Run not found")]
    NotFound,
    #[detail("{0}%")]
    Progress(u64),
}

#[test]
fn a_response_with_any_body_type_is_decoded() {
    let body = r#"{"detail":"Run not found"}"#;
    let response = |code: u16| Response::builder().status(code);
    let borrowed = response(404).body(body).unwrap();
    let owned = response(404).body(body.to_owned()).unwrap();
    let bytes = response(404).body(bytes::Bytes::from(body)).unwrap();
    assert_eq!(
        RunError::from_response(&borrowed).unwrap(),
        RunError::NotFound
    );
    assert_eq!(RunError::from_response(&owned).unwrap(), RunError::NotFound);
    assert_eq!(RunError::from_response(&bytes).unwrap(), RunError::NotFound);
}

#[test]
fn a_box_of_an_error_is_decoded() {
    let found = Box::<RunError>::from_detail(Some(status(404)), "5%");
    assert_eq!(found, Ok(Box::new(RunError::Progress(5))));
}

#[test]
fn an_error_converts_into_a_response() {
    let response: Response<Vec<u8>> = RunError::NotFound.into();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), br#"{"detail":"Run not found"}"#);
    let response = Response::<bytes::Bytes>::from(RunError::Progress(5));
    assert_eq!(response.body(), r#"{"detail":"5%"}"#);
}
