//! Reads the body of an error up to a limit, so that a hostile server cannot fill the client's memory.

use std::error::Error;

use http::{HeaderMap, StatusCode};

use super::error::ClientError;
use crate::decode::Decode;
use crate::received::Received;
use crate::undecoded::Undecoded;

/// The beginning of an error's body.
#[derive(Debug)]
pub(super) struct LimitedBody {
    body: Vec<u8>,
    limit: usize,
    /// How many chunks were empty. A server can send them without end.
    empty_chunks: usize,
    is_cut: bool,
}

impl LimitedBody {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            body: Vec::new(),
            limit,
            empty_chunks: 0,
            is_cut: false,
        }
    }

    /// Adds a chunk up to the limit, and returns whether to go on reading. There may be as many empty chunks as bytes.
    pub(super) fn push(&mut self, chunk: &[u8]) -> bool {
        let room = self.limit - self.body.len();
        self.empty_chunks += usize::from(chunk.is_empty());
        self.is_cut |= chunk.len() > room || self.empty_chunks > self.limit;
        self.body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        !self.is_cut
    }

    /// Whether the body was longer than the limit.
    #[cfg(feature = "reqwest_blocking")]
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The error of this body. A body that was cut is not decoded.
    pub(super) fn decode<E: Decode, T>(
        self,
        status: StatusCode,
        headers: HeaderMap,
    ) -> ClientError<E, T> {
        if self.is_cut {
            let received = Received::new(status, headers, self.body);
            return ClientError::Undecoded(Undecoded::too_long(received));
        }
        match E::decode(status, &headers, &self.body) {
            Ok(error) => ClientError::Api(error, Received::new(status, headers, self.body)),
            Err(undecoded) => ClientError::Undecoded(undecoded),
        }
    }

    /// The error of a body that broke off with this error of the client. The bytes so far may be a whole body nevertheless: JSON
    /// tells where it ends.
    pub(super) fn decode_broken<E: Decode, T>(
        self,
        status: StatusCode,
        headers: HeaderMap,
        error: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> ClientError<E, T> {
        let decoded = E::decode(status, &headers, &self.body);
        let received = Received::new(status, headers, self.body);
        match decoded {
            Ok(decoded) => ClientError::Api(decoded, received),
            Err(_) => ClientError::Undecoded(Undecoded::broken_off(received, error.into())),
        }
    }
}
