//! The body of a constant text is the one that is in the program itself, not a copy of it.

use actix_web::ResponseError as _;
use actix_web::body::MessageBody as _;
use axum::response::IntoResponse as _;
use bytes::Bytes;
use futures_util::FutureExt as _;
use http_body_util::BodyExt as _;
use hyper::body::Body;
use kate_errors::api::ToolError;
use kate_errors::{KateError, ToResponse};
use salvo::Scribe as _;
use salvo::http::ResBody;

const ERROR: ToolError = ToolError::TimedOut;

fn is_uncopied(body: &Bytes) {
    let ready = ERROR.body();
    assert_eq!(ready, r#"{"detail":"Tool execution timed out"}"#);
    assert_eq!(body, &ready);
    assert_eq!(body.as_ptr(), ready.as_ptr());
}

/// A body that waits for nothing.
fn whole(body: impl Body<Data = Bytes>) -> Bytes {
    let collected = body.collect().now_or_never().expect("a ready body");
    collected
        .ok()
        .expect("a body that does not fail")
        .to_bytes()
}

#[test]
fn of_http_responses() {
    is_uncopied(ERROR.to_response::<Bytes>().body());
    is_uncopied(http::Response::<Bytes>::from(ERROR).body());
}

#[test]
fn of_actix_web() {
    let body = ERROR.error_response().into_body();
    is_uncopied(&body.try_into_bytes().unwrap());
}

#[test]
fn of_axum() {
    is_uncopied(&whole(ERROR.into_response().into_body()));
}

#[test]
fn of_poem() {
    let body = poem::Error::from(ERROR).into_response().into_body();
    let bytes = body.into_bytes().now_or_never().expect("a ready body");
    is_uncopied(&bytes.unwrap());
}

#[test]
fn of_salvo() {
    let mut response = salvo::Response::new();
    ERROR.render(&mut response);
    match response.body {
        ResBody::Once(body) => is_uncopied(&body),
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_warp() {
    is_uncopied(&whole(warp::Reply::into_response(ERROR).into_body()));
}
