//! What a FastAPI application answers.

use http::StatusCode;
use kate_errors::api::{ApiError, RateLimitError, SubscriptionError};
use kate_errors::{Documented, KateError, UndecodedKind};
use python_tests::fastapi::{FastApiError, FormError, Phrase};
use reqwest::Method;

use crate::requests::{Request, get, post};
use crate::servers::FASTAPI;

/// The errors of an application, with those of the framework.
#[derive(Debug, PartialEq, KateError)]
enum ShopError {
    #[status(404)]
    #[detail("Item {id} not found")]
    NoSuchItem {
        id: u64,
        #[header("x-error")]
        kind: Option<String>,
    },
    #[kate(transparent)]
    Framework(FastApiError),
}

#[derive(Debug, PartialEq, KateError)]
#[status(409)]
#[detail("{0}")]
struct AnyDetail(String);

fn form(body: &str) -> Request {
    post("/form", "application/x-www-form-urlencoded", body)
}

/// Each part has a `Content-Disposition` and a content.
fn multipart(parts: &[(&str, &str)]) -> Request {
    let part = |(disposition, content): &(&str, &str)| {
        format!("--b\r\nContent-Disposition: {disposition}\r\n\r\n{content}\r\n")
    };
    let body = parts.iter().map(part).collect::<String>() + "--b--\r\n";
    post("/form", "multipart/form-data; boundary=b", body)
}

#[tokio::test]
async fn a_detail_with_fields_is_decoded() {
    let Some(server) = &*FASTAPI else { return };
    let answer = post("/subscriptions", "application/json", "")
        .ask(server)
        .await;
    assert_eq!(answer.headers["x-wallet"], "w1");
    let error = SubscriptionError::InsufficientTokenBalance {
        required: Some(500),
        available: Some(120),
    };
    answer.is(&error);
    answer.is(&ApiError::from(error));

    let answer = get("/items/7").ask(server).await;
    answer.is(&ShopError::NoSuchItem {
        id: 7,
        kind: Some("missing item".to_owned()),
    });
    let retry_after = Some(30);
    let answer = get("/busy").ask(server).await;
    answer.is(&RateLimitError::Exceeded { retry_after });
    let answer = get("/quoted").ask(server).await;
    let detail = "“Käse” \\ \"7\"\n\t\u{1}\u{7f}\u{2028} 😀";
    answer.is(&AnyDetail(detail.to_owned()));
}

#[tokio::test]
async fn an_error_of_the_framework_is_decoded() {
    let Some(server) = &*FASTAPI else { return };
    let framework = |phrase: Phrase| ShopError::Framework(phrase.into());
    let answer = get("/nowhere").ask(server).await;
    answer.is(&framework(Phrase::NotFound));

    let answer = get("/items/7").method(Method::DELETE).ask(server).await;
    let allow = Some("GET".to_owned());
    answer.is(&framework(Phrase::MethodNotAllowed { allow }));

    let not_utf8 = post("/items", "application/json", b"\"\xff\"");
    let answer = not_utf8.ask(server).await;
    answer.is(&ShopError::Framework(FastApiError::UnreadableBody));
}

#[tokio::test]
async fn every_status_has_the_detail_of_its_phrase() {
    let Some(server) = &*FASTAPI else { return };
    let mut seen = 0;
    for error in Phrase::CATALOG.errors() {
        let status = error.status();
        let answer = get(&format!("/phrases/{}", status.as_u16()));
        let answer = answer.ask(server).await;
        let phrase: Phrase = answer.decode().unwrap();
        assert_eq!((answer.status, phrase.spec()), (status, Some(error)));
        seen += 1;
    }
    assert_eq!(seen, 40);

    // A status without a phrase has an empty detail.
    let answer = get("/phrases/499").ask(server).await;
    assert_eq!(answer.body, r#"{"detail":""}"#);
    let error = answer.decode::<FastApiError>().unwrap_err();
    assert_eq!(
        (error.kind(), error.detail()),
        (UndecodedKind::NoMatch, Some(""))
    );
    let status = StatusCode::from_u16(499).unwrap();
    let detail = String::new();
    answer.is(&ApiError::Other { status, detail });
}

#[tokio::test]
async fn every_security_scheme_has_its_challenge() {
    let Some(server) = &*FASTAPI else { return };
    for (scheme, challenge) in [
        ("bearer", "Bearer"),
        ("digest", "Digest"),
        ("basic", "Basic"),
        ("realm", "Basic realm=\"kate\""),
        ("key", "APIKey"),
        ("oauth2", "Bearer"),
        ("openid", "Bearer"),
    ] {
        let answer = get(&format!("/security/{scheme}")).ask(server).await;
        let challenge = Some(challenge.to_owned());
        answer.is(&FastApiError::NotAuthenticated { challenge });
    }
}

#[tokio::test]
async fn a_form_that_cannot_be_parsed_has_its_reason() {
    let Some(server) = &*FASTAPI else { return };
    let long = "x".repeat(4096);
    let file = |name: &str| format!("form-data; name=\"{name}\"; filename=\"{name}\"");
    let (a, b) = (file("a"), file("b"));
    for (request, error) in [
        (
            form(&format!("a={long}")),
            FormError::FieldTooLong { kilobytes: 2 },
        ),
        (form("a=1&b=2&c=3"), FormError::TooManyFields { limit: 2 }),
        (
            multipart(&[("form-data; name=\"a\"", &long)]),
            FormError::PartTooLong { kilobytes: 2 },
        ),
        (
            multipart(&[("form-data; name=\"a\"", "1"); 3]),
            FormError::TooManyFields { limit: 2 },
        ),
        (
            multipart(&[(&a, "1"), (&b, "2")]),
            FormError::TooManyFiles { limit: 1 },
        ),
        (multipart(&[("form-data", "1")]), FormError::Nameless),
        (
            post("/form", "multipart/form-data", "--b"),
            FormError::NoBoundary,
        ),
        (
            post("/form", "multipart/form-data; boundary=b", "none"),
            FormError::Invalid,
        ),
    ] {
        request.ask(server).await.is(&FastApiError::Form(error));
    }
}

#[tokio::test]
async fn a_response_without_a_detail_is_kept_whole() {
    let Some(server) = &*FASTAPI else { return };
    let json = "application/json";
    for (request, status, content_type) in [
        // Validation lists its errors.
        (get("/items/seven"), 422, json),
        (post("/items", json, r#"{"name": "a"}"#), 422, json),
        (post("/items", json, "{"), 422, json),
        (post("/items", "text/csv", "name,price"), 422, json),
        (get("/object"), 409, json),
        (get("/list"), 409, json),
        (get("/number"), 409, json),
        (get("/crash"), 500, "text/plain; charset=utf-8"),
        (get("/nowhere").method(Method::HEAD), 404, json),
    ] {
        let answer = request.ask(server).await;
        answer.is_kept_whole::<FastApiError>(status, content_type);
        // A type with `other` does not take these either.
        answer.is_kept_whole::<ApiError>(status, content_type);
    }
}
