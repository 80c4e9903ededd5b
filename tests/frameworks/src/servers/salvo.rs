//! salvo. Its `get` does not answer HEAD.

use std::net::SocketAddr;

use kate_errors::ErrorSpec;
use kate_errors::api::ApiError;
use kate_errors::salvo::catcher;
use salvo::conn::tcp::TcpAcceptor;
use salvo::extract::{JsonBody, PathParam, QueryParam};
use salvo::http::request::SecureMaxSize;
use salvo::http::{HeaderValue, StatusCode};
use salvo::prelude::{
    Depot, FlowCtrl, Json, Request, Response, Router, Server, Service, Writer, handler,
};

use super::{LIMIT, pieces, serve};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::page;

pub(super) fn start() -> SocketAddr {
    let limit = SecureMaxSize::new(LIMIT.into());
    let router = Router::new()
        .push(Router::with_path("items/{id}").get(show).head(show))
        .push(Router::with_path("items").hoop(limit).post(create))
        .push(Router::with_path("search").get(search))
        .push(Router::with_path("samples/{index}").get(samples))
        .push(Router::with_path("catalog/{index}").get(listed))
        .push(Router::with_path("own/{index}").get(owned))
        .push(Router::with_path("refused").get(refuse))
        .push(Router::with_path("pages/{index}").get(pages))
        .push(Router::with_path("stream").get(stream));
    let service = Service::new(router)
        .catcher(catcher::<StoreError>())
        .hoop(mark);
    serve(async |listener| {
        let acceptor = TcpAcceptor::try_from(listener).expect("a socket");
        Server::new(acceptor).serve(service).await;
    })
}

#[handler]
async fn show(id: PathParam<u64>) -> Result<Json<Item>, StoreError> {
    let id = id.into_inner();
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(Json(item))
}

#[handler]
async fn create(item: JsonBody<Item>) -> Json<Item> {
    Json(item.into_inner())
}

#[handler]
async fn search(id: QueryParam<u64, true>) -> Json<Item> {
    let id = id.into_inner();
    Json(Item { id })
}

#[handler]
async fn samples(index: PathParam<usize>) -> Result<(), StoreError> {
    Err(sample(*index))
}

#[handler]
async fn listed(index: PathParam<usize>) -> Result<(), ApiError> {
    Err(catalog().swap_remove(*index))
}

#[handler]
async fn owned(index: PathParam<usize>, response: &mut Response) {
    own!(catalog().swap_remove(*index), error => response.render(error));
}

#[handler]
async fn refuse() -> Result<(), Refused<String>> {
    Err(refused())
}

#[handler]
async fn pages(index: PathParam<usize>, response: &mut Response) {
    let page = page(*index);
    response.status_code(StatusCode::from_u16(page.status).expect("a status"));
    for (name, value) in page.headers {
        let value = HeaderValue::from_static(value);
        response.headers_mut().append(name, value);
    }
    response.body(page.body);
}

#[handler]
async fn stream(response: &mut Response) {
    response.status_code(StatusCode::BAD_REQUEST);
    let plain = HeaderValue::from_static("text/plain");
    response.headers_mut().insert("content-type", plain);
    response.stream(pieces());
}

#[handler]
async fn mark(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
    control: &mut FlowCtrl,
) {
    control.call_next(request, depot, response).await;
    if let Some(spec) = response.extensions.get::<&ErrorSpec>() {
        let name = HeaderValue::from_static(spec.name());
        response.headers_mut().insert("x-error", name);
    }
}
