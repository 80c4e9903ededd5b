//! FastAPI and Django REST framework, as they are on PyPI, against the enums of this crate; and Python's clients against a
//! server of ours. Where there is no Python these tests are skipped, and say so.

mod fastapi;
mod installed;
mod our_server;
mod requests;
mod sources;

mod rest_framework;
mod servers;
