//! Servers whose routes answer with foreign errors: those of a framework, of middleware, and texts of handlers. Each rewrites
//! them in the layout of [`GateError`].
//!
//! | route | answers |
//! | --- | --- |
//! | `GET /own` | `GateError::Unknown` |
//! | `GET /text/{status}` | the status with [`TEXT`] |
//! | `GET /encoded/{status}` | the status with a text that claims to be compressed |
//! | `GET /html` | the status 500 with a page |
//! | `GET /long`, `/stream` | the status 500 with 64 KiB and a byte of text, and with a stream of text |
//! | `GET /broken` | JSON that cannot be written |
//! | `GET /panic` | nothing, because it panics |
//! | `POST /items` | the item that was sent; 100 bytes are too many |
//! | `POST /others` | the same, but the error of the framework is a `GateError::Other` |

pub mod actix_web;
pub mod axum;
pub mod poem;
pub mod rocket;
pub mod salvo;
pub mod warp;

use std::net::SocketAddr;
use std::sync::LazyLock;

use http::StatusCode;
use kate_errors::KateError;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};

/// An error whose detail is in another member, and that takes foreign errors.
#[derive(Debug, PartialEq, KateError)]
#[kate(member = "error", actix_web, axum, poem, rocket, salvo, warp)]
pub enum GateError {
    /// An error with a header.
    #[status(401)]
    #[detail("Who are you?")]
    #[header("www-authenticate", "Bearer")]
    Unknown,

    /// A foreign error.
    #[kate(other)]
    Other {
        /// Its status.
        status: StatusCode,
        /// Its text.
        detail: String,
    },
}

/// A text of a handler.
pub const TEXT: &str = "the file /srv/app/hunter2.rs is not there";

/// A value that cannot be written as JSON.
#[derive(Debug)]
pub struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("the column hunter2 is null"))
    }
}

/// A server with the documented line, and one that sends all texts.
#[derive(Clone, Copy, Debug)]
pub struct Servers {
    /// The framework.
    pub name: &'static str,
    /// The one that hides the texts of errors from 500 on.
    pub hiding: SocketAddr,
    /// The one that sends them.
    pub verbatim: SocketAddr,
}

/// The servers of each framework.
#[must_use]
pub fn all() -> &'static [Servers] {
    static ALL: LazyLock<[Servers; 6]> = LazyLock::new(|| {
        let servers = |name, start: fn(bool) -> SocketAddr| Servers {
            name,
            hiding: start(false),
            verbatim: start(true),
        };
        [
            servers("actix_web", actix_web::start),
            servers("axum", axum::start),
            servers("poem", poem::start),
            servers("rocket", rocket::start),
            servers("salvo", salvo::start),
            servers("warp", warp::start),
        ]
    });
    &*ALL
}

/// The servers with this name.
#[must_use]
pub fn named(name: &str) -> Servers {
    let found = all().iter().find(|servers| servers.name == name);
    *found.expect("a framework's name")
}

/// A text that claims to be compressed.
const ENCODED: (&str, &str) = ("content-encoding", "x-odd");

fn long() -> Vec<u8> {
    vec![b'a'; 64 * 1024 + 1]
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).expect("a status")
}
