//! A command-line client of the Kate API. It prints an error with its cause and its fix.
//!
//! Serve the API with `cargo run --example demo -- --serve 127.0.0.1:8080`, then, in another terminal:
//! `cargo run --example client -- http://127.0.0.1:8080 POST /artifacts/atlas/subscribe alice`

use std::env;
use std::process::ExitCode;
use std::time::SystemTime;

use kate_errors::api::ApiError;
use kate_errors::reqwest::{ClientError, ResponseExt};
use kate_errors::{ErrorSpec, KateError, Received, Undecoded};
use reqwest::{Client, Method};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (base, method, path, key) = match arguments[..] {
        [base, method, path] => (base, method, path, None),
        [base, method, path, key] => (base, method, path, Some(key)),
        _ => {
            eprintln!("usage: client URL METHOD PATH [API-KEY]");
            return ExitCode::from(2);
        }
    };
    let Ok(method) = method.parse() else {
        eprintln!("{method:?} is not a method");
        return ExitCode::from(2);
    };
    match call(method, &format!("{base}{path}"), key).await {
        Ok(answer) => {
            print!("{answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            explain(&error);
            ExitCode::FAILURE
        }
    }
}

async fn call(
    method: Method,
    url: &str,
    key: Option<&str>,
) -> Result<String, ClientError<ApiError>> {
    let mut request = Client::new().request(method, url);
    if let Some(key) = key {
        request = request.header("x-api-key", key);
    }
    let response = request.send().await.error_for::<ApiError>().await?;
    Ok(response.text().await?)
}

fn explain(error: &ClientError<ApiError>) {
    match error {
        ClientError::Api(error, received) => {
            explain_documented(error);
            explain_request(received);
        }
        ClientError::Undecoded(undecoded) => explain_undecoded(undecoded),
        error => eprintln!("error: {error:#}"),
    }
    if let Some(after) = error.retry_after() {
        let delay = after.delay(SystemTime::now());
        eprintln!("  try again in {} s", delay.as_secs());
    } else if error.is_unsent() {
        eprintln!("  nothing was sent: try again");
    } else if error.is_retryable() {
        eprintln!("  it may work later: try again if doing it twice does no harm");
    }
}

fn explain_documented(error: &ApiError) {
    eprintln!("error: {error} ({})", error.status().as_u16());
    let cause = error.spec().map(ErrorSpec::cause);
    if let Some(cause) = cause.filter(|cause| !cause.is_empty()) {
        eprintln!("  cause: {cause}");
    }
    if let Some(fix) = error.fix() {
        eprintln!("  fix: {fix}");
    }
}

fn explain_request(received: &Received) {
    if let Some(id) = received.headers().get("x-request-id") {
        eprintln!("  request: {id:?}");
    }
}

fn explain_undecoded(undecoded: &Undecoded) {
    // Its message quotes the beginning of the body.
    eprintln!("error: {undecoded:#}");
}
