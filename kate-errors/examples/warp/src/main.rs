//! Errors of warp handlers: `cargo run -p warp-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of warp itself, in the same shape.

use std::{env, io};

use kate_errors::KateError;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use warp::Filter;
use warp::reply::{Json, json};

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(warp)]
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

async fn show(id: usize) -> Result<Json, ArtifactError> {
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    let artifact: Artifact = serde_json::from_str(stored)?;
    Ok(json(&artifact))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let app = warp::path!("artifacts" / usize)
        .and(warp::get())
        .then(show)
        // Errors of warp itself get the same shape.
        .recover(kate_errors::warp::recover::<ArtifactError>);

    let address = env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    warp::serve(app).incoming(listener).run().await;
    Ok(())
}
