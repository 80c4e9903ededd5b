//! poem.

use std::net::SocketAddr;

use kate_errors::poem::{detail, detail_verbatim, status_and_text};
use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::middleware::{CatchPanic, SizeLimit};
use poem::web::{Data, Html, Json, Path};
use poem::{
    Body, Endpoint, EndpointExt, Error, IntoResponse, Response, Route, Server, get, handler, post,
};

use super::{Broken, ENCODED, GateError, TEXT, long, status};
use crate::errors::Item;
use crate::servers::{LIMIT, pieces, serve};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    let route = Route::new()
        .at("/own", get(own))
        .at("/text/:status", get(text))
        .at("/encoded/:status", get(encoded))
        .at("/html", get(html))
        .at("/long", get(plain_long))
        .at("/stream", get(stream))
        .at("/broken", get(broken))
        .at("/panic", get(panics))
        .at("/items", post(create.with(SizeLimit::new(LIMIT.into()))))
        .at("/others", post(other.with(SizeLimit::new(LIMIT.into()))))
        // Routes that other servers do not have.
        .at("/data", get(data))
        .at("/refused/:status", get(refused))
        .with(CatchPanic::new());
    if is_verbatim {
        run(route.after(detail_verbatim::<GateError>))
    } else {
        run(route.after(detail::<GateError>))
    }
}

fn run(endpoint: impl Endpoint + 'static) -> SocketAddr {
    serve(async |listener| {
        let acceptor = TcpAcceptor::from_tokio(listener).expect("a socket");
        Server::new_with_acceptor(acceptor).run(endpoint).await
    })
}

#[handler]
async fn own() -> Result<(), GateError> {
    Err(GateError::Unknown)
}

#[handler]
async fn text(Path(code): Path<u16>) -> impl IntoResponse {
    TEXT.with_status(status(code))
}

#[handler]
async fn encoded(Path(code): Path<u16>) -> impl IntoResponse {
    let (name, value) = ENCODED;
    TEXT.with_status(status(code)).with_header(name, value)
}

#[handler]
async fn html() -> impl IntoResponse {
    Html("<h1>Broken</h1>").with_status(StatusCode::INTERNAL_SERVER_ERROR)
}

#[handler]
async fn plain_long() -> Response {
    plain(long())
}

#[handler]
async fn stream() -> Response {
    plain(Body::from_bytes_stream(pieces()))
}

fn plain(body: impl Into<Body>) -> Response {
    Response::builder()
        .status(StatusCode::INTERNAL_SERVER_ERROR)
        .content_type("text/plain")
        .body(body)
}

#[handler]
async fn broken() -> Json<Broken> {
    Json(Broken)
}

#[handler]
async fn panics() {
    panic!("hunter2");
}

#[handler]
async fn create(item: Json<Item>) -> Json<Item> {
    item
}

impl From<Error> for GateError {
    fn from(rejection: Error) -> Self {
        let (status, detail) = status_and_text(&rejection);
        Self::Other { status, detail }
    }
}

#[handler]
async fn other(item: poem::Result<Json<Item>>) -> Result<Json<Item>, GateError> {
    Ok(item?)
}

#[handler]
async fn data(_: Data<&Item>) {}

/// An error of a middleware.
#[handler]
async fn refused(Path(code): Path<u16>) -> poem::Result<()> {
    Err(Error::from_string(TEXT, status(code)))
}
