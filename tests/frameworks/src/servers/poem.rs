//! poem.

use std::net::SocketAddr;

use kate_errors::ErrorSpec;
use kate_errors::api::ApiError;
use kate_errors::poem::detail;
use poem::http::{HeaderValue, StatusCode};
use poem::listener::TcpAcceptor;
use poem::middleware::SizeLimit;
use poem::web::{Json, Path, Query};
use poem::{Body, EndpointExt, Error, Response, Route, Server, get, handler, post};

use super::{LIMIT, pieces, serve};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::page;

pub(super) fn start() -> SocketAddr {
    let route = Route::new()
        .at("/items/:id", get(show))
        .at("/items", post(create.with(SizeLimit::new(LIMIT.into()))))
        .at("/search", get(search))
        .at("/samples/:index", get(samples))
        .at("/catalog/:index", get(listed))
        .at("/own/:index", get(owned))
        .at("/refused", get(refuse))
        .at("/pages/:index", get(pages))
        .at("/stream", get(stream))
        .after(detail::<StoreError>)
        .after(async |response| response.map(mark));
    serve(async |listener| {
        let acceptor = TcpAcceptor::from_tokio(listener).expect("a socket");
        Server::new_with_acceptor(acceptor).run(route).await
    })
}

#[handler]
async fn show(Path(id): Path<u64>) -> Result<Json<Item>, StoreError> {
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(Json(item))
}

#[handler]
async fn create(item: Json<Item>) -> Json<Item> {
    item
}

#[handler]
async fn search(Query(item): Query<Item>) -> Json<Item> {
    Json(item)
}

#[handler]
async fn samples(Path(index): Path<usize>) -> Result<(), StoreError> {
    Err(sample(index))
}

#[handler]
async fn listed(Path(index): Path<usize>) -> Result<(), ApiError> {
    Err(catalog().swap_remove(index))
}

#[handler]
async fn owned(Path(index): Path<usize>) -> Result<(), Error> {
    own!(catalog().swap_remove(index), error => Err(error.into()))
}

#[handler]
async fn refuse() -> Result<(), Refused<String>> {
    Err(refused())
}

#[handler]
async fn pages(Path(index): Path<usize>) -> Result<Response, Error> {
    let page = page(index);
    let status = StatusCode::from_u16(page.status).expect("a status");
    let mut response = Response::builder().status(status);
    for (name, value) in page.headers {
        response = response.header(name, value);
    }
    let response = response.body(page.body);
    if status.is_success() {
        Ok(response)
    } else {
        Err(Error::from_response(response))
    }
}

#[handler]
async fn stream() -> Result<(), Error> {
    let response = Response::builder()
        .status(StatusCode::BAD_REQUEST)
        .content_type("text/plain")
        .body(Body::from_bytes_stream(pieces()));
    Err(Error::from_response(response))
}

fn mark(mut response: Response) -> Response {
    if let Some(spec) = response.data::<&ErrorSpec>() {
        let name = HeaderValue::from_static(spec.name());
        response.headers_mut().insert("x-error", name);
    }
    response
}
