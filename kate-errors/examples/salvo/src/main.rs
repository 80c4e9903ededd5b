//! Errors of salvo handlers: `cargo run -p salvo-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of salvo itself, in the same shape.

use std::env;
use std::error::Error;

use kate_errors::KateError;
use salvo::conn::Acceptor;
use salvo::extract::PathParam;
use salvo::prelude::{Json, Listener, Router, Server, Service, TcpListener, Writer, handler};
use serde::{Deserialize, Serialize};

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(salvo)]
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

#[handler]
async fn show(id: PathParam<usize>) -> Result<Json<Artifact>, ArtifactError> {
    let id = id.into_inner();
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    Ok(Json(serde_json::from_str(stored)?))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let app = Service::new(Router::with_path("artifacts/{id}").get(show))
        // Errors of salvo itself get the same shape.
        .catcher(kate_errors::salvo::catcher::<ArtifactError>());

    let address = env::args().nth(1);
    let address = address.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let acceptor = TcpListener::new(address).try_bind().await?;
    for holding in acceptor.holdings() {
        println!("{holding}");
    }
    Server::new(acceptor).try_serve(app).await?;
    Ok(())
}
