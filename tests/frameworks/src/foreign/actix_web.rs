//! actix-web.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::thread;

use actix_web::body::{MessageBody, SizedStream};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{ErrorForbidden, ErrorInternalServerError, JsonPayloadError};
use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::rt::System;
use actix_web::web::{Data, Json, JsonConfig, Path, ServiceConfig, get, post, resource, scope};
use actix_web::{App, Error, HttpResponse, HttpServer, Responder};
use kate_errors::actix_web::{detail, detail_verbatim, rejected, status_and_text};

use super::{Broken, ENCODED, GateError, TEXT, long};
use crate::errors::Item;
use crate::servers::{LIMIT, listen, pieces};

pub(super) fn start(is_verbatim: bool) -> SocketAddr {
    let (listener, address) = listen();
    thread::spawn(move || {
        let hiding = || {
            App::new()
                .configure(routes)
                .wrap(from_fn(refuse))
                .wrap(from_fn(detail::<GateError>))
        };
        let verbatim = || {
            App::new()
                .configure(routes)
                .wrap(from_fn(refuse))
                .wrap(from_fn(detail_verbatim::<GateError>))
        };
        System::new().block_on(async {
            if is_verbatim {
                let server = HttpServer::new(verbatim).workers(1).disable_signals();
                server.listen(listener).expect("a socket").run().await
            } else {
                let server = HttpServer::new(hiding).workers(1).disable_signals();
                server.listen(listener).expect("a socket").run().await
            }
        })
    });
    address
}

fn routes(app: &mut ServiceConfig) {
    let limit = JsonConfig::default().limit(LIMIT.into());
    let others = limit.clone().error_handler(rejected::<_, GateError>);
    let outside = scope("/outside")
        .route("/{status}", get().to(text))
        .wrap(from_fn(detail::<GateError>))
        .wrap(Compress::default());
    app.app_data(limit)
        .service(resource("/own").route(get().to(own)))
        .service(resource("/text/{status}").route(get().to(text)))
        .service(resource("/encoded/{status}").route(get().to(encoded)))
        .service(resource("/html").route(get().to(html)))
        .service(resource("/long").route(get().to(plain_long)))
        .service(resource("/stream").route(get().to(stream)))
        .service(resource("/broken").route(get().to(async || Json(Broken))))
        .service(resource("/panic").route(get().to(panics)))
        .service(resource("/items").route(post().to(create)))
        .service(
            resource("/others")
                .app_data(others)
                .route(post().to(create)),
        )
        // Routes that other servers do not have.
        .service(resource("/sized").route(get().to(sized)))
        .service(resource("/data").route(get().to(async |_: Data<Infallible>| "data")))
        .service(
            scope("/inside")
                .route("/{status}", get().to(text))
                .wrap(Compress::default()),
        )
        .service(outside);
}

/// A middleware that fails.
async fn refuse(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match request.path() {
        "/refused/own" => Err(GateError::Unknown.into()),
        "/refused/403" => Err(ErrorForbidden(TEXT)),
        "/refused/500" => Err(ErrorInternalServerError(TEXT)),
        _ => next.call(request).await,
    }
}

async fn own() -> Result<HttpResponse, GateError> {
    Err(GateError::Unknown)
}

async fn text(status: Path<u16>) -> impl Responder {
    let status = StatusCode::from_u16(*status).expect("a status");
    (TEXT, status)
}

async fn encoded(status: Path<u16>) -> impl Responder {
    let status = StatusCode::from_u16(*status).expect("a status");
    HttpResponse::build(status)
        .insert_header(ENCODED)
        .body(TEXT)
}

/// A stream whose length is known.
async fn sized() -> impl Responder {
    HttpResponse::InternalServerError().body(SizedStream::new(7, pieces()))
}

async fn html() -> impl Responder {
    HttpResponse::InternalServerError()
        .content_type(ContentType::html())
        .body("<h1>Broken</h1>")
}

async fn plain_long() -> impl Responder {
    HttpResponse::InternalServerError()
        .content_type(ContentType::plaintext())
        .body(long())
}

async fn stream() -> HttpResponse {
    HttpResponse::InternalServerError()
        .content_type(ContentType::plaintext())
        .streaming(pieces())
}

async fn panics() -> HttpResponse {
    panic!("hunter2");
}

async fn create(item: Json<Item>) -> Json<Item> {
    item
}

impl From<JsonPayloadError> for GateError {
    fn from(rejection: JsonPayloadError) -> Self {
        let (status, detail) = status_and_text(&rejection);
        Self::Other { status, detail }
    }
}
