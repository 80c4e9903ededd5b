//! What printing and decoding allocate: only what a value or a response owns.

use allocation_counter::measure;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::{Decode, KateError, ToResponse};

#[derive(Debug, PartialEq, KateError)]
enum RunError {
    #[status(404)]
    #[detail("Run not found")]
    NotFound,
    #[status(409)]
    #[detail("Run {id} used {tokens} of {limit} tokens")]
    Exhausted { id: u64, tokens: i32, limit: u64 },
    #[status(409)]
    #[detail("Run {name} is in step {step}")]
    Busy { name: String, step: u8 },
    #[status(503)]
    #[header("www-authenticate", "Bearer")]
    #[detail("Busy")]
    Later,
}

const EXHAUSTED: RunError = RunError::Exhausted {
    id: 7,
    tokens: -120,
    limit: 1000,
};

fn allocations<T>(work: impl FnOnce() -> T) -> u64 {
    measure(|| drop(work())).count_total
}

#[test]
fn a_constant_detail_allocates_nothing() {
    assert_eq!(allocations(|| RunError::NotFound.body()), 0);
    assert_eq!(allocations(|| RunError::NotFound.detail()), 0);
}

#[test]
fn a_template_allocates_once() {
    let busy = RunError::Busy {
        name: "atlas".to_owned(),
        step: 3,
    };
    assert_eq!(allocations(|| EXHAUSTED.body()), 1);
    assert_eq!(allocations(|| busy.body()), 1);
    let mut out = Vec::with_capacity(128);
    assert_eq!(allocations(|| busy.write_body(&mut out)), 0);
}

#[test]
fn a_response_allocates_only_its_header_map() {
    let map = allocations(|| {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers
    });
    for error in [RunError::NotFound, RunError::Later] {
        let response = || error.to_response::<bytes::Bytes>();
        assert_eq!(allocations(response), map, "{error}");
    }
}

#[test]
fn decoding_allocates_only_what_the_value_owns() {
    let headers = HeaderMap::new();
    let decode = |status: StatusCode, body: &[u8]| {
        let error = RunError::decode(status, &headers, body);
        assert!(error.is_ok());
        error
    };
    let (missing, conflict) = (StatusCode::NOT_FOUND, StatusCode::CONFLICT);
    let constant = br#"{"detail":"Run not found"}"#;
    let integers = br#"{"detail":"Run 7 used -120 of 1000 tokens"}"#;
    let spaces = br#"{"trace": 7, "detail": "Run not found"}"#;
    let owned = br#"{"detail":"Run atlas is in step 3"}"#;
    assert_eq!(allocations(|| decode(missing, constant)), 0);
    assert_eq!(allocations(|| decode(conflict, integers)), 0);
    assert_eq!(allocations(|| decode(missing, spaces)), 0);
    assert_eq!(allocations(|| decode(conflict, owned)), 1);
}

#[test]
fn matching_a_long_detail_takes_one_bit_per_byte_and_field_after_the_first() {
    #[derive(Debug, KateError)]
    #[status(404)]
    #[detail("No way from {from} to {to} via {via}.")]
    #[kate(lossy)]
    struct NoWay {
        from: String,
        to: u64,
        via: String,
    }

    for times in [1_000, 50_000] {
        let detail = format!("No way from {}", " a to b via c.".repeat(times));
        let mut found = true;
        let read = || found = NoWay::from_detail(Some(StatusCode::NOT_FOUND), &detail).is_ok();
        let taken = measure(read);
        assert!(!found && taken.count_total <= 2, "{taken:?}");
        let most = 2 * (detail.len() as u64 / 8 + 8);
        assert!(taken.bytes_max <= most, "{} > {most}", taken.bytes_max);
    }
}
