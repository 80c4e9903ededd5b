//! The errors of two Python frameworks as enums, whole: every text that FastAPI (with Starlette) and Django REST framework
//! send as `detail` themselves. The tests compare them with the installed packages' sources and with running servers.
//!
//! No mark `lossy` stands in them: each of these texts can be read in one way only.

pub mod fastapi;
mod phrase;
pub mod rest_framework;
