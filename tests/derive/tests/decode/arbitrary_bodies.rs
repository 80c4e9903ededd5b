//! Arbitrary bodies under arbitrary statuses: nothing panics, and a body that is not decoded is kept byte for byte.

use std::fmt::Debug;

use derive_tests::{body, status};
use http::{HeaderMap, HeaderValue};
use kate_errors::{Decode, KateError, UndecodedKind};
use proptest::prelude::*;

use crate::shapes::{Route, Shapes, Usage};

fn headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    let bytes = HeaderValue::from_bytes(b"\xff\x80 odd").unwrap();
    headers.append("x-odd", bytes);
    headers.append("x-odd", HeaderValue::from_static("second"));
    headers
}

/// The detail that `serde_json` finds.
fn detail_of(body: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    Some(value.as_object()?.get("detail")?.as_str()?.to_owned())
}

/// Checks that a body is decoded to the error with its detail, or kept.
fn check<E: KateError + Decode + Debug>(code: u16, body: &[u8]) {
    let status = status(code);
    let result = E::decode(status, &headers(), body);
    let kind = match &result {
        Ok(error) => {
            assert!(code >= 400);
            assert_eq!(error.status(), status);
            assert!(detail_of(body).is_none_or(|detail| error.detail() == detail));
            return;
        }
        Err(undecoded) => undecoded.kind(),
    };
    match kind {
        UndecodedKind::NotAnErrorStatus => assert!(code < 400),
        UndecodedKind::NoMatch => {
            let kept = result.as_ref().unwrap_err().detail().map(str::to_owned);
            assert!(detail_of(body).is_none_or(|detail| kept == Some(detail)));
        }
        _ => {
            let names = String::from_utf8_lossy(body).matches("det").count();
            assert!(detail_of(body).is_none() || names > 1);
        }
    }
    let undecoded = result.unwrap_err();
    assert!(!undecoded.to_string().contains('\n'));
    let (kept_status, kept_headers, kept_body) = undecoded.into_parts();
    assert!(kept_status == status && kept_headers == headers() && kept_body == body);
}

fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("\"detail\":".to_owned()),
        Just("\"Artifact not found\"".to_owned()),
        Just("\"x\":".to_owned()),
        Just(",".to_owned()),
        "\"Run [0-9]{1,21} is lost\"",
        "\"(No file |From | to | via |[a ]){0,6}\"",
        "[\\[\\]{}\":,0-9a-z\\\\ ]{1,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat().into_bytes())
}

fn changed_body() -> impl Strategy<Value = Vec<u8>> {
    let bodies = prop::sample::select(vec![
        r#"{"detail":"Artifact not found"}"#,
        r#"{"detail":"Run 17 is lost","x":[1]}"#,
        r#"{"x":"\u0041","detail":"a used 1 of 2.5"}"#,
        r#"{"detail":"From a to b via c"}"#,
    ]);
    (bodies, any::<prop::sample::Index>(), any::<u8>(), 0..3_u8).prop_map(
        |(body, at, byte, change)| {
            let mut body = body.as_bytes().to_vec();
            let at = at.index(body.len());
            match change {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                _ => drop(body.remove(at)),
            }
            body
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_bytes_under_any_status_are_decoded_or_kept(
        code in prop_oneof![100..=999_u16, Just(404), Just(409), Just(410)],
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..40),
            nearly_json(),
            changed_body(),
        ],
    ) {
        check::<Shapes>(code, &body);
        check::<Usage>(code, &body);
        check::<Route>(code, &body);
    }

    #[test]
    fn any_detail_under_any_status_is_decoded_or_kept(
        code in prop_oneof![400..=599_u16, Just(404), Just(409), Just(410)],
        detail in "\\PC{0,20}|(From | to | via |[a ]){0,8}|(Key |[0-9a-f/]){0,5}|([a ]| used | of |[0-9.]){0,8}",
    ) {
        check::<Shapes>(code, &body(&detail));
        check::<Usage>(code, &body(&detail));
        check::<Route>(code, &body(&detail));
    }
}
