//! Every value of a type that compiles comes back equal from its response.

mod checks;
mod field_types;
mod forms;
mod pointers;
mod uuid;
