//! FastAPI and Django REST framework from PyPI against the enums of this package; and Python clients against a server with this
//! crate. Where there is no Python, these tests are skipped and print that they are.

mod fastapi;
mod installed;
mod our_server;
mod requests;
mod rest_framework;
mod servers;
mod sources;
