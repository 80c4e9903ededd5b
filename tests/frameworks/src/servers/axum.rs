//! axum.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use kate_errors::api::ApiError;
use kate_errors::axum::{WithRejection, detail};
use kate_errors::{ErrorSpec, KateError};

use super::{LIMIT, pieces, serve};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::page;

pub(super) fn start() -> SocketAddr {
    let router = Router::new()
        .route("/items/{id}", get(show))
        .route("/items", post(create))
        .route("/typed", post(typed))
        .route("/search", get(search))
        .route("/samples/{index}", get(samples))
        .route("/catalog/{index}", get(listed))
        .route("/own/{index}", get(owned))
        .route("/refused", get(refuse))
        .route("/pages/{index}", get(pages))
        .route("/stream", get(stream))
        .layer(DefaultBodyLimit::max(LIMIT.into()))
        .layer(map_response(detail::<StoreError>))
        .layer(map_response(mark));
    serve(async |listener| axum::serve(listener, router).await)
}

async fn show(Path(id): Path<u64>) -> Result<Json<Item>, StoreError> {
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(Json(item))
}

async fn create(Json(item): Json<Item>) -> Json<Item> {
    Json(item)
}

#[derive(Debug, KateError)]
#[kate(axum)]
enum BodyError {
    #[status(422)]
    #[detail("An item is needed")]
    Unreadable(#[from] JsonRejection),
}

async fn typed(WithRejection(Json(item), _): WithRejection<Json<Item>, BodyError>) -> Json<Item> {
    Json(item)
}

async fn search(Query(item): Query<Item>) -> Json<Item> {
    Json(item)
}

async fn samples(Path(index): Path<usize>) -> Result<(), StoreError> {
    Err(sample(index))
}

async fn listed(Path(index): Path<usize>) -> Result<(), ApiError> {
    Err(catalog().swap_remove(index))
}

async fn owned(Path(index): Path<usize>) -> Response {
    own!(catalog().swap_remove(index), error => error.into_response())
}

async fn refuse() -> Result<(), Refused<String>> {
    Err(refused())
}

async fn pages(Path(index): Path<usize>) -> impl IntoResponse {
    let page = page(index);
    let status = StatusCode::from_u16(page.status).expect("a status");
    (status, AppendHeaders(page.headers), Body::from(page.body))
}

async fn stream() -> impl IntoResponse {
    (
        StatusCode::BAD_REQUEST,
        [(CONTENT_TYPE, "text/plain")],
        Body::from_stream(pieces()),
    )
}

async fn mark(mut response: Response) -> Response {
    if let Some(spec) = response.extensions().get::<&ErrorSpec>() {
        let name = HeaderValue::from_static(spec.name());
        response.headers_mut().insert("x-error", name);
    }
    response
}
