//! `ApiError`, the table of statuses, and the header of the rate limit.

use std::error::Error;

use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::api::{
    ApiError, ArtifactError, QueryError, RateLimitError, RunError, STATUSES, SubscriptionError,
    ToolError,
};
use kate_errors::{Body, Decode, KateError, Report, ToResponse, UndecodedKind};

const CODES: [(u16, &str, &str); 15] = [
    (200, "OK", "Request succeeded"),
    (201, "Created", "Resource created successfully"),
    (202, "Accepted", "Async task started - poll for results"),
    (400, "Bad Request", "Invalid parameters or request body"),
    (
        401,
        "Unauthorized",
        "Missing or invalid API key / JWT token",
    ),
    (402, "Payment Required", "Insufficient token balance"),
    (
        403,
        "Forbidden",
        "You don't have permission to access this resource",
    ),
    (404, "Not Found", "Resource doesn't exist"),
    (
        409,
        "Conflict",
        "Resource already exists (e.g., duplicate subscription, existing draft)",
    ),
    (
        422,
        "Unprocessable Entity",
        "Request is well-formed but contains semantic errors",
    ),
    (
        428,
        "Precondition Required",
        "Tool requires credentials not yet configured",
    ),
    (429, "Too Many Requests", "Rate limit exceeded"),
    (
        500,
        "Internal Server Error",
        "Something went wrong on our end",
    ),
    (502, "Bad Gateway", "Tool execution failed in the sandbox"),
    (
        504,
        "Gateway Timeout",
        "Tool execution timed out (30-second limit)",
    ),
];

#[test]
fn the_table_of_statuses_is_that_of_the_reference() {
    let table = STATUSES.map(|status| (status.code.as_u16(), status.name, status.description));
    assert_eq!(table, CODES);
}

fn subscription(required: Option<u64>, available: Option<u64>) -> ApiError {
    ApiError::Subscription(SubscriptionError::InsufficientTokenBalance {
        required,
        available,
    })
}

#[test]
fn a_balance_error_of_any_group_comes_back_as_that_of_a_subscription() {
    for (required, available) in [(Some(500), Some(120)), (None, None)] {
        let query = QueryError::InsufficientTokenBalance {
            required,
            available,
        };
        let tool = ToolError::InsufficientTokenBalance {
            required,
            available,
        };
        for sent in [
            subscription(required, available),
            ApiError::Query(query),
            ApiError::Tool(tool),
        ] {
            let response = sent.to_response::<Vec<u8>>();
            let decoded = ApiError::from_response(&response).unwrap();
            assert_eq!(decoded, subscription(required, available));
            assert_eq!(decoded.fix(), Some("Add tokens to your wallet"));
        }
        // The type of the endpoint decodes its own error.
        let response = query.to_response::<Vec<u8>>();
        let decoded = QueryError::from_response(&response).unwrap();
        assert_eq!((decoded, decoded.fix()), (query, Some("Add tokens")));
        let response = tool.to_response::<Vec<u8>>();
        assert_eq!(ToolError::from_response(&response).unwrap(), tool);
    }
}

#[test]
fn a_detail_that_the_reference_does_not_list_is_other() {
    for (status, detail) in [
        (404, "Not Found"),
        (404, "artifact not found"),
        (404, "Artifact not found "),
        (403, ""),
        (418, "\u{0}\"\\ {detail} é"),
        (500, "Something went wrong on our end"),
        // Known details under statuses that the reference does not give them.
        (400, "Artifact not found"),
        (404, "Insufficient token balance"),
        (599, "Run not found"),
        (599, "Tool execution failed"),
    ] {
        let status = derive_tests::status(status);
        let other = ApiError::Other {
            status,
            detail: detail.to_owned(),
        };
        assert_eq!(
            ApiError::from_detail(Some(status), detail),
            Ok(other.clone())
        );
        let response = other.to_response::<Vec<u8>>();
        assert_eq!(response.status(), status);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(*response.body(), derive_tests::body(detail));
        assert_eq!(ApiError::from_response(&response).unwrap(), other);
        assert_eq!((other.fix(), other.spec()), (None, None));
        assert_eq!(other.to_string(), detail);
        assert!(other.source().is_none());
    }
}

