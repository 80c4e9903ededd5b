//! Bodies that are not ours.

mod arbitrary;
mod bodies;
mod shapes;
