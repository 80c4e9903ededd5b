//! The clients.

use std::error::Error;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use http_body_util::{BodyExt as _, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use kate_errors::api::ApiError;

use crate::patient::Patient;
use crate::{Call, chain};

/// A client.
#[derive(Clone)]
pub struct Caller {
    /// Its name.
    pub name: &'static str,
    /// Whether it undoes gzip.
    pub gunzips: bool,
    call: fn(&Ask<'_>) -> Call,
}

/// What a client is asked.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The URL.
    pub url: &'a str,
    /// The method.
    pub method: Method,
    /// The limit on the length of an error's body.
    pub limit: usize,
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
        self.get_within(url, 64 * 1024)
    }

    /// Gets a URL, with another limit.
    #[must_use]
    pub fn get_within(&self, url: &str, limit: usize) -> Call {
        self.ask(&Ask {
            url,
            method: Method::GET,
            limit,
        })
    }

    /// Sends a request.
    #[must_use]
    pub fn ask(&self, ask: &Ask<'_>) -> Call {
        (self.call)(ask)
    }
}

/// All clients.
#[must_use]
pub fn all() -> [Caller; 5] {
    [
        Caller {
            name: "reqwest",
            gunzips: true,
            call: reqwest,
        },
        Caller {
            name: "reqwest::blocking",
            gunzips: true,
            call: blocking,
        },
        Caller {
            name: "reqwest-middleware",
            gunzips: true,
            call: middleware,
        },
        Caller {
            name: "ureq",
            gunzips: true,
            call: ureq,
        },
        Caller {
            name: "hyper",
            gunzips: false,
            call: hyper,
        },
    ]
}

/// How long a client waits for an answer, or for the rest of it.
pub const PATIENCE: Duration = Duration::from_millis(1500);

fn on_a_runtime(call: impl Future<Output = Call>) -> Call {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(call)
}

/// A body of a success, or why it cannot be read.
fn read<E: Error + 'static>(body: Result<String, E>) -> Result<String, String> {
    body.map_err(|error| chain(&error).join(": "))
}

fn client() -> reqwest::Client {
    let client = reqwest::Client::builder().read_timeout(PATIENCE).build();
    client.expect("a client")
}

fn reqwest(ask: &Ask<'_>) -> Call {
    use kate_errors::reqwest::ResponseExt;

    on_a_runtime(async {
        let answer = client().request(ask.method.clone(), ask.url).send().await;
        match answer.error_for_within::<ApiError>(ask.limit).await {
            Ok(response) => Call::success(response.status(), read(response.text().await)),
            Err(error) => Call::failure(error),
        }
    })
}

fn middleware(ask: &Ask<'_>) -> Call {
    use kate_errors::reqwest_middleware::ResponseExt;

    on_a_runtime(async {
        let client = reqwest_middleware::ClientWithMiddleware::from(client());
        let answer = client.request(ask.method.clone(), ask.url).send().await;
        match answer.error_for_within::<ApiError>(ask.limit).await {
            Ok(response) => Call::success(response.status(), read(response.text().await)),
            Err(error) => Call::failure(error),
        }
    })
}

fn blocking(ask: &Ask<'_>) -> Call {
    use kate_errors::reqwest::BlockingResponseExt;

    let client = reqwest::blocking::Client::builder()
        .timeout(PATIENCE)
        .build()
        .expect("a client");
    let answer = client.request(ask.method.clone(), ask.url).send();
    match answer.error_for_within::<ApiError>(ask.limit) {
        Ok(response) => Call::success(response.status(), read(response.text())),
        Err(error) => Call::failure(error),
    }
}

fn ureq(ask: &Ask<'_>) -> Call {
    use kate_errors::ureq::ResponseExt;

    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .build();
    let agent = ureq::Agent::new_with_config(config);
    let request = http::Request::builder()
        .method(&ask.method)
        .uri(ask.url)
        .body(());
    let answer = agent.run(request.expect("a request"));
    match answer.error_for_within::<ApiError>(ask.limit) {
        Ok(mut response) => {
            let body = response.body_mut().read_to_string();
            Call::success(response.status(), read(body))
        }
        Err(error) => Call::failure(error),
    }
}

fn hyper(ask: &Ask<'_>) -> Call {
    use kate_errors::client::ResponseExt;

    on_a_runtime(async {
        let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
        let request = http::Request::builder()
            .method(&ask.method)
            .uri(ask.url)
            .body(Empty::new());
        let answer = client.request(request.expect("a request"));
        let answer = match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.map_err(io::Error::other),
            Err(late) => Err(late.into()),
        };
        let answer = answer.map(|response| response.map(Patient::new));
        match answer.error_for_within::<ApiError>(ask.limit).await {
            Ok(response) => {
                let status = response.status();
                let body = response
                    .into_body()
                    .collect()
                    .await
                    .map(|body| String::from_utf8_lossy(&body.to_bytes()).into_owned());
                Call::success(status, read(body))
            }
            Err(error) => Call::failure(error),
        }
    })
}
