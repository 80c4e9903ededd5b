//! A client that causes every error of the server, and compares what it decodes with the value that it expects.

use std::error::Error;
use std::fmt::Debug;

use kate_errors::api::{
    ArtifactError, AuthError, MAX_UPLOAD_BYTES, QueryError, RateLimitError, RunError,
    SubscriptionError, ToolError,
};
use kate_errors::{Decode, ErrorSpec, KateError};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder};

/// A decoded response, and whether it is the error that was expected.
pub(crate) struct Answer {
    pub(crate) call: String,
    pub(crate) status: String,
    pub(crate) headers: String,
    pub(crate) body: String,
    pub(crate) value: String,
    pub(crate) cause: String,
    pub(crate) fix: String,
    pub(crate) equal: bool,
}

/// Calls to try by hand.
pub(crate) fn examples() -> [&'static str; 4] {
    [
        "/artifacts/atlas",
        "/artifacts/missing -H 'x-api-key: alice'",
        "/artifacts/atlas/subscribe -X POST -H 'x-api-key: alice'",
        "/tools/loop/run -X POST -H 'x-api-key: alice'",
    ]
}

pub(crate) async fn call_everything(base: &str) -> Result<Vec<Answer>, Box<dyn Error>> {
    let kate = Kate {
        base,
        client: Client::new(),
    };
    let mut answers = auth(&kate).await?;
    answers.extend(artifacts(&kate).await?);
    answers.extend(tokens(&kate).await?);
    answers.extend(runs_and_tools(&kate).await?);
    Ok(answers)
}

async fn auth(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let show = || kate.client.get(format!("{}/artifacts/atlas", kate.base));
    let expired = show().bearer_auth("eyJhbGciOiJIUzI1NiJ9.e30.old");
    let mut answers = vec![
        call_for(show(), AuthError::MissingAuthorization).await?,
        call_for(
            show().header("x-api-key", "nobody"),
            AuthError::InvalidApiKey,
        )
        .await?,
        call_for(expired, AuthError::TokenExpired).await?,
    ];
    for _ in 0..2 {
        show()
            .header("x-api-key", "eager")
            .send()
            .await?
            .error_for_status()?;
    }
    let limit = RateLimitError::Exceeded {
        retry_after: Some(60),
    };
    answers.push(call_for(show().header("x-api-key", "eager"), limit).await?);
    Ok(answers)
}

async fn artifacts(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let file = vec![0; usize::try_from(MAX_UPLOAD_BYTES)? + 1];
    let upload = kate.call(Method::PUT, "/artifacts/atlas/file").body(file);
    Ok(vec![
        call_for(
            kate.call(Method::GET, "/artifacts/missing"),
            ArtifactError::NotFound,
        )
        .await?,
        call_for(
            kate.post("/artifacts/atlas/extract"),
            ArtifactError::AlreadyHasDraft,
        )
        .await?,
        call_for(
            kate.post("/artifacts/atlas/publish"),
            ArtifactError::CoverNotGenerated,
        )
        .await?,
        call_for(upload, ArtifactError::FileTooLarge).await?,
    ])
}

async fn tokens(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let unlisted = call_for(
        kate.post("/artifacts/notes/subscribe"),
        SubscriptionError::ArtifactNotListed,
    )
    .await?;
    let too_expensive = SubscriptionError::InsufficientTokenBalance {
        required: Some(500),
        available: Some(120),
    };
    let too_expensive = call_for(kate.post("/artifacts/atlas/subscribe"), too_expensive).await?;
    let not_subscribed = call_for(
        kate.post("/artifacts/primer/query"),
        QueryError::NoActiveSubscription,
    )
    .await?;
    kate.post("/artifacts/primer/subscribe")
        .send()
        .await?
        .error_for_status()?;
    let subscribed_twice = call_for(
        kate.post("/artifacts/primer/subscribe"),
        SubscriptionError::AlreadySubscribed,
    )
    .await?;
    let no_tokens_left = QueryError::InsufficientTokenBalance {
        required: Some(110),
        available: Some(100),
    };
    let no_tokens_left = call_for(kate.post("/artifacts/primer/query"), no_tokens_left).await?;
    Ok(vec![
        unlisted,
        too_expensive,
        not_subscribed,
        subscribed_twice,
        no_tokens_left,
    ])
}

async fn runs_and_tools(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let balance = ToolError::InsufficientTokenBalance {
        required: None,
        available: None,
    };
    Ok(vec![
        call_for(kate.post("/runs/completed/spans"), RunError::NotRunning).await?,
        call_for(kate.post("/runs/missing/spans"), RunError::NotFound).await?,
        call_for(kate.post("/tools/mail/run"), ToolError::CredentialsRequired).await?,
        call_for(kate.post("/tools/paint/run"), balance).await?,
        call_for(kate.post("/tools/divide/run"), ToolError::ExecutionFailed).await?,
        call_for(kate.post("/tools/loop/run"), ToolError::TimedOut).await?,
        call_for(kate.post("/tools/draft/run"), ToolError::NotValidated).await?,
    ])
}

struct Kate<'a> {
    base: &'a str,
    client: Client,
}

impl Kate<'_> {
    fn call(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.base))
            .header("x-api-key", "alice")
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.call(Method::POST, path)
    }
}

/// Sends a request, and decodes the response with the type of the endpoint's errors.
async fn call_for<E>(request: RequestBuilder, expected: E) -> Result<Answer, Box<dyn Error>>
where
    E: Decode + KateError + PartialEq + Debug,
{
    let (client, request) = request.build_split();
    let request = request?;
    let call = format!("{} {}", request.method(), request.url().path());
    let response = client.execute(request).await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.bytes().await?;

    let decoded = E::decode(status, &headers, &body);
    let equal = decoded.as_ref().is_ok_and(|error| *error == expected);
    let own = decoded.as_ref().map(KateError::headers).unwrap_or_default();
    let (value, cause, fix) = match &decoded {
        Ok(error) => {
            let spec = error.spec();
            let group = spec.map(ErrorSpec::group).unwrap_or_default();
            let cause = spec.map(ErrorSpec::cause).unwrap_or_default();
            (
                format!("{group}::{error:?}"),
                cause,
                error.fix().unwrap_or_default(),
            )
        }
        Err(undecoded) => (undecoded.to_string(), "", ""),
    };
    Ok(Answer {
        call,
        status: status.to_string(),
        headers: header_lines(&own),
        body: String::from_utf8_lossy(&body).into_owned(),
        value,
        cause: cause.to_owned(),
        fix: fix.to_owned(),
        equal,
    })
}

fn header_lines(headers: &HeaderMap) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    lines.collect::<Vec<_>>().join(", ")
}
