//! Rocket.

use std::io::Cursor;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;

use kate_errors::api::ApiError;
use kate_errors::rocket::{catchers, spec};
use rocket::config::{Config, LogLevel, Shutdown};
use rocket::data::{Limits, ToByteUnit};
use rocket::fairing::AdHoc;
use rocket::http::{ContentType, Header, Status};
use rocket::response::stream::ByteStream;
use rocket::response::{self, Responder};
use rocket::serde::json::Json;
use rocket::{Build, Request, Response, Rocket, get, post, routes};

use super::{LIMIT, pieces};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::{Page, page};

pub(super) fn start() -> SocketAddr {
    let routes = routes![
        show, create, search, samples, listed, owned, refuse, pages, stream
    ];
    launch(|rocket| {
        rocket
            .mount("/", routes)
            .register("/", catchers::<StoreError>())
            .attach(mark())
    })
}

/// Runs a server on a thread of its own.
pub(crate) fn launch(build: impl FnOnce(Rocket<Build>) -> Rocket<Build>) -> SocketAddr {
    let config = Config {
        port: 0,
        log_level: LogLevel::Off,
        limits: Limits::default().limit("json", LIMIT.bytes()),
        shutdown: Shutdown {
            ctrlc: false,
            ..Shutdown::default()
        },
        ..Config::debug_default()
    };
    let (started, address) = mpsc::channel();
    let started = AdHoc::on_liftoff("address", move |rocket| {
        let config = rocket.config();
        let told = started.send(SocketAddr::new(config.address, config.port));
        Box::pin(async move { told.expect("a listener") })
    });
    let server = build(rocket::custom(config)).attach(started);
    thread::spawn(|| drop(rocket::execute(server.launch()).expect("a server")));
    address.recv().expect("a server")
}

#[get("/items/<id>")]
async fn show(id: u64) -> Result<Json<Item>, StoreError> {
    if id == 0 {
        return Err(StoreError::NotFound { id });
    }
    let item = read(id)?;
    Ok(Json(item))
}

#[post("/items", data = "<item>")]
async fn create(item: Json<Item>) -> Json<Item> {
    item
}

#[get("/search?<id>")]
async fn search(id: u64) -> Json<Item> {
    Json(Item { id })
}

#[get("/samples/<index>")]
async fn samples(index: usize) -> Result<(), StoreError> {
    Err(sample(index))
}

#[get("/catalog/<index>")]
async fn listed(index: usize) -> Result<(), ApiError> {
    Err(catalog().swap_remove(index))
}

struct Own(ApiError);

impl<'r> Responder<'r, 'static> for Own {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        own!(self.0, error => error.respond_to(request))
    }
}

#[get("/own/<index>")]
async fn owned(index: usize) -> Own {
    Own(catalog().swap_remove(index))
}

#[get("/refused")]
async fn refuse() -> Result<(), Refused<String>> {
    Err(refused())
}

#[get("/pages/<index>")]
async fn pages(index: usize) -> Plain {
    Plain(page(index))
}

struct Plain(Page);

impl<'r> Responder<'r, 'static> for Plain {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let Page {
            status,
            headers,
            body,
        } = self.0;
        let mut response = Response::build();
        response.status(Status::new(status));
        for (name, value) in headers {
            response.raw_header(name, value);
        }
        response.sized_body(body.len(), Cursor::new(body)).ok()
    }
}

#[get("/stream")]
async fn stream() -> (Status, (ContentType, ByteStream![bytes::Bytes])) {
    use rocket::futures::StreamExt as _;
    let pieces = pieces().filter_map(async |piece| piece.ok());
    (
        Status::BadRequest,
        (ContentType::Plain, ByteStream(Box::pin(pieces))),
    )
}

fn mark() -> AdHoc {
    AdHoc::on_response("x-error", |request, response| {
        if let Some(spec) = spec(request) {
            response.set_header(Header::new("x-error", spec.name()));
        }
        Box::pin(async {})
    })
}
