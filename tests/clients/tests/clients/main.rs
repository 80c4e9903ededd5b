//! Clients against servers that answer well, wrongly, and not at all.

mod answers;
mod frames;
mod hostile_servers;
