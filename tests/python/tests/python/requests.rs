//! Requests to a server, and their answers.

use std::fmt::Debug;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use kate_errors::{Decode, KateError, Undecoded, UndecodedKind};
use reqwest::{Client, Method};

use crate::servers::Server;

const PATIENCE: Duration = Duration::from_secs(20);

/// A request to any server.
#[derive(Default)]
pub(crate) struct Request {
    method: Method,
    path: String,
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
}

pub(crate) fn get(path: &str) -> Request {
    Request {
        path: path.to_owned(),
        ..Request::default()
    }
}

pub(crate) fn post(path: &str, content_type: &'static str, body: impl Into<Vec<u8>>) -> Request {
    Request {
        method: Method::POST,
        body: body.into(),
        ..get(path)
    }
    .header("content-type", content_type)
}

impl Request {
    pub(crate) fn method(self, method: Method) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) async fn ask(self, server: &Server) -> Answer {
        let client = Client::builder().no_proxy().timeout(PATIENCE).build();
        let url = server.address.clone() + &self.path;
        let mut request = client.unwrap().request(self.method, url).body(self.body);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let response = request.send().await.unwrap();
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn decode<E: Decode>(&self) -> Result<E, Undecoded> {
        E::decode(self.status, &self.headers, &self.body)
    }

    /// Asserts that the answer decodes to this error, and has the body that this crate writes.
    #[track_caller]
    pub(crate) fn is<E: Decode + KateError + PartialEq>(&self, error: &E) {
        let decoded = self.decode::<E>();
        assert_eq!(decoded.as_ref().ok(), Some(error), "{self:?}");
        assert_eq!(error.body(), self.body);
    }

    /// Asserts that the answer has no detail, and that all of it is kept.
    #[track_caller]
    pub(crate) fn is_kept_whole<E: Decode + Debug>(&self, status: u16, content_type: &str) {
        assert_eq!(self.status, status);
        assert_eq!(self.headers["content-type"], content_type);
        let error = self.decode::<E>().unwrap_err();
        assert_ne!(error.kind(), UndecodedKind::NoMatch, "{error}");
        let (status, headers, body) = error.into_parts();
        assert_eq!(
            (status, &headers, &body),
            (self.status, &self.headers, &self.body)
        );
    }
}
