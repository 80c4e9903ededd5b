//! What was received stands beside the error.

use client_tests::{Call, Outcome, all, raw};
use http::{HeaderMap, StatusCode};
use kate_errors::api::{
    ApiError, ArtifactError, AuthError, QueryError, RateLimitError, RunError, SubscriptionError,
    ToolError,
};
use kate_errors::{ClientError, KateError, Received, RetryAfter, ToResponse};
use serde::Deserialize;

fn received(call: &Call) -> &Received {
    match &call.outcome {
        Outcome::Api(_, received) => received,
        _ => panic!("{call:?}"),
    }
}

fn each(status: u16, detail: &str, check: impl Fn(&str, &Call)) {
    let body = format!(r#"{{"detail":"{detail}","errors":[{{"field":"name"}}]}}"#);
    let length = body.len();
    let headers = format!("retry-after: 5\r\nx-request-id: r1\r\ncontent-length: {length}");
    let server = raw(format!("HTTP/1.1 {status} \r\n{headers}\r\n\r\n{body}"));
    for caller in all() {
        let call = caller.get(&server.url);
        let kept = received(&call);
        assert_eq!(kept.status(), status, "{caller:?}");
        assert_eq!(call.status, Some(kept.status()), "{caller:?}");
        assert_eq!(kept.headers()["x-request-id"], "r1", "{caller:?}");
        assert_eq!(kept.body(), &body, "{caller:?}");
        assert_eq!(call.retry_after, Some(RetryAfter::Seconds(5)), "{caller:?}");
        check(caller.name, &call);
    }
}

#[test]
fn a_unit_variant_loses_nothing_of_the_response() {
    #[derive(Deserialize)]
    struct Body {
        errors: Vec<Field>,
    }
    #[derive(Deserialize)]
    struct Field {
        field: String,
    }

    each(404, "Run not found", |name, call| {
        let found = matches!(
            call.outcome,
            Outcome::Api(ApiError::Run(RunError::NotFound), _)
        );
        assert!(found, "{name}: {call:?}");
        let body: Body = received(call).json().expect("its errors");
        assert_eq!(body.errors[0].field, "name", "{name}");
    });
}

#[test]
fn an_error_that_is_not_documented_loses_nothing_of_the_response() {
    each(429, "Too many requests", |name, call| {
        let found = matches!(call.outcome, Outcome::Api(ApiError::Other { .. }, _));
        assert!(found && call.retryable, "{name}: {call:?}");
    });
}

#[test]
fn the_status_is_the_received_one_and_not_that_of_the_error() {
    each(409, "No active subscription", |name, call| {
        let Outcome::Api(error @ ApiError::Query(QueryError::NoActiveSubscription), _) =
            &call.outcome
        else {
            panic!("{name}: {call:?}");
        };
        assert_eq!(error.status(), 403, "{name}");
    });
}

/// The server is down for a while.
#[derive(Debug, KateError)]
#[status(503)]
#[detail("Down")]
#[header("retry-after", "30")]
struct Down;

#[test]
fn retry_after_is_the_received_one_else_that_of_the_error() {
    for (value, expected) in [(Some("5"), 5), (Some("soon"), 30), (None, 30)] {
        let mut headers = HeaderMap::new();
        headers.extend(
            value.map(|value| (http::header::RETRY_AFTER, value.parse().expect("a value"))),
        );
        let received = Received::new(StatusCode::SERVICE_UNAVAILABLE, headers, "");
        let error: ClientError<_, ureq::Error> = ClientError::Api(Down, received);
        let expected = Some(RetryAfter::Seconds(expected));
        assert_eq!(error.retry_after(), expected, "{value:?}");
    }
}

#[test]
fn a_response_can_be_made_for_a_test_of_the_users() {
    let received: Received = Down.to_response::<Vec<u8>>().into();
    assert_eq!(received.headers()["retry-after"], "30");
    let (status, _, body) = received.clone().into_parts();
    assert_eq!(
        (status, &*body),
        (
            StatusCode::SERVICE_UNAVAILABLE,
            &br#"{"detail":"Down"}"#[..]
        )
    );
}

/// The limit of clippy's `result_large_err` is 128 bytes.
#[test]
fn the_errors_of_the_kate_api_stay_small() {
    fn measure<E>() -> [usize; 3] {
        [
            size_of::<kate_errors::reqwest::ClientError<E>>(),
            size_of::<kate_errors::reqwest_middleware::ClientError<E>>(),
            size_of::<kate_errors::ureq::ClientError<E>>(),
        ]
    }

    assert_eq!(size_of::<Received>(), size_of::<usize>());
    for (name, sizes) in [
        ("AuthError", measure::<AuthError>()),
        ("ArtifactError", measure::<ArtifactError>()),
        ("SubscriptionError", measure::<SubscriptionError>()),
        ("QueryError", measure::<QueryError>()),
        ("RunError", measure::<RunError>()),
        ("ToolError", measure::<ToolError>()),
        ("RateLimitError", measure::<RateLimitError>()),
        ("ApiError", measure::<ApiError>()),
    ] {
        println!("{name}: {sizes:?}");
        assert!(sizes.iter().all(|size| *size <= 48), "{name}: {sizes:?}");
    }
}
