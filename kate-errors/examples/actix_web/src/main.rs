//! Errors of actix-web handlers: `cargo run -p actix-web-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of actix-web itself, in the same shape.

use std::{env, io};

use actix_web::middleware::from_fn;
use actix_web::web::{Json, Path};
use actix_web::{App, HttpServer, get};
use kate_errors::KateError;
use serde::{Deserialize, Serialize};

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(actix_web)]
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

#[get("/artifacts/{id}")]
async fn show(id: Path<usize>) -> Result<Json<Artifact>, ArtifactError> {
    let id = id.into_inner();
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    Ok(Json(serde_json::from_str(stored)?))
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    let app = || {
        App::new()
            .service(show)
            // Errors of actix-web itself get the same shape.
            .wrap(from_fn(kate_errors::actix_web::detail::<ArtifactError>))
    };

    let address = env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let server = HttpServer::new(app).bind(address)?;
    for address in server.addrs() {
        println!("http://{address}");
    }
    server.run().await
}
