//! reqwest-middleware and reqwest-retry.

use std::net::{Ipv4Addr, TcpListener};
use std::pin::Pin;
use std::time::Duration;

use client_tests::raw;
use http::Extensions;
use kate_errors::api::ApiError;
use kate_errors::reqwest_middleware::{ClientError, ResponseExt};
use kate_errors::{RetryAfter, UndecodedKind};
use reqwest::{Request, Response};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Next};
use reqwest_retry::RetryTransientMiddleware;
use reqwest_retry::policies::ExponentialBackoff;

const UNAVAILABLE: &str =
    "HTTP/1.1 503 Service Unavailable\r\nretry-after: 9\r\ncontent-length: 4\r\n\r\nDown";

/// What a middleware returns.
type Middleware<'a> =
    Pin<Box<dyn Future<Output = reqwest_middleware::Result<Response>> + Send + 'a>>;

/// A middleware that does not look at the request.
fn middleware(
    answer: impl Fn() -> Middleware<'static>,
) -> impl for<'a> Fn(Request, &'a mut Extensions, Next<'a>) -> Middleware<'a> {
    move |_, _, _| answer()
}

fn builder() -> ClientBuilder {
    let timeout = Duration::from_millis(300);
    let client = reqwest::Client::builder().timeout(timeout).build();
    ClientBuilder::new(client.expect("a client"))
}

fn retries(count: u32) -> RetryTransientMiddleware<ExponentialBackoff> {
    let soon = Duration::from_millis(1);
    let policy = ExponentialBackoff::builder().retry_bounds(soon, soon);
    RetryTransientMiddleware::new_with_policy(policy.build_with_max_retries(count))
}

/// A middleware that drops headers and body, as some do.
fn error_for_status<'a>(
    request: Request,
    extensions: &'a mut Extensions,
    next: Next<'a>,
) -> Middleware<'a> {
    Box::pin(async move { Ok(next.run(request, extensions).await?.error_for_status()?) })
}

/// A middleware that fails.
fn no_token() -> Middleware<'static> {
    let error = anyhow::anyhow!("expired").context("no token");
    Box::pin(async move { Err(error.into()) })
}

async fn text(client: &ClientWithMiddleware, url: &str) -> Result<String, ClientError<ApiError>> {
    let response = client.get(url).send().await.error_for::<ApiError>().await?;
    Ok(response.text().await?)
}

async fn failure(client: ClientWithMiddleware, url: &str) -> ClientError<ApiError> {
    text(&client, url).await.expect_err("an error")
}

fn refused() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    format!("http://{}/", listener.local_addr().expect("an address"))
}

#[tokio::test]
async fn both_errors_of_a_call_are_converted() {
    let server = raw("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf");
    let error = failure(builder().build(), &server.url).await;
    assert!(matches!(error, ClientError::Transport(_)), "{error:?}");
    assert!(error.is_retryable(), "{error:#}");
    let error = failure(builder().build(), "no URL").await;
    assert!(!error.is_retryable() && !error.is_unsent(), "{error:#}");
}

#[tokio::test]
async fn a_response_after_retries_is_kept_whole() {
    let server = raw(UNAVAILABLE);
    let error = failure(builder().with(retries(2)).build(), &server.url).await;
    let ClientError::Undecoded(undecoded) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(undecoded.body(), "Down");
    assert_eq!(error.retry_after(), Some(RetryAfter::Seconds(9)));
    assert_eq!(server.sent(), 3);
}

#[tokio::test]
async fn the_error_of_the_last_try_is_found() {
    // The system queues connections to it, and nothing answers them.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let silent = format!("http://{}/", listener.local_addr().expect("an address"));
    let closed = raw("");
    for (url, retryable, unsent, cause) in [
        (&*refused(), true, true, "refused"),
        (&*silent, true, false, "timed out"),
        (&*closed.url, true, false, "closed"),
        ("no URL", false, false, "URL"),
    ] {
        for count in [0, 1] {
            let error = failure(builder().with(retries(count)).build(), url).await;
            assert!(matches!(error, ClientError::Transport(_)), "{error:?}");
            let found = (error.is_retryable(), error.is_unsent());
            assert_eq!(found, (retryable, unsent), "{url}: {error:#}");
            assert!(error.to_string().contains(cause), "{url}: {error}");
        }
    }
}

#[tokio::test]
async fn a_status_in_an_error_of_a_middleware_is_kept() {
    let server = raw(UNAVAILABLE);
    let plain = builder().with(error_for_status);
    let once = builder().with(retries(0)).with(error_for_status);
    let twice = builder().with(retries(1)).with(error_for_status);
    for client in [plain, once, twice] {
        let error = failure(client.build(), &server.url).await;
        let ClientError::Undecoded(undecoded) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(undecoded.kind(), UndecodedKind::Dropped);
        assert_eq!(undecoded.status(), 503);
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn an_error_of_a_middleware_is_a_transport_error() {
    for client in [builder(), builder().with(retries(1))] {
        let error = failure(
            client.with(middleware(no_token)).build(),
            "http://127.0.0.1:1/",
        )
        .await;
        assert!(matches!(error, ClientError::Transport(_)), "{error:?}");
        assert!(!error.is_retryable() && !error.is_unsent());
        assert_eq!(error.to_string(), "the call failed: expired");
        assert_eq!(format!("{error:#}"), "the call failed: no token: expired");
    }
}

#[tokio::test]
async fn an_error_of_another_call_is_not_taken_for_that_of_the_api() {
    let token = raw(UNAVAILABLE);
    for url in [token.url.clone(), refused()] {
        let get = middleware(move || {
            let url = url.clone();
            Box::pin(async move {
                let answer = reqwest::get(url).await.and_then(Response::error_for_status);
                answer.map_err(|error| anyhow::Error::from(error).context("no token").into())
            })
        });
        let error = failure(builder().with(get).build(), "http://127.0.0.1:1/").await;
        assert!(matches!(error, ClientError::Transport(_)), "{error:?}");
        assert!(!error.is_unsent(), "{error:#}");
        assert!(format!("{error:#}").starts_with("the call failed: no token: "));
    }
}
