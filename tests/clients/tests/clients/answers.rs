//! Every client returns the same for the same answer.

use std::time::{Duration, SystemTime};

use client_tests::{Call, Outcome, all, raw};
use http::StatusCode;
use kate_errors::api::{ApiError, RunError, SubscriptionError};
use kate_errors::{ClientError, RetryAfter, UndecodedKind};

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn each(answer: &str, check: impl Fn(&str, Call)) {
    let server = raw(answer);
    for caller in all() {
        check(caller.name, caller.get(&server.url));
    }
}

#[test]
fn a_success_is_returned_with_its_body_unread() {
    each(&answer("200 OK", "", "hello"), |name, call| {
        let Outcome::Success(status, body) = call.outcome else {
            panic!("{name}: {call:?}");
        };
        assert_eq!(
            (status, body),
            (StatusCode::OK, Ok("hello".to_owned())),
            "{name}"
        );
    });
}

#[test]
fn a_redirect_that_is_not_followed_is_no_error() {
    each(&answer("304 Not Modified", "", ""), |name, call| {
        assert!(
            matches!(call.outcome, Outcome::Success(StatusCode::NOT_MODIFIED, _)),
            "{name}: {call:?}"
        );
    });
}

#[test]
fn an_error_status_becomes_the_typed_error_with_its_fields() {
    let body = r#"{"detail": "Insufficient token balance. Required: 500, available: 120"}"#;
    each(&answer("402 Payment Required", "", body), |name, call| {
        let Outcome::Api(ApiError::Subscription(error), _) = &call.outcome else {
            panic!("{name}: {call:?}");
        };
        let (required, available) = (Some(500), Some(120));
        assert_eq!(
            *error,
            SubscriptionError::InsufficientTokenBalance {
                required,
                available
            },
            "{name}"
        );
        assert_eq!(call.status, Some(StatusCode::PAYMENT_REQUIRED), "{name}");
        assert!(!call.retryable, "{name}");
        let detail = "Insufficient token balance. Required: 500, available: 120";
        assert_eq!(call.printed[0], detail, "{name}");
        assert_eq!(
            call.printed[1],
            format!("{detail}\nfix: Add tokens to your wallet"),
            "{name}"
        );
    });
}

#[test]
fn an_undocumented_response_is_kept_whole() {
    let page = "<html><h1>502 Bad Gateway</h1></html>";
    let headers =
        "content-type: text/html\r\nx-run: 7\r\nretry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    each(&answer("502 Bad Gateway", headers, page), |name, call| {
        let Outcome::Undecoded(undecoded) = &call.outcome else {
            panic!("{name}: {call:?}");
        };
        let (headers, body) = (undecoded.headers(), undecoded.body());
        assert_eq!(undecoded.kind(), UndecodedKind::NotJson, "{name}");
        assert_eq!(call.status, Some(StatusCode::BAD_GATEWAY), "{name}");
        assert_eq!(
            (&headers["content-type"], &headers["x-run"]),
            (&"text/html".parse().unwrap(), &"7".parse().unwrap()),
            "{name}"
        );
        assert_eq!(body, page, "{name}");
        assert!(call.retryable, "{name}");
        assert!(
            matches!(call.retry_after, Some(RetryAfter::At(_))),
            "{name}"
        );
        let quoted = format!("502 Bad Gateway: the body is not JSON: {page:?}");
        assert_eq!(call.printed, [&*quoted; 2], "{name}");
    });
}

#[test]
fn an_error_that_the_type_does_not_list_is_other() {
    each(
        &answer("404 Not Found", "", r#"{"detail":"Not Found"}"#),
        |name, call| {
            let Outcome::Api(ApiError::Other { status, detail }, _) = &call.outcome else {
                panic!("{name}: {call:?}");
            };
            assert_eq!((status.as_u16(), &**detail), (404, "Not Found"), "{name}");
        },
    );
}

#[test]
fn a_rate_limit_has_its_retry_after() {
    let body = r#"{"detail":"Rate limit exceeded"}"#;
    each(
        &answer("429 Too Many Requests", "retry-after: 30\r\n", body),
        |name, call| {
            assert!(
                matches!(call.outcome, Outcome::Api(ApiError::RateLimit(_), _)),
                "{name}: {call:?}"
            );
            assert_eq!(call.retry_after, Some(RetryAfter::Seconds(30)), "{name}");
            assert!(call.retryable, "{name}");
        },
    );
}

#[test]
fn a_chunked_body_is_decoded() {
    let chunks = [r#"{"detai"#, r#"l": "Run not f\u006fund"}  "#, ""];
    let chunks = chunks.map(|chunk| format!("{:x}\r\n{chunk}\r\n", chunk.len()));
    let head = "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let chunks = &format!("{head}{}", chunks.concat());
    each(chunks, |name, call| {
        assert!(
            matches!(
                call.outcome,
                Outcome::Api(ApiError::Run(RunError::NotFound), _)
            ),
            "{name}: {call:?}"
        );
    });
}

#[test]
fn a_status_that_the_client_turned_into_an_error_is_kept() {
    fn check<T: std::error::Error + 'static>(error: &ClientError<RunError, T>) {
        let ClientError::Undecoded(undecoded) = error else {
            panic!("{error:?}");
        };
        assert_eq!(undecoded.kind(), UndecodedKind::Dropped);
        assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
        assert!(error.is_retryable());
        assert_eq!(
            error.to_string(),
            "503 Service Unavailable: the client dropped headers and body"
        );
    }
    let server = raw(answer(
        "503 Service Unavailable",
        "",
        r#"{"detail":"Down"}"#,
    ));
    let call = ureq::get(&server.url).call();
    check(&kate_errors::ureq::ResponseExt::error_for(call).expect_err("an error"));
    let response = reqwest::blocking::get(&server.url).expect("a response");
    let error = response.error_for_status().expect_err("an error");
    check(&kate_errors::reqwest::ClientError::from(error));
}

#[test]
fn a_time_outside_the_range_of_http_dates_prints_as_the_nearest_date() {
    let second = Duration::from_secs(1);
    let early = RetryAfter::At(SystemTime::UNIX_EPOCH - second);
    assert_eq!(early.to_string(), "Thu, 01 Jan 1970 00:00:00 GMT");
    let last: RetryAfter = "Fri, 31 Dec 9999 23:59:59 GMT".parse().expect("a date");
    let RetryAfter::At(time) = last else {
        panic!("{last:?}");
    };
    assert_eq!(last.to_string(), "Fri, 31 Dec 9999 23:59:59 GMT");
    assert_eq!(RetryAfter::At(time + second).to_string(), last.to_string());
}
