//! The enums against the texts in the installed packages' sources: none is missing, and none is of the past.

use std::collections::BTreeSet;

use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, Documented, ErrorSpec, KateError, UndecodedKind};
use python_tests::fastapi::FastApiError;
use python_tests::rest_framework::RestError;
use serde_json::Value;

use crate::installed::{printed, script};

/// All that a framework answers by itself, with the place in the sources it was read from.
fn answers(framework: &str) -> Option<Vec<(String, StatusCode, Value)>> {
    let all: Value = serde_json::from_str(&printed(&mut script("catalogue.py")?)).unwrap();
    let answers = all[framework].as_array().unwrap().iter().map(|answer| {
        let place = answer["source"].as_str().unwrap().to_owned();
        let status = u16::try_from(answer["status"].as_u64().unwrap()).unwrap();
        (
            place,
            StatusCode::from_u16(status).unwrap(),
            answer["body"].clone(),
        )
    });
    Some(answers.collect())
}

/// How many texts, each under its status, were read; a text of the sources that no variant has, and a variant that no text
/// has, fail.
fn covers<E: Decode + Documented + KateError>(answers: Vec<(String, StatusCode, Value)>) -> usize {
    let (mut texts, mut found) = (BTreeSet::new(), Vec::new());
    let mut missing = Vec::new();
    for (place, status, body) in answers {
        let decoded = E::decode(status, &HeaderMap::new(), body.to_string().as_bytes());
        match (body["detail"].as_str(), decoded) {
            (Some(text), Ok(error)) => {
                let row = error.spec().unwrap();
                assert!(error.detail() == text || row.details().skip(1).any(|form| form == text));
                texts.insert((status, text.to_owned()));
                found.push(*row);
            }
            (None, Err(error)) => assert_eq!(error.kind(), UndecodedKind::UnexpectedBody),
            (_, decoded) => missing.push(format!("{place}: {status} {body}: {decoded:?}")),
        }
    }
    assert!(missing.is_empty(), "not described:\n{}", missing.join("\n"));
    let past = |row: &&ErrorSpec| !found.contains(row);
    let past: Vec<_> = E::CATALOG.iter().filter(past).collect();
    assert!(past.is_empty(), "in no source: {past:#?}");
    texts.len()
}

#[test]
fn fastapi_says_nothing_else() {
    let Some(answers) = answers("fastapi") else {
        return;
    };
    // One more from Python 3.13 on, where Starlette's own "Content Too Large" is the phrase of 413.
    assert!((49..=50).contains(&covers::<FastApiError>(answers)));
}

#[test]
fn rest_framework_says_nothing_else() {
    let Some(answers) = answers("rest_framework") else {
        return;
    };
    assert_eq!(covers::<RestError>(answers), 57);
}
