//! Decoding: which variant is chosen, what its fields take, and what happens to a body that is not ours.

mod arbitrary_bodies;
mod choice;
mod exact;
mod field_languages;
mod hostile_bodies;
mod proof;
mod responses;
mod serde_body;
mod shapes;
mod undecoded;
mod without_status;
