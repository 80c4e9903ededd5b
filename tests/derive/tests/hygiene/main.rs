//! The derive in modules and macros whose names collide with all that derived code could name.

mod deprecations;
mod item_names;
mod macros;
mod names;
mod primitives;
mod route_structs;
mod shadowed;
mod traits;
