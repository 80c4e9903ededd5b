//! The body of an error, read up to a limit: a hostile server fills no memory.

use http::{HeaderMap, StatusCode};

use super::ClientError;
use crate::Decode;
use crate::undecoded::Undecoded;

/// The most that is read of an error's body, in bytes, unless another limit is set: 64 KiB.
pub(super) const MOST: usize = 64 * 1024;

/// The body of an error, read up to a limit.
#[derive(Debug)]
pub(super) struct Limited {
    body: Vec<u8>,
    limit: usize,
    /// How many chunks brought nothing: a server can send them without end.
    empty: usize,
    pub(super) cut: bool,
}

impl Limited {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            body: Vec::new(),
            limit,
            empty: 0,
            cut: false,
        }
    }

    /// Takes what fits; whether more is wanted. A chunk that brings nothing counts as one that brings a byte.
    pub(super) fn push(&mut self, chunk: &[u8]) -> bool {
        let room = self.limit - self.body.len();
        self.empty += usize::from(chunk.is_empty());
        self.cut |= chunk.len() > room || self.empty > self.limit;
        self.body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        !self.cut
    }

    /// The error, of what was read. What was cut is not looked into.
    pub(super) fn decode<E: Decode, T>(
        self,
        status: StatusCode,
        headers: &HeaderMap,
    ) -> ClientError<E, T> {
        if self.cut {
            let cut = Undecoded::too_long(status, headers, &self.body);
            return ClientError::Undecoded(cut);
        }
        match E::decode(status, headers, &self.body) {
            Ok(error) => ClientError::Api(error),
            Err(undecoded) => ClientError::Undecoded(undecoded),
        }
    }
}
