//! A server of each framework, all with the same routes. They start at the first use and stop with the process.
//!
//! | route | answers |
//! | --- | --- |
//! | `GET /items/{id}` | the item, by a handler as users write one |
//! | `POST /items` | the item that was sent; 100 bytes are too many |
//! | `GET /search?id=` | the item with this number |
//! | `GET /samples/{index}` | the error with this index in `errors::samples` |
//! | `GET /catalog/{index}`, `/own/{index}` | the error with this index in `errors::catalog`, as an `ApiError` and as its own type |
//! | `GET /refused` | `errors::refused` |
//! | `GET /pages/{index}`, `/stream` | the page with this index in `pages::page`, and a stream of text with the status 400 |
//!
//! A middleware adds the header `x-error` with the name of the error, where the response has a spec.

pub mod actix_web;
pub mod axum;
pub mod hyper;
pub mod poem;
pub mod rocket;
pub mod salvo;
pub mod tower;
pub mod warp;

use std::net::{self, SocketAddr};
use std::sync::LazyLock;
use std::thread;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A server that runs.
#[derive(Clone, Copy, Debug)]
pub struct Server {
    /// The framework.
    pub name: &'static str,
    /// Where it listens.
    pub address: SocketAddr,
    /// The headers that it adds to each response.
    pub adds: &'static [&'static str],
}

/// One server of each framework, and one of those that take an `http::Response`.
#[must_use]
pub fn all() -> &'static [Server] {
    static ALL: LazyLock<[Server; 8]> = LazyLock::new(|| {
        let server = |name, address| Server {
            name,
            address,
            adds: &["date"],
        };
        [
            server("actix_web", actix_web::start()),
            server("axum", axum::start()),
            server("hyper", hyper::start()),
            server("poem", poem::start()),
            Server {
                name: "rocket",
                address: rocket::start(),
                adds: &[
                    "date",
                    "permissions-policy",
                    "server",
                    "x-content-type-options",
                    "x-frame-options",
                ],
            },
            server("salvo", salvo::start()),
            server("tower", tower::start()),
            server("warp", warp::start()),
        ]
    });
    &*ALL
}

/// The server with this name.
#[must_use]
pub fn named(name: &str) -> Server {
    let found = all().iter().find(|server| server.name == name);
    *found.expect("a framework's name")
}

pub(crate) const LIMIT: u8 = 100;

/// "one two", in pieces.
pub(crate) fn pieces() -> impl Stream<Item = Result<Bytes, std::io::Error>> + Send + 'static {
    stream::iter(["one", " ", "two"]).map(|piece| Ok(Bytes::from_static(piece.as_bytes())))
}

/// A free loopback port. A client that connects before the server runs waits for it.
pub(crate) fn listen() -> (net::TcpListener, SocketAddr) {
    let listener = net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    (listener, address)
}

/// Runs a server on a thread of its own.
pub(crate) fn serve<S: Future>(
    server: impl FnOnce(TcpListener) -> S + Send + 'static,
) -> SocketAddr {
    let (listener, address) = listen();
    thread::spawn(move || {
        Runtime::new().expect("a runtime").block_on(async {
            listener.set_nonblocking(true).expect("a socket");
            server(TcpListener::from_std(listener).expect("a socket")).await;
        });
    });
    address
}
