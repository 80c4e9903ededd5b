//! axum, with middleware of tower-http.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use kate_errors::axum::{WithRejection, detail, detail_verbatim};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::{Broken, ENCODED, GateError, TEXT, long, status};
use crate::errors::Item;
use crate::servers::{LIMIT, pieces, serve};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    let router = Router::new()
        .route("/own", get(async || GateError::Unknown))
        .route("/text/{status}", get(text))
        .route("/encoded/{status}", get(encoded))
        .route(
            "/html",
            get((StatusCode::INTERNAL_SERVER_ERROR, Html("<h1>Broken</h1>"))),
        )
        .route(
            "/long",
            get((
                StatusCode::INTERNAL_SERVER_ERROR,
                [(CONTENT_TYPE, "text/plain")],
                long(),
            )),
        )
        .route("/stream", get(stream))
        .route("/broken", get(async || Json(Broken)))
        .route("/panic", get(panics))
        .route("/items", post(create))
        .route("/others", post(other))
        // Routes that other servers do not have.
        .route("/extension", get(async |_: Extension<Infallible>| ()))
        .route("/slow", get(slow));
    let compressed = Router::new()
        .route("/inside/{status}", get(text))
        .layer(CompressionLayer::new());
    let router = router
        .merge(compressed)
        .layer(DefaultBodyLimit::max(LIMIT.into()))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_secs(2),
        ));
    let outside = Router::new().route("/outside/{status}", get(text));
    let router = if is_verbatim {
        let outside = outside.layer(map_response(detail_verbatim::<GateError>));
        router
            .layer(map_response(detail_verbatim::<GateError>))
            .merge(outside.layer(CompressionLayer::new()))
    } else {
        let outside = outside.layer(map_response(detail::<GateError>));
        router
            .layer(map_response(detail::<GateError>))
            .merge(outside.layer(CompressionLayer::new()))
    };
    serve(async |listener| axum::serve(listener, router).await)
}

async fn text(Path(code): Path<u16>) -> impl IntoResponse {
    (status(code), TEXT)
}

async fn encoded(Path(code): Path<u16>) -> impl IntoResponse {
    (status(code), [ENCODED], TEXT)
}

async fn stream() -> impl IntoResponse {
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(CONTENT_TYPE, "text/plain")],
        Body::from_stream(pieces()),
    )
}

async fn panics() {
    panic!("hunter2");
}

async fn slow() {
    std::future::pending::<()>().await;
}

async fn create(Json(item): Json<Item>) -> Json<Item> {
    Json(item)
}

impl From<JsonRejection> for GateError {
    fn from(rejection: JsonRejection) -> Self {
        Self::Other {
            status: rejection.status(),
            detail: rejection.body_text(),
        }
    }
}

async fn other(WithRejection(Json(item), _): WithRejection<Json<Item>, GateError>) -> Json<Item> {
    Json(item)
}
