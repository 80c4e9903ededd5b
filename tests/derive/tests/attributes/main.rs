//! One module for each attribute, by the names of `tests/ui/cases`.

mod chars;
mod detail;
mod fix;
mod header;
mod kate;
mod len;
mod other;
mod source;
mod status;
mod transparent;
mod words;
