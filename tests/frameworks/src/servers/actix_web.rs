//! actix-web. Its `web::get()` does not answer HEAD.

use std::net::SocketAddr;
use std::thread;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::JsonPayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::rt::System;
use actix_web::web::{Json, JsonConfig, Path, Query, ServiceConfig, get, head, post, resource};
use actix_web::{App, Error, HttpResponse, HttpServer};
use kate_errors::actix_web::{detail, rejected};
use kate_errors::api::ApiError;
use kate_errors::{ErrorSpec, KateError};

use super::{LIMIT, listen, pieces};
use crate::errors::{Item, Refused, StoreError, catalog, own, read, refused, sample};
use crate::pages::page;

pub(super) fn start() -> SocketAddr {
    let (listener, address) = listen();
    thread::spawn(|| {
        let app = || {
            App::new()
                .configure(routes)
                .wrap(from_fn(detail::<StoreError>))
                .wrap(from_fn(mark))
        };
        let server = HttpServer::new(app).workers(2).disable_signals();
        System::new().block_on(server.listen(listener).expect("a socket").run())
    });
    address
}

fn routes(app: &mut ServiceConfig) {
    let typed = JsonConfig::default().error_handler(rejected::<_, BodyError>);
    app.app_data(JsonConfig::default().limit(LIMIT.into()))
        .service(
            resource("/items/{id}")
                .route(get().to(show))
                .route(head().to(show)),
        )
        .service(resource("/items").route(post().to(create)))
        .service(resource("/typed").app_data(typed).route(post().to(create)))
        .service(resource("/search").route(get().to(search)))
        .service(resource("/samples/{index}").route(get().to(samples)))
        .service(resource("/catalog/{index}").route(get().to(listed)))
        .service(resource("/own/{index}").route(get().to(owned)))
        .service(resource("/refused").route(get().to(refuse)))
        .service(resource("/pages/{index}").route(get().to(pages)))
        .service(resource("/stream").route(get().to(stream)));
}

async fn show(id: Path<u64>) -> Result<Json<Item>, StoreError> {
    if *id == 0 {
        return Err(StoreError::NotFound { id: *id });
    }
    let item = read(*id)?;
    Ok(Json(item))
}

async fn create(item: Json<Item>) -> Json<Item> {
    item
}

#[derive(Debug, KateError)]
#[kate(actix_web)]
enum BodyError {
    #[status(422)]
    #[detail("An item is needed")]
    Unreadable(#[from] JsonPayloadError),
}

async fn search(item: Query<Item>) -> Json<Item> {
    Json(item.into_inner())
}

async fn samples(index: Path<usize>) -> Result<HttpResponse, StoreError> {
    Err(sample(*index))
}

async fn listed(index: Path<usize>) -> Result<HttpResponse, ApiError> {
    Err(catalog().swap_remove(*index))
}

async fn owned(index: Path<usize>) -> Result<HttpResponse, Error> {
    own!(catalog().swap_remove(*index), error => Err(error.into()))
}

async fn refuse() -> Result<HttpResponse, Refused<String>> {
    Err(refused())
}

async fn pages(index: Path<usize>) -> HttpResponse {
    let page = page(*index);
    let status = StatusCode::from_u16(page.status).expect("a status");
    let mut response = HttpResponse::build(status);
    for header in page.headers {
        response.append_header(header);
    }
    response.body(page.body)
}

async fn stream() -> HttpResponse {
    HttpResponse::build(StatusCode::BAD_REQUEST)
        .insert_header(ContentType::plaintext())
        .streaming(pieces())
}

async fn mark(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    let spec = response
        .response()
        .extensions()
        .get::<&ErrorSpec>()
        .copied();
    if let Some(spec) = spec {
        let name = HeaderName::from_static("x-error");
        let value = HeaderValue::from_static(spec.name());
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}
