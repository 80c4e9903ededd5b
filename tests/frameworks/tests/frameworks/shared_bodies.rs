//! The body of an error with a constant detail is the constant itself, and no copy of it.

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

fn is_shared(body: &Bytes) {
    let constant = ERROR.body();
    assert_eq!(constant, r#"{"detail":"Tool execution timed out"}"#);
    assert_eq!(body, &constant);
    assert_eq!(body.as_ptr(), constant.as_ptr());
}

/// The bytes of a body that is ready.
fn whole(body: impl Body<Data = Bytes>) -> Bytes {
    let collected = body.collect().now_or_never().expect("a ready body");
    collected
        .ok()
        .expect("a body that does not fail")
        .to_bytes()
}

#[test]
fn an_http_response_shares_the_constant_body() {
    is_shared(ERROR.to_response::<Bytes>().body());
    is_shared(http::Response::<Bytes>::from(ERROR).body());
}

#[test]
fn a_response_of_actix_web_shares_the_constant_body() {
    let body = ERROR.error_response().into_body();
    is_shared(&body.try_into_bytes().unwrap());
}

#[test]
fn a_response_of_axum_shares_the_constant_body() {
    is_shared(&whole(ERROR.into_response().into_body()));
}

#[test]
fn a_response_of_poem_shares_the_constant_body() {
    let body = poem::Error::from(ERROR).into_response().into_body();
    let bytes = body.into_bytes().now_or_never().expect("a ready body");
    is_shared(&bytes.unwrap());
}

#[test]
fn a_response_of_salvo_shares_the_constant_body() {
    let mut response = salvo::Response::new();
    ERROR.render(&mut response);
    match response.body {
        ResBody::Once(body) => is_shared(&body),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_response_of_warp_shares_the_constant_body() {
    is_shared(&whole(warp::Reply::into_response(ERROR).into_body()));
}
