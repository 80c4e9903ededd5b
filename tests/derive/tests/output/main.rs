//! What is printed and sent: the catalog, the report, and what a response discloses.

mod catalog;
mod report;
mod security;
