//! The enums against the details in the sources of the installed packages: no detail is missing, and no variant is outdated.

use std::collections::BTreeSet;

use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, Documented, ErrorSpec, KateError, UndecodedKind};
use python_tests::fastapi::FastApiError;
use python_tests::rest_framework::RestError;
use serde_json::Value;

use crate::installed::{printed, script};

/// All details of a framework, each with its location in the sources and its status.
fn answers(framework: &str) -> Option<Vec<(String, StatusCode, Value)>> {
    let all: Value = serde_json::from_str(&printed(&mut script("details.py")?)).unwrap();
    let answers = all[framework].as_array().unwrap().iter().map(|answer| {
        let location = answer["source"].as_str().unwrap().to_owned();
        let status = u16::try_from(answer["status"].as_u64().unwrap()).unwrap();
        (
            location,
            StatusCode::from_u16(status).unwrap(),
            answer["body"].clone(),
        )
    });
    Some(answers.collect())
}

/// The number of details, each with its status. Panics where a detail has no variant, and where a variant has no detail.
fn covers<E: Decode + Documented + KateError>(answers: Vec<(String, StatusCode, Value)>) -> usize {
    let (mut details, mut found) = (BTreeSet::new(), Vec::new());
    let mut missing = Vec::new();
    for (location, status, body) in answers {
        let decoded = E::decode(status, &HeaderMap::new(), body.to_string().as_bytes());
        match (body["detail"].as_str(), decoded) {
            (Some(detail), Ok(error)) => {
                let spec = error.spec().unwrap();
                let is_older = spec.details().skip(1).any(|form| form == detail);
                assert!(error.detail() == detail || is_older);
                details.insert((status, detail.to_owned()));
                found.push(*spec);
            }
            (None, Err(error)) => assert_ne!(error.kind(), UndecodedKind::NoMatch),
            (_, decoded) => missing.push(format!("{location}: {status} {body}: {decoded:?}")),
        }
    }
    assert!(missing.is_empty(), "not described:\n{}", missing.join("\n"));
    let is_outdated = |spec: &&ErrorSpec| !found.contains(spec);
    let outdated: Vec<_> = E::CATALOG.iter().filter(is_outdated).collect();
    assert!(outdated.is_empty(), "in no source: {outdated:#?}");
    details.len()
}

#[test]
fn the_enum_has_every_detail_of_fastapi_and_no_other() {
    let Some(answers) = answers("fastapi") else {
        return;
    };
    // One more from Python 3.13 on, where Starlette's own "Content Too Large" is the phrase of 413.
    assert!((49..=50).contains(&covers::<FastApiError>(answers)));
}

#[test]
fn the_enum_has_every_detail_of_rest_framework_and_no_other() {
    let Some(answers) = answers("rest_framework") else {
        return;
    };
    assert_eq!(covers::<RestError>(answers), 57);
}
