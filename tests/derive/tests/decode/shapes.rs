//! Types with the details that hostile bodies imitate.

use kate_errors::KateError;

/// Templates of many shapes under one status.
#[derive(Debug, PartialEq, KateError)]
#[status(404)]
pub(crate) enum Shapes {
    #[detail("Artifact not found")]
    Constant,
    #[detail("Run {id} is lost")]
    Number { id: u64 },
    #[detail("No file {name}")]
    Free { name: String },
    #[detail("Key {key}/{rest}")]
    Characters {
        #[kate(chars = "0-9a-f")]
        key: String,
        rest: String,
    },
}

/// A field of any text, which may hold the literals after it.
#[derive(Debug, PartialEq, KateError)]
#[status(410)]
#[detail("{owner} used {used} of {limit}")]
pub(crate) struct Usage {
    pub(crate) owner: String,
    pub(crate) used: u32,
    pub(crate) limit: f64,
}

/// Fields of any text, so that a detail has many readings.
#[derive(Debug, PartialEq, KateError)]
#[status(409)]
#[detail("From {from} to {to} via {via}")]
#[kate(lossy)]
pub(crate) struct Route {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) via: String,
}
