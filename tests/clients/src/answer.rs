//! What a server sends.

use std::time::Duration;

/// What a server sends on each connection, and how it ends.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The bytes, in pieces with a pause before each.
    pub pieces: Vec<(Duration, Vec<u8>)>,
    /// What follows.
    pub end: End,
}

/// How a connection ends.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// The server closes it.
    Close,
    /// The server resets it.
    Reset,
    /// The server leaves it open and sends no more.
    Hold,
}

impl Answer {
    /// These bytes at once, and the end of the connection.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            pieces: vec![(Duration::ZERO, bytes.into())],
            end: End::Close,
        }
    }

    /// The bytes in pieces of this size, with a pause before each.
    #[must_use]
    pub fn drip(bytes: &[u8], size: usize, pause: Duration) -> Self {
        let pieces = bytes.chunks(size).map(|piece| (pause, piece.to_vec()));
        Self {
            pieces: pieces.collect(),
            end: End::Close,
        }
    }

    /// The same with another end.
    #[must_use]
    pub fn then(self, end: End) -> Self {
        Self { end, ..self }
    }
}
