//! What the tests share: errors, a server of each framework that sends them, and a client that keeps every byte.
#![expect(clippy::missing_panics_doc, reason = "a test that cannot go on panics")]
#![expect(clippy::unused_async, reason = "handlers of users are async")]

pub mod checks;
pub mod client;
pub mod errors;
pub mod foreign;
pub mod pages;
pub mod servers;
