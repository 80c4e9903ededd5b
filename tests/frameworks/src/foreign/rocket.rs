//! Rocket.

use std::io::Cursor;
use std::net::SocketAddr;

use kate_errors::rocket::{catchers, detail, detail_verbatim, refuse, spec};
use rocket::data::{self, Data, FromData};
use rocket::fairing::AdHoc;
use rocket::http::{ContentType, Header, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::content::RawHtml;
use rocket::response::stream::ByteStream;
use rocket::response::{self, Responder, status::BadRequest};
use rocket::serde::json::Json;
use rocket::{Request, Response, get, post, routes};

use super::{Broken, ENCODED, GateError, TEXT, long};
use crate::errors::Item;
use crate::servers::{pieces, rocket::launch};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    let routes = routes![
        own, text, encoded, html, plain_long, stream, broken, panics, create, guarded, optional,
        sent, missing
    ];
    launch(|rocket| {
        let rocket = rocket
            .mount("/", routes)
            .register("/", catchers::<GateError>())
            // It is too early, and does no harm.
            .attach(AdHoc::on_request("no error yet", |request, _| {
                assert_eq!(spec(request), None);
                Box::pin(async {})
            }))
            .attach(AdHoc::on_response("x-error", |request, response| {
                if let Some(spec) = spec(request) {
                    response.set_header(Header::new("x-error", spec.name()));
                }
                Box::pin(async {})
            }));
        if is_verbatim {
            rocket.attach(detail_verbatim::<GateError>())
        } else {
            rocket.attach(detail::<GateError>())
        }
    })
}

#[get("/own")]
async fn own() -> GateError {
    GateError::Unknown
}

#[get("/text/<status>")]
async fn text(status: u16) -> (Status, &'static str) {
    (Status::new(status), TEXT)
}

#[derive(Responder)]
struct Encoded((Status, &'static str), Header<'static>);

#[get("/encoded/<status>")]
async fn encoded(status: u16) -> Encoded {
    let (name, value) = ENCODED;
    Encoded((Status::new(status), TEXT), Header::new(name, value))
}

#[get("/html")]
async fn html() -> (Status, RawHtml<&'static str>) {
    (Status::InternalServerError, RawHtml("<h1>Broken</h1>"))
}

struct Long;

impl<'r> Responder<'r, 'static> for Long {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let body = long();
        Response::build()
            .status(Status::InternalServerError)
            .header(ContentType::Plain)
            .sized_body(body.len(), Cursor::new(body))
            .ok()
    }
}

#[get("/long")]
async fn plain_long() -> Long {
    Long
}

#[get("/stream")]
async fn stream() -> (Status, (ContentType, ByteStream![bytes::Bytes])) {
    use rocket::futures::StreamExt as _;
    let pieces = pieces().filter_map(async |piece| piece.ok());
    (
        Status::InternalServerError,
        (ContentType::Plain, ByteStream(Box::pin(pieces))),
    )
}

#[get("/broken")]
async fn broken() -> Json<Broken> {
    Json(Broken)
}

#[get("/panic")]
async fn panics() {
    panic!("hunter2");
}

#[post("/items", data = "<item>")]
async fn create(item: Json<Item>) -> Json<Item> {
    item
}

/// A guard that always fails with an error of ours.
struct Guest;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Guest {
    type Error = GateError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, GateError> {
        refuse(request, GateError::Unknown)
    }
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Guest {
    type Error = GateError;

    async fn from_data(request: &'r Request<'_>, _: Data<'r>) -> data::Outcome<'r, Self> {
        refuse(request, GateError::Unknown)
    }
}

#[get("/guarded")]
async fn guarded(_guest: Guest) {}

#[post("/guarded", data = "<_guest>")]
async fn sent(_guest: Guest) {}

/// The guard failed, and the handler answers with another error.
#[get("/optional?<how>")]
async fn optional(_guest: Option<Guest>, how: &str) -> Result<BadRequest<&'static str>, Status> {
    match how {
        "text" => Ok(BadRequest(TEXT)),
        _ => Err(Status::NotFound),
    }
}

#[get("/missing")]
async fn missing() -> Option<&'static str> {
    None
}
