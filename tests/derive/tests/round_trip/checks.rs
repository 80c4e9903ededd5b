//! What holds of every error that comes back.

use std::fmt::{Debug, Write};

use http::Response;
use kate_errors::{Body, Decode, KateError, ToResponse};
use proptest::prelude::*;

/// Checks all that an error prints, and decodes its response and a body with every character escaped.
pub(crate) fn comes_back<E>(error: &E) -> Result<(), TestCaseError>
where
    E: KateError + Decode + PartialEq + Debug,
{
    body_is_that_of_serde_json(error)?;
    let response: Response<Vec<u8>> = error.to_response();
    prop_assert_eq!(response.status(), error.status());
    prop_assert_eq!(response.body(), &error.body());
    let decoded = E::from_response(&response)
        .map_err(|undecoded| TestCaseError::fail(format!("{error:?}: {undecoded}")))?;
    prop_assert_eq!(&decoded, error);
    // Another serializer may escape more characters than this one.
    let mut escaped = String::new();
    for unit in error.detail().encode_utf16() {
        write!(escaped, "\\u{unit:04x}").unwrap();
    }
    let body = format!("{{\"detail\" : \"{escaped}\"}}\n");
    let decoded = E::decode(error.status(), response.headers(), body.as_bytes());
    prop_assert_eq!(&decoded.unwrap(), error);
    Ok(())
}

/// Checks that the detail and the body are the same by every method, and that the body is what `serde_json` writes.
pub(crate) fn body_is_that_of_serde_json(error: &impl KateError) -> Result<(), TestCaseError> {
    let detail = error.detail();
    prop_assert_eq!(error.to_string(), &*detail);
    let expected = serde_json::to_vec(&serde_json::json!({ "detail": detail })).unwrap();
    prop_assert_eq!(&error.body(), &expected);
    let mut out = b"before".to_vec();
    error.write_body(&mut out);
    prop_assert_eq!(&out, &[b"before", &*expected].concat());
    prop_assert_eq!(serde_json::to_vec(&Body(error)).unwrap(), expected);
    Ok(())
}
