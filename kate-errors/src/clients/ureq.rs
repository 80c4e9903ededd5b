//! [ureq](https://docs.rs/ureq) 3 with the feature `ureq`.
//!
//! By default, ureq makes an error of each response with an error status, and drops its headers and body. Turn that off, as below.
//! Otherwise the error is [`Undecoded`](crate::Undecoded) of the kind [`Dropped`](crate::UndecodedKind::Dropped), and has the status
//! only.
//!
//! ```no_run
//! use kate_errors::api::RunError;
//! use kate_errors::ureq::{ClientError, ResponseExt};
//!
//! let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
//! match agent.get("http://127.0.0.1:8080/runs/7").call().error_for::<RunError>() {
//!     Ok(mut response) => println!("{}", response.body_mut().read_to_string()?),
//!     Err(ClientError::Api(RunError::NotFound, _)) => println!("no such run"),
//!     Err(error) => println!("{error:#}"),
//! }
//! # Ok::<(), ureq::Error>(())
//! ```

use std::io::{ErrorKind, Read as _};
use std::mem;

use http::{Response, StatusCode};
use ureq::{Body, Error};

use super::error;
use super::limited_body::LimitedBody;
use crate::decode::Decode;
use crate::undecoded::Undecoded;
use crate::wire::{BODY_LIMIT, is_error};

/// The error of a call with ureq.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::ureq::ClientError;
///
/// fn is_gone(error: &ClientError<RunError>) -> bool {
///     matches!(error, ClientError::Api(RunError::NotFound, _))
/// }
/// ```
pub type ClientError<E> = error::ClientError<E, Error>;

impl<E> From<Error> for ClientError<E> {
    fn from(error: Error) -> Self {
        let status = match error {
            Error::StatusCode(code) => StatusCode::from_u16(code).ok(),
            _ => None,
        };
        match status {
            Some(status) => Self::Undecoded(Undecoded::dropped(status)),
            None => Self::Transport(error),
        }
    }
}

/// Turns a response with an error status into a typed error, and passes on any other response with its body unread. Implemented for
/// ureq's response and for a `Result` of one.
///
/// ```no_run
/// use kate_errors::api::RunError;
/// use kate_errors::ureq::{ClientError, ResponseExt};
///
/// # fn run(agent: &ureq::Agent) -> Result<(), ClientError<RunError>> {
/// let response = agent.get("http://127.0.0.1:8080/runs/7").call().error_for::<RunError>()?;
/// # Ok(())
/// # }
/// ```
pub trait ResponseExt: Sized {
    /// Passes a success on, and turns an error into a typed one. At most 64 KiB of its body are read. How long that may take is for the
    /// client to say: a timeout of each read alone does not end a body that comes byte by byte.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error, an error response that could not be decoded, or the client's own error.
    fn error_for<E: Decode>(self) -> Result<Response<Body>, ClientError<E>> {
        self.error_for_within(BODY_LIMIT)
    }

    /// [`error_for`](Self::error_for) with another limit, in bytes. A longer body is cut there, and the error is
    /// [`Undecoded`](crate::Undecoded) of the kind [`TooLong`](crate::UndecodedKind::TooLong).
    ///
    /// # Errors
    ///
    /// Those of [`error_for`](Self::error_for).
    fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response<Body>, ClientError<E>>;
}

impl ResponseExt for Response<Body> {
    fn error_for_within<E: Decode>(mut self, limit: usize) -> Result<Self, ClientError<E>> {
        let status = self.status();
        if !is_error(status) {
            return Ok(self);
        }
        let headers = mem::take(self.headers_mut());
        let mut read = LimitedBody::new(limit);
        let mut reader = self.body_mut().as_reader();
        let mut chunk = [0; 4096];
        loop {
            match reader.read(&mut chunk) {
                Ok(length) if length > 0 && read.push(&chunk[..length]) => {}
                Ok(_) => return Err(read.decode(status, headers)),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    return Err(read.decode_broken(status, headers, Error::from(error)));
                }
            }
        }
    }
}

impl ResponseExt for Result<Response<Body>, Error> {
    fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response<Body>, ClientError<E>> {
        self?.error_for_within(limit)
    }
}
