//! `#[detail]`.

mod defaults;
mod forms;
mod templates;
