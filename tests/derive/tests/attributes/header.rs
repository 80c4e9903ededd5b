//! `#[header]`: constant headers, and fields in headers.

use std::collections::BTreeMap;
use std::time::Duration;

use derive_tests::back;
use http::{HeaderMap, HeaderValue, StatusCode};
use kate_errors::{Decode, Documented, KateError, ToResponse};

#[derive(Debug, PartialEq, KateError)]
#[status(401)]
#[header("WWW-Authenticate", "Bearer")]
#[header("cache-control", "no-store")]
enum AuthError {
    #[detail("No key")]
    NoKey,
    #[detail("Old key")]
    #[header("www-authenticate", "Basic realm=\"old\"")]
    #[header("x-hint", "renew")]
    OldKey,
    #[detail("Busy")]
    Busy {
        #[header("Cache-Control")]
        cache: Option<String>,
    },
    #[kate(other)]
    Other { status: StatusCode, detail: String },
}

#[derive(Debug, PartialEq, KateError)]
#[status(429)]
#[detail("Rate limit of {limit} exceeded")]
struct RateLimit {
    limit: u32,
    #[header("retry-after")]
    retry_after: Option<u64>,
    #[header("x-scope")]
    scope: Option<String>,
}

fn limited(retry_after: Option<u64>, scope: Option<&str>) -> RateLimit {
    RateLimit {
        limit: 10,
        retry_after,
        scope: scope.map(str::to_owned),
    }
}

fn with_header(name: &'static str, value: &[u8]) -> RateLimit {
    let mut headers = HeaderMap::new();
    headers.insert(name, HeaderValue::from_bytes(value).unwrap());
    let body = limited(None, None).body();
    RateLimit::decode(StatusCode::TOO_MANY_REQUESTS, &headers, &body).unwrap()
}

#[test]
fn a_header_of_the_enum_is_sent_with_all_its_variants() {
    let headers = AuthError::NoKey.headers();
    assert_eq!(headers.len(), 2);
    assert_eq!(headers["www-authenticate"], "Bearer");
    assert_eq!(headers["cache-control"], "no-store");
}

#[test]
fn a_header_of_the_variant_replaces_that_of_the_enum() {
    let headers = AuthError::OldKey.headers();
    assert_eq!(headers.len(), 3);
    assert_eq!(headers["www-authenticate"], "Basic realm=\"old\"");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-hint"], "renew");
}

#[test]
fn a_header_field_replaces_the_constant_header_of_its_name() {
    let busy = AuthError::Busy {
        cache: Some("max-age=5".to_owned()),
    };
    assert_eq!(busy.headers()["cache-control"], "max-age=5");
    assert_eq!(busy.headers()["www-authenticate"], "Bearer");
    assert_eq!(back(&busy), busy);
    let none = AuthError::Busy { cache: None };
    assert!(!none.headers().contains_key("cache-control"));
    assert_eq!(back(&none), none);
}

#[test]
fn a_header_of_the_enum_is_sent_with_other() {
    let other = AuthError::Other {
        status: StatusCode::IM_A_TEAPOT,
        detail: "Tea".to_owned(),
    };
    assert_eq!(other.headers()["www-authenticate"], "Bearer");
}

#[test]
fn decoding_does_not_require_a_constant_header() {
    let body = AuthError::OldKey.body();
    let found = AuthError::decode(StatusCode::UNAUTHORIZED, &HeaderMap::new(), &body);
    assert_eq!(found.unwrap(), AuthError::OldKey);
}

#[test]
fn the_catalog_lists_headers_and_their_constants() {
    let of =
        |index: usize| -> BTreeMap<_, _> { AuthError::CATALOG.errors()[index].headers().collect() };
    let no_key = [
        ("www-authenticate", Some("Bearer")),
        ("cache-control", Some("no-store")),
    ];
    assert_eq!(of(0), no_key.into());
    let busy = [
        ("www-authenticate", Some("Bearer")),
        ("cache-control", None),
    ];
    assert_eq!(of(2), busy.into());
}

#[test]
fn a_response_has_a_content_type_and_the_headers() {
    let response = AuthError::NoKey.to_response::<Vec<u8>>();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.headers()["www-authenticate"], "Bearer");
    assert!(!AuthError::NoKey.headers().contains_key("content-type"));
}

#[test]
fn a_header_field_is_sent_and_decoded() {
    for error in [
        limited(Some(30), Some("user")),
        limited(None, None),
        limited(Some(0), Some("")),
        limited(None, Some("two words, a \"quote\" and a\ttab")),
    ] {
        assert_eq!(back(&error), error);
    }
    let headers = limited(Some(30), None).headers();
    assert_eq!(headers["retry-after"], "30");
    assert!(!headers.contains_key("x-scope"));
}

#[test]
fn a_header_field_is_not_in_the_detail() {
    let error = limited(Some(30), Some("user"));
    assert_eq!(error.body(), r#"{"detail":"Rate limit of 10 exceeded"}"#);
}

#[test]
fn a_value_that_would_inject_a_header_is_left_out() {
    for value in [
        "user\r\nset-cookie: a=b",
        "user\nset-cookie: a=b",
        "user\r",
        "\nuser",
        "us\0er",
        "us\u{7f}er",
        "us\u{1b}er",
    ] {
        let error = limited(Some(30), Some(value));
        let headers = error.headers();
        assert!(!headers.contains_key("x-scope"), "{value:?}");
        assert!(!headers.contains_key("set-cookie"), "{value:?}");
        assert_eq!(headers["retry-after"], "30", "{value:?}");
        assert_eq!(back(&error), limited(Some(30), None), "{value:?}");
    }
}

#[test]
fn a_value_with_spaces_at_its_ends_is_left_out() {
    for value in [" user", "user ", "\tuser", "user\t", " "] {
        let error = limited(None, Some(value));
        assert!(!error.headers().contains_key("x-scope"), "{value:?}");
    }
}

#[test]
fn a_header_that_cannot_be_parsed_is_none() {
    for value in [
        &b"soon"[..],
        b"-1",
        b"1.5",
        b"",
        b"99999999999999999999",
        b"Wed, 21 Oct 2026 07:28:00 GMT",
        b"\xff",
    ] {
        assert_eq!(with_header("retry-after", value), limited(None, None));
    }
    assert_eq!(with_header("retry-after", b"60"), limited(Some(60), None));
    assert_eq!(with_header("x-scope", b"\xff\xfe"), limited(None, None));
}

#[test]
fn a_header_field_is_none_where_a_detail_alone_is_parsed() {
    assert_eq!("Rate limit of 10 exceeded".parse(), Ok(limited(None, None)));
}

#[test]
fn a_header_field_may_have_a_type_of_the_users() {
    #[derive(Debug, PartialEq)]
    struct Seconds(Duration);

    impl std::fmt::Display for Seconds {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{}", self.0.as_secs())
        }
    }

    impl std::str::FromStr for Seconds {
        type Err = std::num::ParseIntError;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            text.parse()
                .map(|seconds| Self(Duration::from_secs(seconds)))
        }
    }

    #[derive(Debug, PartialEq, KateError)]
    #[status(503)]
    enum Maintenance {
        #[detail("Down for maintenance")]
        Down(#[header("retry-after")] Option<Seconds>),
    }

    let down = Maintenance::Down(Some(Seconds(Duration::from_secs(90))));
    assert_eq!(down.headers()["retry-after"], "90");
    assert_eq!(back(&down), down);
}
