//! The clients.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use kate_errors::api::ApiError;

use crate::Call;

/// A client.
pub struct Caller {
    /// Its name.
    pub name: &'static str,
    call: fn(&str, usize) -> Call,
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Caller {
    /// Gets a URL.
    #[must_use]
    pub fn get(&self, url: &str) -> Call {
        (self.call)(url, 64 * 1024)
    }

    /// Gets a URL, with another limit.
    #[must_use]
    pub fn get_within(&self, url: &str, limit: usize) -> Call {
        (self.call)(url, limit)
    }
}

/// All clients.
#[must_use]
pub fn all() -> [Caller; 4] {
    [
        Caller {
            name: "reqwest",
            call: reqwest,
        },
        Caller {
            name: "reqwest::blocking",
            call: blocking,
        },
        Caller {
            name: "ureq",
            call: ureq,
        },
        Caller {
            name: "hyper",
            call: hyper,
        },
    ]
}

/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_millis(1500);

fn on_a_runtime(call: impl Future<Output = Call>) -> Call {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(call)
}

fn reqwest(url: &str, limit: usize) -> Call {
    use kate_errors::reqwest::ResponseExt;

    on_a_runtime(async {
        let client = reqwest::Client::builder()
            .read_timeout(PATIENCE)
            .build()
            .expect("a client");
        let answer = client.get(url).send().await;
        match answer.error_for_within::<ApiError>(limit).await {
            Ok(response) => Call::success(
                response.status(),
                response.text().await.expect("a UTF-8 body"),
            ),
            Err(error) => Call::failure(error),
        }
    })
}

fn blocking(url: &str, limit: usize) -> Call {
    use kate_errors::reqwest::BlockingResponseExt;

    let client = reqwest::blocking::Client::builder()
        .timeout(PATIENCE)
        .build()
        .expect("a client");
    match client.get(url).send().error_for_within::<ApiError>(limit) {
        Ok(response) => Call::success(response.status(), response.text().expect("a UTF-8 body")),
        Err(error) => Call::failure(error),
    }
}

fn ureq(url: &str, limit: usize) -> Call {
    use kate_errors::ureq::ResponseExt;

    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .build();
    let agent = ureq::Agent::new_with_config(config);
    match agent.get(url).call().error_for_within::<ApiError>(limit) {
        Ok(mut response) => {
            let body = response.body_mut().read_to_string().expect("a UTF-8 body");
            Call::success(response.status(), body)
        }
        Err(error) => Call::failure(error),
    }
}

fn hyper(url: &str, limit: usize) -> Call {
    use kate_errors::client::ResponseExt;

    on_a_runtime(async {
        let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
        let response = client.get(url.parse().expect("a URL"));
        let Ok(response) = tokio::time::timeout(PATIENCE, response).await else {
            let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
            return Call::failure(kate_errors::ClientError::Transport(late));
        };
        let response = match response {
            Ok(response) => response,
            Err(error) => return Call::failure(kate_errors::ClientError::Transport(error)),
        };
        match response.error_for_within::<ApiError>(limit).await {
            Ok(response) => {
                let status = response.status();
                let body = response
                    .into_body()
                    .collect()
                    .await
                    .expect("a body")
                    .to_bytes();
                Call::success(
                    status,
                    String::from_utf8(body.into()).expect("a UTF-8 body"),
                )
            }
            Err(error) => Call::failure(error),
        }
    })
}
