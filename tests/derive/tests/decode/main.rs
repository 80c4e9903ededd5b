//! Decoding: which variant is chosen, what its fields take, and what becomes of bodies that are not ours.

mod arbitrary_bodies;
mod choice;
mod hostile_bodies;
mod languages;
mod proof;
mod shapes;
mod undecoded;
