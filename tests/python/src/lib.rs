//! All errors of two Python frameworks as enums: every `detail` that FastAPI (with Starlette) and Django REST framework send
//! themselves. The tests compare them with the sources of the installed packages and with running servers.
//!
//! None of them is marked `lossy`: each detail has one reading.

pub mod fastapi;
mod phrase;
pub mod rest_framework;
