//! The tests are in `tests`; this is the README's snippet.
#![cfg_attr(doctest, doc = include_str!("../../../README.md"))]
