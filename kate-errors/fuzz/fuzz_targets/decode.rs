//! Arbitrary responses: what decodes is sent again as something that decodes to the same, what does not is kept to the byte.

#![no_main]

use std::fmt::Debug;

use http::Response;
use kate_errors::{Decode, KateError, ToResponse, UndecodedKind};
use kate_errors_fuzz::choice;
use kate_errors_fuzz::every::{Every, Member, Nested};
use kate_errors_fuzz::member;
use kate_errors_fuzz::response::Received;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(received) = Received::read(data) {
        check::<Every>(&received);
        check_choice(&received);
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

/// Every text is an error of this type, and the variant is the one that the rules say.
fn check_choice(received: &Received) {
    let Received {
        status,
        headers,
        body,
    } = received;
    let Some(text) = member::text(body, "detail").filter(|_| status.as_u16() >= 400) else {
        return;
    };
    let error = Every::decode(*status, headers, body).expect("`other` takes what is left");
    assert_eq!(error.detail(), text);
    let chosen = choice::of(status.as_u16(), &text);
    assert_eq!(error.spec().map(|spec| spec.name()), chosen);
}
