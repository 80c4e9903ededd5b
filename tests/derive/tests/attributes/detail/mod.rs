//! `#[detail]`.

mod forms;
mod option_formats;
mod templates;
