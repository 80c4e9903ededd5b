//! Clients against servers that answer well, wrongly, and not at all.

mod answers;
mod broken;
mod frames;
mod hostile_servers;
mod messages;
mod middleware;
mod received;
mod retries;
