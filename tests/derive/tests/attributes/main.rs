//! One module for each attribute, in the order and by the names of `tests/ui/cases`.

mod detail;
mod header;
mod kate;
mod source;
mod status;
mod transparent;