#[test]
fn a_listed_error_goes_before_other_under_every_status_that_it_accepts() {
    for code in 400..600 {
        let status = derive_tests::status(code);
        let decoded = ApiError::from_detail(Some(status), "File too large");
        assert_eq!(decoded, Ok(ArtifactError::FileTooLarge.into()));
        let decoded = ApiError::from_detail(Some(status), "Run is not in RUNNING status");
        assert_eq!(decoded, Ok(RunError::NotRunning.into()));
    }
}

#[test]
fn other_requires_an_error_status_and_a_detail() {
    let headers = HeaderMap::new();
    for code in [100, 200, 201, 202, 204, 304, 399] {
        let status = derive_tests::status(code);
        let undecoded =
            ApiError::decode(status, &headers, br#"{"detail":"Run not found"}"#).unwrap_err();
        assert_eq!(undecoded.kind(), UndecodedKind::NotAnErrorStatus);
        assert!(ApiError::from_detail(Some(status), "Run not found").is_err());
    }
    let undecoded =
        ApiError::decode(StatusCode::BAD_GATEWAY, &headers, b"<html></html>").unwrap_err();
    assert_eq!(undecoded.kind(), UndecodedKind::NotJson);
    assert!("Not in the reference".parse::<ApiError>().is_err());
}

#[test]
fn a_detail_of_one_status_is_decoded_without_a_status() {
    assert_eq!("Run not found".parse(), Ok(RunError::NotFound));
    assert_eq!(
        "Run not found".parse(),
        Ok(ApiError::Run(RunError::NotFound))
    );
    assert_eq!(
        "Insufficient token balance. Required: 5, available: 2".parse(),
        Ok(subscription(Some(5), Some(2)))
    );
    let Body(error) =
        serde_json::from_str::<Body<ApiError>>(r#"{"detail":"Token expired"}"#).unwrap();
    assert_eq!(error.to_string(), "Token expired");
}

#[test]
fn a_rate_limit_has_its_seconds_in_the_header() {
    for seconds in [0, 1, 30, u64::MAX] {
        let error = RateLimitError::Exceeded {
            retry_after: Some(seconds),
        };
        let response = error.to_response::<Vec<u8>>();
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers().len(), 2);
        assert_eq!(response.headers()["retry-after"], seconds.to_string());
        assert_eq!(response.body(), br#"{"detail":"Rate limit exceeded"}"#);
        assert_eq!(RateLimitError::from_response(&response).unwrap(), error);
        let outer = ApiError::from(error);
        let response = outer.to_response::<Vec<u8>>();
        assert_eq!(response.headers()["retry-after"], seconds.to_string());
        assert_eq!(ApiError::from_response(&response).unwrap(), outer);
    }
}

#[test]
fn a_retry_after_that_is_no_number_is_none() {
    let body = br#"{"detail":"Rate limit exceeded"}"#;
    for value in [
        &b"Wed, 21 Oct 2026 07:28:00 GMT"[..],
        b"",
        b"-1",
        b"1.5",
        b"18446744073709551616",
        b"\xff",
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", HeaderValue::from_bytes(value).unwrap());
        let error = RateLimitError::decode(StatusCode::TOO_MANY_REQUESTS, &headers, body).unwrap();
        assert_eq!(error, RateLimitError::Exceeded { retry_after: None });
    }
}

#[test]
fn a_report_of_an_api_error_has_the_group_and_the_fix() {
    let error = ApiError::from(ToolError::TimedOut);
    assert_eq!(
        Report::new(&error).to_string(),
        "ToolError::TimedOut (504): Tool execution timed out; \
         fix: Contact the tool seller - the tool may need optimization"
    );
    let other = ApiError::Other {
        status: StatusCode::IM_A_TEAPOT,
        detail: "Short\nand stout".to_owned(),
    };
    assert_eq!(Report::new(&other).to_string(), "(418): Short\\nand stout");
}
