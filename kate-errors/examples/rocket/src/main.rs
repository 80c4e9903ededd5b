//! Errors of Rocket handlers: `cargo run -p rocket-example`, then `curl -i http://127.0.0.1:8080/artifacts/7`.
//!
//! Artifact 0 exists, and artifact 1 is damaged. `/artifacts/x` and `/nowhere` are errors of Rocket itself, in the same shape.

use std::env;
use std::error::Error;
use std::net::SocketAddr;

use kate_errors::KateError;
use rocket::serde::json::Json;
use rocket::{Config, get, routes};
use serde::{Deserialize, Serialize};

/// Errors of the artifact endpoints.
#[derive(Debug, KateError)]
#[kate(rocket)]
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

#[get("/artifacts/<id>")]
#[expect(clippy::unused_async, reason = "yours awaits its database")]
async fn show(id: usize) -> Result<Json<Artifact>, ArtifactError> {
    let stored = STORED.get(id).ok_or(ArtifactError::NotFound { id })?;
    Ok(Json(serde_json::from_str(stored)?))
}

#[rocket::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1);
    let address: SocketAddr = address.as_deref().unwrap_or("127.0.0.1:8080").parse()?;
    let config = Config::figment()
        .merge(("address", address.ip()))
        .merge(("port", address.port()));

    // Rocket prints its address itself.
    rocket::custom(config)
        .mount("/", routes![show])
        // Errors of Rocket itself get the same shape.
        .register("/", kate_errors::rocket::catchers::<ArtifactError>())
        .launch()
        .await?;
    Ok(())
}
