//! Servers of all frameworks, asked over loopback ports.

mod beside_the_layer;
mod connections;
mod error_names;
mod foreign_errors;
mod framework_errors;
mod handlers;
mod kate_api;
mod own_responses;
mod same_bytes;
mod secrets;
mod shared_bodies;
