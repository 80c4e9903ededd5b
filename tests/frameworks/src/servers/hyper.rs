//! hyper, with no feature of ours: `?` makes an error an `http::Response`.

use std::convert::Infallible;
use std::fmt::Debug;
use std::net::SocketAddr;
use std::str::FromStr;

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kate_errors::ErrorSpec;
use kate_errors::api::ApiError;

use super::serve;
use crate::errors::{Item, StoreError, catalog, own, read, refused, sample};

type Body = Full<Bytes>;

pub(super) fn start() -> SocketAddr {
    serve(async |listener| {
        while let Ok((stream, _)) = listener.accept().await {
            let service =
                service_fn(async |request| Ok::<_, Infallible>(mark(respond(request).await)));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    })
}

/// Errors are responses as much as successes are.
pub(super) async fn respond(request: Request<Incoming>) -> Response<Body> {
    route(&request).unwrap_or_else(|response| response)
}

#[expect(clippy::result_large_err, reason = "either is the response")]
fn route(request: &Request<Incoming>) -> Result<Response<Body>, Response<Body>> {
    let path: Vec<_> = request.uri().path().split('/').skip(1).collect();
    match path[..] {
        ["items", id] => Ok(show(number(id))?),
        ["samples", index] => Err(sample(number(index)))?,
        ["catalog", index] => Err(catalog().swap_remove(number(index)))?,
        ["own", index] => own!(catalog().swap_remove(number(index)), error => Err(error)?),
        ["refused"] => Err(refused())?,
        _ => panic!("no route: {path:?}"),
    }
}

fn number<N: FromStr<Err: Debug>>(text: &str) -> N {
    text.parse().expect("a number")
}

fn show(id: u64) -> Result<Response<Body>, StoreError> {
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(json(&item))
}

fn json(item: &Item) -> Response<Body> {
    let body = serde_json::to_vec(item).expect("an item is JSON");
    let mut response = Response::new(Bytes::from(body).into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert("content-type", json);
    response
}

pub(super) fn mark(mut response: Response<Body>) -> Response<Body> {
    if let Some(spec) = response.extensions().get::<&ErrorSpec>() {
        let name = HeaderValue::from_static(spec.name());
        response.headers_mut().insert("x-error", name);
    }
    response
}
