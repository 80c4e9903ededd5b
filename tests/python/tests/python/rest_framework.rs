//! What a Django REST framework application answers.

use kate_errors::api::ApiError;
use kate_errors::{KateError, UndecodedKind};
use python_tests::rest_framework::{
    AuthenticationError, CsrfError, ParseError, RestError, Seconds, VersionError,
};
use reqwest::Method;

use crate::requests::{Request, get, post};
use crate::servers::REST_FRAMEWORK;

const JSON: &str = "application/json";

/// Base64 of `ann:secret` and `ann:wrong`.
const ANN: &str = "Basic YW5uOnNlY3JldA==";
const NOT_ANN: &str = "Basic YW5uOndyb25n";

async fn all<E: Into<RestError>>(asked: impl IntoIterator<Item = (Request, u16, E)>) {
    let Some(server) = &*REST_FRAMEWORK else {
        return;
    };
    for (request, status, error) in asked {
        let answer = request.ask(server).await;
        assert_eq!(answer.status, status, "{answer:?}");
        answer.is(&error.into());
    }
}

fn as_user(path: &str, authorization: impl Into<Vec<u8>>) -> Request {
    get(path).header("authorization", authorization)
}

#[tokio::test]
async fn an_unknown_user_gets_a_401_or_a_403() {
    let unknown = |challenge: Option<&str>| RestError::NotAuthenticated {
        challenge: challenge.map(str::to_owned),
    };
    all([
        (get("/basic"), 401, unknown(Some("Basic realm=\"api\""))),
        (get("/token"), 401, unknown(Some("Token"))),
        (get("/session"), 403, unknown(None)),
        (as_user("/admin", ANN), 403, RestError::PermissionDenied),
    ])
    .await;
    all([
        (
            as_user("/basic", "Basic"),
            401,
            AuthenticationError::BasicWithoutCredentials,
        ),
        (
            as_user("/basic", "Basic a b"),
            401,
            AuthenticationError::BasicWithSpaces,
        ),
        (
            as_user("/basic", "Basic a"),
            401,
            AuthenticationError::BasicNotEncoded,
        ),
        (
            as_user("/basic", NOT_ANN),
            401,
            AuthenticationError::InvalidPassword,
        ),
        (
            as_user("/token", "Token"),
            401,
            AuthenticationError::TokenWithoutCredentials,
        ),
        (
            as_user("/token", "Token a b"),
            401,
            AuthenticationError::TokenWithSpaces,
        ),
        (
            as_user("/token", b"Token \xff"),
            401,
            AuthenticationError::TokenWithInvalidCharacters,
        ),
        (
            as_user("/token", "Token ann"),
            401,
            AuthenticationError::InvalidToken,
        ),
        (
            as_user("/token", "Token ben"),
            401,
            AuthenticationError::InactiveUser,
        ),
        (
            get("/raises/authentication"),
            403,
            AuthenticationError::Incorrect,
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_forged_request_is_refused() {
    let forged = || post("/session", JSON, "{}").header("x-session", "ann");
    let secure = || forged().header("x-forwarded-proto", "https");
    let secret = "k".repeat(32);
    let cookie = |value: &str| forged().header("cookie", format!("csrftoken={value}"));
    let token = |value: &str| cookie(&secret).header("x-csrftoken", value);
    let place = || "the 'X-Csrftoken' HTTP header".to_owned();
    let field = |value: &str| {
        post(
            "/session",
            "application/x-www-form-urlencoded",
            format!("csrfmiddlewaretoken={value}"),
        )
        .header("x-session", "ann")
        .header("cookie", format!("csrftoken={secret}"))
    };
    all([
        (
            forged().header("origin", "https://evil.test"),
            403,
            CsrfError::BadOrigin {
                origin: "https://evil.test".to_owned(),
            },
        ),
        (secure(), 403, CsrfError::NoReferer),
        (
            secure().header("referer", "evil"),
            403,
            CsrfError::MalformedReferer,
        ),
        (
            secure().header("referer", "http://evil.test/"),
            403,
            CsrfError::InsecureReferer,
        ),
        (
            secure().header("referer", "https://evil.test/a"),
            403,
            CsrfError::BadReferer {
                referer: "https://evil.test/a".to_owned(),
            },
        ),
        (forged(), 403, CsrfError::NoCookie),
        (cookie("short"), 403, CsrfError::CookieLength),
        (cookie(&"-".repeat(32)), 403, CsrfError::CookieCharacters),
        (cookie(&secret), 403, CsrfError::NoToken),
        (
            token("short"),
            403,
            CsrfError::TokenLength { place: place() },
        ),
        (
            token(&"-".repeat(32)),
            403,
            CsrfError::TokenCharacters { place: place() },
        ),
        (
            token(&"l".repeat(32)),
            403,
            CsrfError::WrongToken { place: place() },
        ),
        (
            field("short"),
            403,
            CsrfError::TokenLength {
                place: "POST".to_owned(),
            },
        ),
    ])
    .await;
}

#[tokio::test]
async fn an_object_or_a_version_that_does_not_exist_has_its_error() {
    let model = "User".to_owned();
    all([
        (get("/raises/missing"), 404, RestError::NotFound),
        (get("/users/9"), 404, RestError::NoMatch { model }),
        (get("/users/pages?page=9"), 404, RestError::InvalidPage),
        (
            get("/users/cursors?cursor=x"),
            404,
            RestError::InvalidCursor,
        ),
    ])
    .await;
    let accept = get("/versions/accept").header("accept", "application/json; version=9");
    let host = get("/versions/host").header("host", "v9.example.com");
    all([
        (accept, 406, VersionError::AcceptHeader),
        (get("/versions/path/9"), 404, VersionError::UrlPath),
        (get("/versions/namespace"), 404, VersionError::Namespace),
        (host, 404, VersionError::Hostname),
        (
            get("/versions/query?version=9"),
            404,
            VersionError::QueryParameter,
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_request_that_cannot_be_read_or_answered_has_its_error() {
    let (method, allow) = (
        "PUT".to_owned(),
        Some("GET, POST, HEAD, OPTIONS".to_owned()),
    );
    let put = as_user("/basic", ANN).method(Method::PUT);
    let media_type = "text/csv; header=\"no\"".to_owned();
    let csv = post("/reader", "text/csv; header=\"no\"", "a,b");
    all([
        (put, 405, RestError::MethodNotAllowed { method, allow }),
        (csv, 415, RestError::UnsupportedMediaType { media_type }),
        (
            get("/users/pages").header("accept", "text/csv"),
            406,
            RestError::NotAcceptable,
        ),
        (get("/raises/server-error"), 500, RestError::ServerError),
    ])
    .await;
    let json = |reason: &str| ParseError::Json {
        reason: reason.to_owned(),
    };
    all([
        (get("/raises/malformed"), 400, ParseError::Malformed),
        (
            post("/reader", JSON, "{"),
            400,
            json("Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ),
        (
            post("/reader", JSON, b"\"\xff\""),
            400,
            json("'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"),
        ),
        (
            post("/reader", "application/json; charset=bz2_codec", "{}"),
            400,
            ParseError::UnsupportedCharset {
                charset: "bz2_codec".to_owned(),
            },
        ),
        (
            post("/reader", "multipart/form-data", "--b"),
            400,
            ParseError::Multipart {
                reason: "Invalid boundary in multipart: None".to_owned(),
            },
        ),
        (
            post("/uploads", "text/csv", "a,b"),
            400,
            ParseError::NoFilename,
        ),
        (
            post("/uploads", "text/csv", "a,b")
                .header("content-disposition", "attachment; filename=a.csv"),
            400,
            ParseError::NoUploadHandler,
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_throttled_client_gets_the_seconds_to_wait() {
    let throttled = |wait: Option<u64>| RestError::Throttled {
        wait: wait.map(Seconds),
        retry_after: wait,
    };
    let wait = |seconds: &str| get("/throttled").header("x-wait", seconds);
    all([
        (get("/throttled"), 429, throttled(None)),
        (wait("0.2"), 429, throttled(Some(1))),
        (wait("42"), 429, throttled(Some(42))),
    ])
    .await;

    let Some(server) = &*REST_FRAMEWORK else {
        return;
    };
    let first = get("/once-a-day").ask(server).await;
    assert_eq!(first.status, 200);
    let second = get("/once-a-day").ask(server).await;
    let Ok(RestError::Throttled {
        wait: Some(Seconds(wait)),
        retry_after,
    }) = second.decode()
    else {
        panic!("{second:?}")
    };
    assert_eq!(retry_after, Some(wait));
    assert!((86_000..=86_400).contains(&wait), "{wait}");
}

#[tokio::test]
async fn a_response_without_a_detail_is_kept_whole() {
    let Some(server) = &*REST_FRAMEWORK else {
        return;
    };
    let html = "text/html; charset=utf-8";
    for (request, status, content_type) in [
        // Validation names the fields.
        (post("/validated", JSON, r#"{"email": "none"}"#), 400, JSON),
        (get("/raises/invalid"), 400, JSON),
        (get("/raises/object"), 500, JSON),
        (get("/raises/crash"), 500, JSON),
        // Django's own pages.
        (get("/nowhere"), 404, html),
        (get("/users/9").method(Method::HEAD), 404, JSON),
    ] {
        let answer = request.ask(server).await;
        answer.is_kept_whole::<RestError>(status, content_type);
        answer.is_kept_whole::<ApiError>(status, content_type);
    }
}

/// Two errors of the framework in German.
#[derive(Debug, PartialEq, KateError)]
enum GermanError {
    #[status(401, accept(403))]
    #[detail("Anmeldedaten fehlen.")]
    NotAuthenticated,
    #[status(405)]
    #[detail("Methode \"{method}\" nicht erlaubt.")]
    MethodNotAllowed { method: String },
}

#[tokio::test]
async fn details_in_another_language_need_another_type() {
    let Some(server) = &*REST_FRAMEWORK else {
        return;
    };
    let german = |request: Request| request.header("accept-language", "de").ask(server);

    let answer = german(get("/basic")).await;
    assert_eq!(answer.headers["content-language"], "de");
    let error = answer.decode::<RestError>().unwrap_err();
    assert_eq!(error.kind(), UndecodedKind::NoMatch);
    assert_eq!(error.detail(), Some("Anmeldedaten fehlen."));
    assert_eq!(error.body(), &answer.body);
    answer.is(&GermanError::NotAuthenticated);

    let answer = german(get("/users/pages").method(Method::PUT)).await;
    let method = "PUT".to_owned();
    answer.is(&GermanError::MethodNotAllowed { method });
}
