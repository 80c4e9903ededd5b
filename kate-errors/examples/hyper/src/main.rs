//! Errors of a tower service on hyper: `cargo run -p hyper-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! It needs no feature of kate-errors, because `From` converts an error into an `http::Response`. Artifact 0 exists, and artifact 1 is
//! damaged. Hyper has no routes, so `/artifacts/x` and `/nowhere` are an error of this example.

use std::{env, io};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use kate_errors::{ErrorSpec, KateError};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tower::ServiceBuilder;

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
enum ArtifactError {
    /// No artifact has this id
    #[status(404)]
    #[detail("Artifact {id} not found")]
    #[fix("List your artifacts for their ids")]
    NotFound { id: usize },

    /// The stored artifact is damaged
    #[status(500)]
    #[detail("Artifact cannot be read")]
    #[fix("Upload the artifact again")]
    Unreadable(#[from] serde_json::Error),

    /// No endpoint has this path
    #[status(404)]
    #[detail("Not Found")]
    #[fix("Look the path up in the list of endpoints")]
    NoEndpoint,
}

#[derive(Deserialize, Serialize)]
struct Artifact {
    title: String,
    tokens: u64,
}

/// The second has no tokens.
const STORED: [&str; 2] = [r#"{"title":"Atlas","tokens":500}"#, r#"{"title":"Primer"}"#];

type Answer = Response<Full<Bytes>>;

async fn show(request: Request<Incoming>) -> Result<Answer, ArtifactError> {
    let id = request.uri().path().strip_prefix("/artifacts/");
    let id = id.and_then(|id| id.parse().ok());
    let id = id.ok_or(ArtifactError::NoEndpoint)?;
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    let artifact: Artifact = serde_json::from_str(stored)?;

    let mut answer = Answer::new(serde_json::to_vec(&artifact)?.into());
    let json = HeaderValue::from_static("application/json");
    answer.headers_mut().insert(CONTENT_TYPE, json);
    Ok(answer)
}

/// The extensions of the response have the error's entry of the catalog.
fn count(answer: Answer) -> Answer {
    if let Some(error) = answer.extensions().get::<&'static ErrorSpec>() {
        eprintln!("sent: {}", error.name());
    }
    answer
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let service = ServiceBuilder::new()
        .map_response(count)
        // An error becomes a response too. Its body may be any that is made from `Bytes`.
        .map_result(|result: Result<_, ArtifactError>| {
            result.or_else(|error| Ok::<_, ArtifactError>(Answer::from(error)))
        })
        .service_fn(show);
    let service = TowerToHyperService::new(service);

    let address = env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        let stream = TokioIo::new(stream);
        let connection = http1::Builder::new().serve_connection(stream, service.clone());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                eprintln!("{error}");
            }
        });
    }
}
