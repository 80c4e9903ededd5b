//! Errors of poem handlers: `cargo run -p poem-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of poem itself, in the same shape.

use std::{env, io};

use kate_errors::KateError;
use poem::listener::TcpAcceptor;
use poem::web::{Json, Path};
use poem::{EndpointExt, Route, Server, get, handler};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(poem)]
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
#[expect(clippy::unused_async, reason = "yours awaits its database")]
async fn show(Path(id): Path<usize>) -> Result<Json<Artifact>, ArtifactError> {
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    Ok(Json(serde_json::from_str(stored)?))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let app = Route::new()
        .at("/artifacts/:id", get(show))
        // Errors of poem itself get the same shape.
        .after(kate_errors::poem::detail::<ArtifactError>);

    let address = env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    let acceptor = TcpAcceptor::from_tokio(listener)?;
    Server::new_with_acceptor(acceptor).run(app).await
}
