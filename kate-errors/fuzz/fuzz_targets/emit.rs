//! Arbitrary values: what is sent is JSON, says what the value says, and comes back as the same value.

#![no_main]

use std::fmt::Debug;

use http::Response;
use kate_errors::{Decode, KateError, ToResponse};
use kate_errors_fuzz::every::{Every, Member, Named, Nested};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|values: (Every, Member, Named, Nested)| {
    let (every, member, named, nested) = values;
    let response = sent(&every, "detail");
    let decoded = Every::from_response(&response).expect("every error comes back");
    assert_eq!(decoded.detail(), every.detail());
    // What `other` says may be the text of an error that accepts its status.
    if !matches!(every, Every::Other { .. }) {
        assert_eq!(decoded.status(), every.status());
    }
    if let Some(expected) = promised(every) {
        assert_eq!(format!("{decoded:?}"), format!("{expected:?}"));
    }
    comes_back(&member, "\"m\u{e9}mber\"\n");
    comes_back(&named, "detail");
    comes_back(&nested, "detail");
});

fn comes_back<E: KateError + Decode + PartialEq + Debug>(error: &E, member: &str) {
    let decoded = E::from_response(&sent(error, member));
    assert_eq!(&decoded.expect("every error comes back"), error);
}

/// The response, whose body is what `serde_json` writes.
fn sent(error: &impl KateError, member: &str) -> Response<Vec<u8>> {
    let response: Response<Vec<u8>> = error.to_response();
    let expected = json!({ member: error.detail() });
    assert_eq!(
        serde_json::from_slice::<Value>(response.body())
            .ok()
            .as_ref(),
        Some(&expected)
    );
    assert_eq!(
        String::from_utf8_lossy(response.body()),
        expected.to_string()
    );
    assert_eq!(error.to_string(), error.detail());
    assert_eq!(response.body(), &error.body());
    let mut appended = b"before".to_vec();
    error.write_body(&mut appended);
    assert_eq!(appended, [b"before", &**response.body()].concat());
    response
}

/// What comes back of a value; nothing is promised of some.
fn promised(sent: Every) -> Option<Every> {
    Some(match sent {
        Every::Lossy { .. } | Every::EmitOnly(_) | Every::Other { .. } => return None,
        // The text has both, or none.
        Every::Balance {
            required,
            available,
        } => {
            let both = required.zip(available);
            Every::Balance {
                required: both.map(|both| both.0),
                available: both.map(|both| both.1),
            }
        }
        // What no header holds is left out, and the number of tries is not sent.
        Every::Busy {
            why,
            retry_after,
            hint,
            ..
        } => {
            let held = |hint: &String| {
                !hint.contains(|c: char| c.is_ascii_control() && c != '\t')
                    && hint.trim_matches([' ', '\t']) == hint
            };
            Every::Busy {
                why,
                retry_after,
                hint: hint.filter(held),
                tries: 0,
            }
        }
        sent => sent,
    })
}
