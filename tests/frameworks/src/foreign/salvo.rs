//! salvo.

use std::net::SocketAddr;

use kate_errors::salvo::{catcher, catcher_verbatim, detail, detail_verbatim, status_and_text};
use salvo::catch_panic::CatchPanic;
use salvo::conn::tcp::TcpAcceptor;
use salvo::extract::PathParam;
use salvo::http::request::SecureMaxSize;
use salvo::http::{HeaderValue, ParseError, StatusCode, StatusError};
use salvo::prelude::{
    Json, Redirect, Request, Response, Router, Server, Service, Text, Writer, handler,
};

use super::{Broken, ENCODED, GateError, TEXT, long, status};
use crate::errors::Item;
use crate::servers::{LIMIT, pieces, serve};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    let limit = || SecureMaxSize::new(LIMIT.into());
    let router = Router::new()
        .hoop(CatchPanic::new())
        .push(Router::with_path("own").get(own))
        .push(Router::with_path("text/{code}").get(text).head(text))
        .push(Router::with_path("encoded/{code}").get(encoded))
        .push(Router::with_path("html").get(html))
        .push(Router::with_path("long").get(plain_long))
        .push(Router::with_path("stream").get(stream))
        .push(Router::with_path("broken").get(broken))
        .push(Router::with_path("panic").get(panics))
        .push(Router::with_path("items").hoop(limit()).post(create))
        .push(Router::with_path("others").hoop(limit()).post(other))
        // Routes that other servers do not have.
        .push(Router::with_path("moved").get(moved))
        .push(Router::with_path("refused/{code}").get(refused));
    let service = Service::new(router);
    let service = if is_verbatim {
        service
            .catcher(catcher_verbatim::<GateError>())
            .hoop(detail_verbatim::<GateError>())
    } else {
        service
            .catcher(catcher::<GateError>())
            .hoop(detail::<GateError>())
    };
    serve(async |listener| {
        let acceptor = TcpAcceptor::try_from(listener).expect("a socket");
        Server::new(acceptor).serve(service).await;
    })
}

#[handler]
async fn own() -> Result<(), GateError> {
    Err(GateError::Unknown)
}

#[handler]
async fn text(code: PathParam<u16>, response: &mut Response) {
    response.status_code(status(*code));
    response.render(TEXT);
}

#[handler]
async fn encoded(code: PathParam<u16>, response: &mut Response) {
    let (name, value) = ENCODED;
    response.status_code(status(*code));
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
    response.render(TEXT);
}

#[handler]
async fn html(response: &mut Response) {
    response.status_code(StatusCode::INTERNAL_SERVER_ERROR);
    response.render(Text::Html("<h1>Broken</h1>"));
}

fn plain(response: &mut Response) {
    response.status_code(StatusCode::INTERNAL_SERVER_ERROR);
    let plain = HeaderValue::from_static("text/plain");
    response.headers_mut().insert("content-type", plain);
}

#[handler]
async fn plain_long(response: &mut Response) {
    plain(response);
    response.body(long());
}

#[handler]
async fn stream(response: &mut Response) {
    plain(response);
    response.stream(pieces());
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
async fn create(request: &mut Request) -> Result<Json<Item>, ParseError> {
    Ok(Json(request.parse_json().await?))
}

impl From<ParseError> for GateError {
    fn from(rejection: ParseError) -> Self {
        let (status, detail) = status_and_text(&rejection);
        Self::Other { status, detail }
    }
}

#[handler]
async fn other(request: &mut Request) -> Result<Json<Item>, GateError> {
    Ok(Json(request.parse_json().await?))
}

#[handler]
async fn moved(response: &mut Response) {
    response.render(Redirect::found("/own"));
}

#[handler]
async fn refused(code: PathParam<u16>) -> StatusError {
    let error = StatusError::from_code(status(*code)).expect("an error");
    error
        .brief(TEXT)
        .detail("more of hunter2")
        .cause("the disk is full")
}
