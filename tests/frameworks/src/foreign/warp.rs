//! warp.

use std::convert::Infallible;
use std::net::SocketAddr;

use kate_errors::warp::{detail, detail_verbatim, recover, recover_verbatim, status_and_text};
use warp::filters::BoxedFilter;
use warp::filters::compression;
use warp::http::StatusCode;
use warp::reject::{Reject, Rejection, custom};
use warp::reply::{self, json, with_header, with_status};
use warp::{Filter, Reply, body, ext, path};

use super::{Broken, ENCODED, GateError, TEXT, long, status};
use crate::errors::Item;
use crate::servers::{LIMIT, pieces, serve};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    if is_verbatim {
        let filter = routes().recover(recover_verbatim::<GateError>);
        let filter = filter.then(detail_verbatim::<GateError>);
        serve(async |listener| warp::serve(filter).incoming(listener).run().await)
    } else {
        let text = || warp::get().map(|| with_status(TEXT, StatusCode::CONFLICT));
        let outside = path!("outside" / ..)
            .and(text().then(detail::<GateError>))
            .with(compression::gzip());
        let inside = path!("inside" / ..).and(text().with(compression::gzip()));
        let filter = routes().or(outside).or(inside);
        let filter = filter.recover(recover::<GateError>);
        let filter = filter.then(detail::<GateError>);
        serve(async |listener| warp::serve(filter).incoming(listener).run().await)
    }
}

fn routes() -> BoxedFilter<(impl Reply,)> {
    let get = warp::get().or(warp::head()).unify().boxed();
    let own = path!("own").and(get.clone()).map(|| GateError::Unknown);
    let text = path!("text" / u16)
        .and(get.clone())
        .map(|code| with_status(TEXT, status(code)));
    let encoded = path!("encoded" / u16).and(get.clone()).map(|code| {
        let (name, value) = ENCODED;
        with_status(with_header(TEXT, name, value), status(code))
    });
    let html = path!("html")
        .and(get.clone())
        .map(|| failed(reply::html("<h1>Broken</h1>")));
    let long = path!("long").and(get.clone()).map(|| failed(plain(long())));
    let stream = path!("stream")
        .and(get.clone())
        .map(|| failed(plain(reply::stream(pieces()))));
    let broken = path!("broken").and(get.clone()).map(|| json(&Broken));
    let create = path!("items").and(item()).map(|item: Item| json(&item));
    let other = path!("others").and(item().map(|item: Item| json(&item)).recover(own_error));
    // Routes that other servers do not have.
    let extension = path!("extension")
        .and(get.clone())
        .and(ext::get::<Missing>())
        .map(|_| "extension");
    let socket = path!("socket").and(warp::ws()).map(|_| "socket");
    let panic = path!("panic").and(get.clone()).map(panics);
    let rejected = path!("rejected").and(get).and_then(reject);
    let texts = own
        .or(text)
        .or(encoded)
        .or(html)
        .or(long)
        .or(stream)
        .or(broken);
    let items = create.or(other);
    texts
        .or(items)
        .or(extension)
        .or(rejected)
        .or(socket)
        .or(panic)
        .boxed()
}

fn item() -> BoxedFilter<(Item,)> {
    warp::post()
        .and(body::content_length_limit(LIMIT.into()))
        .and(body::json())
        .boxed()
}

fn plain(reply: impl Reply) -> impl Reply {
    with_header(reply, "content-type", "text/plain")
}

fn failed(reply: impl Reply) -> impl Reply {
    with_status(reply, StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<Rejection> for GateError {
    fn from(rejection: Rejection) -> Self {
        let (status, detail) = status_and_text(&rejection);
        Self::Other { status, detail }
    }
}

async fn own_error(rejection: Rejection) -> Result<GateError, Infallible> {
    Ok(rejection.into())
}

/// A type that no request has.
#[derive(Clone)]
struct Missing;

fn panics() -> &'static str {
    panic!("hunter2");
}

#[derive(Debug)]
struct Hunter2;

impl Reject for Hunter2 {}

async fn reject() -> Result<String, Rejection> {
    Err(custom(Hunter2))
}
