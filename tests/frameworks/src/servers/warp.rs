//! warp. Its `warp::get()` does not match HEAD.

use std::net::SocketAddr;

use kate_errors::ErrorSpec;
use kate_errors::api::ApiError;
use kate_errors::warp::recover;
use warp::filters::BoxedFilter;
use warp::http::{self, HeaderValue, StatusCode};
use warp::reject::Rejection;
use warp::reply::{self, Json, Response, json};
use warp::{Filter, Reply, body, path, query};

use super::{LIMIT, pieces, serve};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::page;

pub(super) fn start() -> SocketAddr {
    let filter = routes().recover(recover::<StoreError>).map(mark);
    serve(async |listener| warp::serve(filter).incoming(listener).run().await)
}

/// A server that does not recover rejections.
#[must_use]
pub fn start_bare() -> SocketAddr {
    serve(async |listener| warp::serve(routes()).incoming(listener).run().await)
}

fn routes() -> BoxedFilter<(impl Reply,)> {
    let get = warp::get().or(warp::head()).unify().boxed();
    let show = path!("items" / u64).and(get.clone()).then(show);
    let create = path!("items")
        .and(warp::post())
        .and(body::content_length_limit(LIMIT.into()))
        .and(body::json())
        .map(|item: Item| json(&item));
    let search = path!("search")
        .and(get.clone())
        .and(query())
        .map(|item: Item| json(&item));
    let samples = path!("samples" / usize).and(get.clone()).map(sample);
    // A route that other servers do not have: the same errors as rejections.
    let rejected = path!("rejected" / usize).and(get.clone()).and_then(reject);
    let listed = path!("catalog" / usize).and(get.clone()).map(listed);
    let owned = path!("own" / usize).and(get.clone()).map(owned);
    let refuse = path!("refused").and(get.clone()).then(refuse);
    let pages = path!("pages" / usize).and(get.clone()).map(pages);
    let stream = path!("stream").and(get).map(stream);
    let items = show.or(create).or(search);
    let errors = samples.or(rejected).or(listed).or(owned).or(refuse);
    items.or(errors).or(pages).or(stream).boxed()
}

async fn show(id: u64) -> Result<Json, StoreError> {
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(json(&item))
}

async fn reject(index: usize) -> Result<Json, Rejection> {
    Err(sample(index))?
}

fn listed(index: usize) -> ApiError {
    catalog().swap_remove(index)
}

fn owned(index: usize) -> Response {
    own!(catalog().swap_remove(index), error => error.into_response())
}

async fn refuse() -> Result<Json, Refused<String>> {
    Err(refused())
}

fn pages(index: usize) -> impl Reply {
    let page = page(index);
    let mut response = http::Response::builder().status(page.status);
    for (name, value) in page.headers {
        response = response.header(name, value);
    }
    response.body(page.body).expect("a response")
}

fn stream() -> impl Reply {
    let reply = reply::with_header(reply::stream(pieces()), "content-type", "text/plain");
    reply::with_status(reply, StatusCode::BAD_REQUEST)
}

fn mark(reply: impl Reply) -> Response {
    let mut response = reply.into_response();
    if let Some(spec) = response.extensions().get::<&ErrorSpec>() {
        let name = HeaderValue::from_static(spec.name());
        response.headers_mut().insert("x-error", name);
    }
    response
}
