//! `#[detail]`.

mod forms;
mod templates;
