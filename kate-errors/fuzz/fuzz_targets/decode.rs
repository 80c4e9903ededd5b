//! Arbitrary responses: what decodes is sent again as something that decodes to the same, what does not is kept to the byte.

#![no_main]

use std::fmt::Debug;

use http::Response;
use kate_errors::{Decode, KateError, ToResponse, UndecodedKind};
use kate_errors_fuzz::every::{Every, Member, Nested};
use kate_errors_fuzz::response::Received;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(received) = Received::read(data) {
        check::<Every>(&received);
        check::<Nested>(&received);
        check::<Member>(&received);
    }
});

fn check<E: Decode + KateError + Debug>(received: &Received) {
    let Received {
        status,
        headers,
        body,
    } = received;
    match E::decode(*status, headers, body) {
        Ok(error) => {
            assert!(status.as_u16() >= 400);
            let again: Response<Vec<u8>> = error.to_response();
            let decoded =
                E::from_response(&again).expect("what was decoded is sent as an error of the type");
            // As they print, for NaN is not equal to itself.
            assert_eq!(format!("{decoded:?}"), format!("{error:?}"));
        }
        Err(undecoded) => {
            assert_eq!(
                undecoded.kind() == UndecodedKind::NotAnErrorStatus,
                status.as_u16() < 400
            );
            assert_eq!(
                undecoded.detail().is_some(),
                undecoded.kind() == UndecodedKind::NoMatch
            );
            assert!(
                !undecoded.to_string().contains(char::is_control),
                "{undecoded}"
            );
            let kept = undecoded.into_parts();
            assert!(kept.0 == *status && kept.1 == *headers && kept.2 == body);
        }
    }
}
