//! Writing a value as a body.

use std::borrow::Cow;
use std::hint::black_box;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use kate_errors::{KateError, ToResponse};
use serde::Serialize;

use crate::Meter;
use crate::peer::{HAND, OURS, THISERROR};
use crate::sets::kate::{Hand, Ours, Thiserror};

/// The body as one writes it with serde.
#[derive(Serialize)]
struct Wire<'a> {
    detail: &'a str,
}

pub(crate) fn measure(meter: &mut impl Meter) {
    values(
        meter,
        "constant",
        &Ours::ArtifactNotFound,
        &Thiserror::ArtifactNotFound,
        &Hand::ArtifactNotFound,
    );
    let (required, available) = (500, 120);
    values(
        meter,
        "two integers",
        &Ours::InsufficientTokenBalance {
            required,
            available,
        },
        &Thiserror::InsufficientTokenBalance {
            required,
            available,
        },
        &Hand::InsufficientTokenBalance {
            required,
            available,
        },
    );
    let (name, tokens) = ("atlas", 25);
    values(
        meter,
        "string and integer",
        &Ours::ToolBalance {
            tool: name.to_owned(),
            tokens,
        },
        &Thiserror::ToolBalance {
            tool: name.to_owned(),
            tokens,
        },
        &Hand::ToolBalance {
            tool: name.to_owned(),
            tokens,
        },
    );
}

fn values(meter: &mut impl Meter, name: &str, ours: &Ours, thiserror: &Thiserror, hand: &Hand) {
    let serialized = || serialized(black_box(thiserror));
    let row = format!("`body()`, {name}");
    meter.measure(&row, OURS, 1, || black_box(ours).body());
    meter.measure(&row, HAND, 1, || black_box(hand).body());
    meter.measure(&row, THISERROR, 1, serialized);

    // The buffer is large enough.
    let row = format!("`write_body`, {name}");
    let mut out = Vec::with_capacity(256);
    meter.measure(&row, OURS, 1, || {
        out.clear();
        black_box(ours).write_body(black_box(&mut out));
    });
    meter.measure(&row, HAND, 1, || {
        out.clear();
        black_box(hand).write_body(black_box(&mut out));
    });
    meter.measure(&row, THISERROR, 1, serialized);

    let row = format!("`to_response`, {name}");
    meter.measure(&row, OURS, 1, || black_box(ours).to_response::<Bytes>());
    meter.measure(&row, HAND, 1, || {
        let body = match black_box(hand).body() {
            Cow::Borrowed(body) => Bytes::from_static(body),
            Cow::Owned(body) => body.into(),
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::NOT_FOUND;
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response
    });
}

pub(crate) fn serialized(error: &Thiserror) -> Vec<u8> {
    let detail = error.to_string();
    serde_json::to_vec(&Wire { detail: &detail }).expect("a text is JSON")
}
