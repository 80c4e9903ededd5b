//! Bodies, read by the runtime and by `serde_json` alone.

#![no_main]

use std::fmt::Debug;

use http::HeaderMap;
use kate_errors::{Decode, UndecodedKind};
use kate_errors_fuzz::every::{Every, Member};
use kate_errors_fuzz::member;
use kate_errors_fuzz::response::Received;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(received) = Received::read(data) {
        check::<Every>(&received, "detail");
        check::<Member>(&received, "\"m\u{e9}mber\"\n");
    }
});

fn check<E: Decode + Debug>(received: &Received, name: &str) {
    let Received { status, body, .. } = received;
    if status.as_u16() < 400 {
        return;
    }
    let found = member::text(body, name);
    match (E::decode(*status, &HeaderMap::new(), body), found) {
        (Ok(error), Some(text)) => {
            let expected = E::from_detail(Some(*status), &text);
            assert_eq!(format!("{:?}", Ok::<_, ()>(error)), format!("{expected:?}"));
        }
        (Err(undecoded), Some(text)) => {
            assert_eq!(undecoded.detail(), Some(text.as_str()));
            assert!(E::from_detail(Some(*status), &text).is_err());
        }
        (Err(undecoded), None) => assert_ne!(undecoded.kind(), UndecodedKind::NoMatch),
        (Ok(error), None) => panic!("{error:?} of a body without a text"),
    }
}
