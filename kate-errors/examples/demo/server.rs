//! A small server of the Kate API, in which every error has a real reason.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::middleware::map_response;
use axum::routing::{get, post, put};
use kate_errors::api::{
    ApiError, ArtifactError, AuthError, MAX_TOOL_RUN, MAX_UPLOAD_BYTES, QueryError, RateLimitError,
    RunError, SubscriptionError, ToolError,
};
use tokio::time::{sleep, timeout};

/// What an endpoint returns. `?` converts the errors of each group into an `ApiError`.
type Answer = Result<String, ApiError>;

const WINDOW: Duration = Duration::from_secs(60);
const CALLS_IN_A_WINDOW: u32 = 100;
/// A demo does not wait for the API's thirty seconds.
const TOOL_RUN: Duration = Duration::from_millis(MAX_TOOL_RUN.as_secs() * 10);

struct Artifact {
    price: u64,
    listed: bool,
    draft: bool,
    cover: bool,
}

struct Kate {
    artifacts: HashMap<&'static str, Artifact>,
    /// Pairs of a key and the id of an artifact.
    subscriptions: Mutex<Vec<(String, String)>>,
    /// For each key, the start of its window and the calls in it.
    calls: Mutex<HashMap<String, (Instant, u32)>>,
}

pub(crate) fn router() -> Router {
    let artifact = |price, listed, draft, cover| Artifact {
        price,
        listed,
        draft,
        cover,
    };
    let kate = Kate {
        artifacts: HashMap::from([
            ("atlas", artifact(500, true, true, false)),
            ("primer", artifact(20, true, false, true)),
            ("notes", artifact(0, false, false, false)),
        ]),
        subscriptions: Mutex::default(),
        calls: Mutex::default(),
    };
    Router::new()
        .route("/artifacts/{id}", get(show))
        .route("/artifacts/{id}/extract", post(extract))
        .route("/artifacts/{id}/publish", post(publish))
        .route("/artifacts/{id}/file", put(upload))
        .route("/artifacts/{id}/subscribe", post(subscribe))
        .route("/artifacts/{id}/query", post(query))
        .route("/runs/{id}/spans", post(spans))
        .route("/tools/{name}/run", post(run))
        .with_state(Arc::new(kate))
        .layer(map_response(kate_errors::axum::detail::<ApiError>))
}

type Shared = State<Arc<Kate>>;

async fn show(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    kate.caller(&headers)?;
    let artifact = kate.artifact(&id)?;
    Ok(format!("{id} costs {} tokens\n", artifact.price))
}

async fn extract(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    kate.caller(&headers)?;
    if kate.artifact(&id)?.draft {
        return Err(ArtifactError::AlreadyHasDraft.into());
    }
    Ok(format!("extracting {id}\n"))
}

async fn publish(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    kate.caller(&headers)?;
    if !kate.artifact(&id)?.cover {
        return Err(ArtifactError::CoverNotGenerated.into());
    }
    Ok(format!("{id} is published\n"))
}

async fn upload(
    State(kate): Shared,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    kate.caller(&headers)?;
    kate.artifact(&id)?;
    let limit = usize::try_from(MAX_UPLOAD_BYTES).unwrap_or(usize::MAX);
    let file = to_bytes(body, limit)
        .await
        .map_err(|_| ArtifactError::FileTooLarge)?;
    Ok(format!("{} bytes of {id} are here\n", file.len()))
}

async fn subscribe(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let caller = kate.caller(&headers)?;
    let artifact = kate.artifact(&id)?;
    if !artifact.listed {
        return Err(SubscriptionError::ArtifactNotListed.into());
    }
    if kate.subscribes(&caller.key, &id) {
        return Err(SubscriptionError::AlreadySubscribed.into());
    }
    if caller.tokens < artifact.price {
        let (required, available) = (Some(artifact.price), Some(caller.tokens));
        return Err(SubscriptionError::InsufficientTokenBalance {
            required,
            available,
        }
        .into());
    }
    let mut subscriptions = kate
        .subscriptions
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    subscriptions.push((caller.key, id.clone()));
    Ok(format!("subscribed to {id}\n"))
}

async fn query(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    const PRICE: u64 = 110;
    let caller = kate.caller(&headers)?;
    kate.artifact(&id)?;
    if !kate.subscribes(&caller.key, &id) {
        return Err(QueryError::NoActiveSubscription.into());
    }
    // The subscription has been paid for.
    let available = caller.tokens.saturating_sub(kate.artifact(&id)?.price);
    if available < PRICE {
        return Err(QueryError::InsufficientTokenBalance {
            required: Some(PRICE),
            available: Some(available),
        }
        .into());
    }
    Ok(format!("{id} says 42\n"))
}

async fn spans(State(kate): Shared, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    kate.caller(&headers)?;
    match id.as_str() {
        "running" => Ok("the spans are recorded\n".to_owned()),
        "completed" => Err(RunError::NotRunning.into()),
        _ => Err(RunError::NotFound.into()),
    }
}

async fn run(State(kate): Shared, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let caller = kate.caller(&headers)?;
    let tool = async {
        match name.as_str() {
            "echo" => Ok("echo\n".to_owned()),
            "divide" => divide(1, 0),
            "mail" => Err(ToolError::CredentialsRequired),
            "draft" => Err(ToolError::NotValidated),
            // This tool is expensive, and its error does not tell the amounts.
            "paint" if caller.tokens < 1000 => Err(ToolError::InsufficientTokenBalance {
                required: None,
                available: None,
            }),
            _ => {
                sleep(Duration::from_secs(3600)).await;
                Ok(String::new())
            }
        }
    };
    Ok(timeout(TOOL_RUN, tool)
        .await
        .map_err(|_| ToolError::TimedOut)??)
}

fn divide(a: u32, b: u32) -> Result<String, ToolError> {
    a.checked_div(b)
        .map(|n| n.to_string())
        .ok_or(ToolError::ExecutionFailed)
}

struct Caller {
    key: String,
    tokens: u64,
}

impl Kate {
    fn caller(&self, headers: &HeaderMap) -> Result<Caller, ApiError> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let key = match (text("x-api-key"), text("authorization")) {
            (Some(key), _) => key,
            (None, Some(_)) => return Err(AuthError::TokenExpired.into()),
            (None, None) => return Err(AuthError::MissingAuthorization.into()),
        };
        let tokens = match key {
            "alice" => 120,
            "eager" => 0,
            _ => return Err(AuthError::InvalidApiKey.into()),
        };
        self.count(key)?;
        Ok(Caller {
            key: key.to_owned(),
            tokens,
        })
    }

    /// Counts a call. After a call too many, a new window starts.
    fn count(&self, key: &str) -> Result<(), RateLimitError> {
        let limit = if key == "eager" { 2 } else { CALLS_IN_A_WINDOW };
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        let (start, count) = calls.entry(key.to_owned()).or_insert((Instant::now(), 0));
        if start.elapsed() >= WINDOW {
            (*start, *count) = (Instant::now(), 0);
        }
        *count += 1;
        if *count > limit {
            *start = Instant::now();
            return Err(RateLimitError::Exceeded {
                retry_after: Some(WINDOW.as_secs()),
            });
        }
        Ok(())
    }

    fn artifact(&self, id: &str) -> Result<&Artifact, ArtifactError> {
        self.artifacts.get(id).ok_or(ArtifactError::NotFound)
    }

    fn subscribes(&self, key: &str, id: &str) -> bool {
        let subscriptions = self
            .subscriptions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        subscriptions
            .iter()
            .any(|(subscriber, artifact)| subscriber == key && artifact == id)
    }
}
