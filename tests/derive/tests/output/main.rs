//! What is printed and sent: the catalog, the report, and what a response gives away.

mod catalog;
mod report;
mod security;
