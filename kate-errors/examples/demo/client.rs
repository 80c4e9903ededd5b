//! A client that calls the server wrongly in every way, and knows what it should hear.

use std::error::Error;
use std::fmt::Debug;

use kate_errors::api::{
    ArtifactError, AuthError, MAX_UPLOAD_BYTES, QueryError, RateLimitError, RunError,
    SubscriptionError, ToolError,
};
use kate_errors::{Decode, ErrorSpec, KateError};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder};

/// What was heard, and whether it is what the server said.
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

/// Calls to be tried by hand.
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
    let old = show().bearer_auth("eyJhbGciOiJIUzI1NiJ9.e30.old");
    let mut answers = vec![
        hear(show(), AuthError::MissingAuthorization).await?,
        hear(
            show().header("x-api-key", "nobody"),
            AuthError::InvalidApiKey,
        )
        .await?,
        hear(old, AuthError::TokenExpired).await?,
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
    answers.push(hear(show().header("x-api-key", "eager"), limit).await?);
    Ok(answers)
}

async fn artifacts(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let file = vec![0; usize::try_from(MAX_UPLOAD_BYTES)? + 1];
    let upload = kate.call(Method::PUT, "/artifacts/atlas/file").body(file);
    Ok(vec![
        hear(
            kate.call(Method::GET, "/artifacts/missing"),
            ArtifactError::NotFound,
        )
        .await?,
        hear(
            kate.post("/artifacts/atlas/extract"),
            ArtifactError::AlreadyHasDraft,
        )
        .await?,
        hear(
            kate.post("/artifacts/atlas/publish"),
            ArtifactError::CoverNotGenerated,
        )
        .await?,
        hear(upload, ArtifactError::FileTooLarge).await?,
    ])
}

async fn tokens(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let unlisted = hear(
        kate.post("/artifacts/notes/subscribe"),
        SubscriptionError::ArtifactNotListed,
    )
    .await?;
    let dear = SubscriptionError::InsufficientTokenBalance {
        required: Some(500),
        available: Some(120),
    };
    let dear = hear(kate.post("/artifacts/atlas/subscribe"), dear).await?;
    let stranger = hear(
        kate.post("/artifacts/primer/query"),
        QueryError::NoActiveSubscription,
    )
    .await?;
    kate.post("/artifacts/primer/subscribe")
        .send()
        .await?
        .error_for_status()?;
    let twice = hear(
        kate.post("/artifacts/primer/subscribe"),
        SubscriptionError::AlreadySubscribed,
    )
    .await?;
    let poor = QueryError::InsufficientTokenBalance {
        required: Some(110),
        available: Some(100),
    };
    let poor = hear(kate.post("/artifacts/primer/query"), poor).await?;
    Ok(vec![unlisted, dear, stranger, twice, poor])
}

async fn runs_and_tools(kate: &Kate<'_>) -> Result<Vec<Answer>, Box<dyn Error>> {
    let balance = ToolError::InsufficientTokenBalance {
        required: None,
        available: None,
    };
    Ok(vec![
        hear(kate.post("/runs/completed/spans"), RunError::NotRunning).await?,
        hear(kate.post("/runs/missing/spans"), RunError::NotFound).await?,
        hear(kate.post("/tools/mail/run"), ToolError::CredentialsRequired).await?,
        hear(kate.post("/tools/paint/run"), balance).await?,
        hear(kate.post("/tools/divide/run"), ToolError::ExecutionFailed).await?,
        hear(kate.post("/tools/loop/run"), ToolError::TimedOut).await?,
        hear(kate.post("/tools/draft/run"), ToolError::NotValidated).await?,
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

/// Sends a request and decodes what comes back, with the type of the endpoint's errors.
async fn hear<E>(request: RequestBuilder, expected: E) -> Result<Answer, Box<dyn Error>>
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
        headers: text(&own),
        body: String::from_utf8_lossy(&body).into_owned(),
        value,
        cause: cause.to_owned(),
        fix: fix.to_owned(),
        equal,
    })
}

fn text(headers: &HeaderMap) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    lines.collect::<Vec<_>>().join(", ")
}
