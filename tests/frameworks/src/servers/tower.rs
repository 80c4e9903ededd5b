//! A tower service, in a hyper server.

use std::convert::Infallible;
use std::net::SocketAddr;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tower::{ServiceExt as _, service_fn};

use super::hyper::{mark, respond};
use super::serve;

pub(super) fn start() -> SocketAddr {
    serve(async |listener| {
        while let Ok((stream, _)) = listener.accept().await {
            let service = service_fn(async |request| Ok::<_, Infallible>(respond(request).await));
            let service = TowerToHyperService::new(service.map_response(mark));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    })
}
