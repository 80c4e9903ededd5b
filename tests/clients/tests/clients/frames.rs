//! Bodies with empty frames, and bodies without an end.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use http_body::{Body, Frame};
use kate_errors::api::RunError;
use kate_errors::client::ResponseExt;
use kate_errors::{ClientError, UndecodedKind};

/// What follows the data of a body: endless frames, or nothing.
#[derive(Clone, Copy, Debug)]
enum Rest {
    Data,
    Trailers,
    Nothing,
}

/// A body with one byte in each frame, and an empty frame before each.
struct Frames {
    data: Vec<u8>,
    at: usize,
    rest: Rest,
}

impl Body for Frames {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let (at, rest) = (self.at, self.rest);
        self.at += 1;
        let byte = self.data.get(at / 2).filter(|_| at % 2 == 1);
        let frame = match (byte, rest) {
            (Some(byte), _) => Some(Frame::data(Bytes::copy_from_slice(&[*byte]))),
            (None, Rest::Nothing) if at >= 2 * self.data.len() => None,
            (None, Rest::Trailers) => Some(Frame::trailers(HeaderMap::new())),
            (None, _) => Some(Frame::data(Bytes::new())),
        };
        Poll::Ready(frame.map(Ok))
    }
}

async fn received(rest: Rest, limit: usize) -> ClientError<RunError, Infallible> {
    let data = br#"{"detail":"Run not found"}"#.to_vec();
    let mut response = Response::new(Frames { data, at: 0, rest });
    *response.status_mut() = StatusCode::NOT_FOUND;
    let answer = response.error_for_within::<RunError>(limit).await;
    answer.map(drop).expect_err("404 is an error")
}

#[tokio::test]
async fn empty_frames_do_not_change_the_body() {
    let error = received(Rest::Nothing, 26).await;
    assert!(
        matches!(error, ClientError::Api(RunError::NotFound, _)),
        "{error:?}"
    );
}

#[tokio::test]
async fn endless_frames_are_cut_at_the_limit() {
    for rest in [Rest::Data, Rest::Trailers] {
        for limit in [26, 64 * 1024] {
            let ClientError::Undecoded(undecoded) = received(rest, limit).await else {
                panic!("{rest:?}: no undecoded response");
            };
            assert_eq!(undecoded.kind(), UndecodedKind::TooLong, "{rest:?}");
            assert_eq!(undecoded.body(), r#"{"detail":"Run not found"}"#);
        }
    }
}
