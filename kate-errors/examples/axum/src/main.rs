//! Errors of axum handlers: `cargo run -p axum-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of axum itself, in the same shape.

use std::{env, io};

use axum::extract::Path;
use axum::middleware::map_response;
use axum::routing::get;
use axum::{Json, Router};
use kate_errors::KateError;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(axum)]
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
}

#[derive(Deserialize, Serialize)]
struct Artifact {
    title: String,
    tokens: u64,
}

/// The second has no tokens.
const STORED: [&str; 2] = [r#"{"title":"Atlas","tokens":500}"#, r#"{"title":"Primer"}"#];

async fn show(Path(id): Path<usize>) -> Result<Json<Artifact>, ArtifactError> {
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    Ok(Json(serde_json::from_str(stored)?))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let app = Router::new()
        .route("/artifacts/{id}", get(show))
        // This comes last, so that errors of other routes and of axum itself get the same shape.
        .layer(map_response(kate_errors::axum::detail::<ArtifactError>));

    let address = env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app).await
}
