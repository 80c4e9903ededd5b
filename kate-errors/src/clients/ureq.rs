//! [ureq](https://docs.rs/ureq) 3, by the feature `ureq`.
//!
//! By default ureq makes an error of each error status and drops the body, in which the API says what is wrong: turn that off.
//! Where it is on, such an error is [`Undecoded`](crate::Undecoded), of the kind [`Dropped`](crate::UndecodedKind::Dropped): its status is known, and no more.
//!
//! ```no_run
//! use kate_errors::api::RunError;
//! use kate_errors::ureq::{ClientError, ResponseExt};
//!
//! let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
//! match agent.get("http://127.0.0.1:8080/runs/7").call().error_for::<RunError>() {
//!     Ok(mut response) => println!("{}", response.body_mut().read_to_string()?),
//!     Err(ClientError::Api(RunError::NotFound)) => println!("no such run"),
//!     Err(error) => println!("{error:#}"),
//! }
//! # Ok::<(), ureq::Error>(())
//! ```

use std::io::{ErrorKind, Read as _};

use http::{Response, StatusCode};
use ureq::{Body, Error};

use super::limited::{Limited, MOST};
use crate::Decode;
use crate::undecoded::Undecoded;

/// Why a call by ureq brought no success.
///
/// ```
/// use kate_errors::api::RunError;
/// use kate_errors::ureq::ClientError;
///
/// let error: ClientError<RunError> = ClientError::Api(RunError::NotFound);
/// assert_eq!(format!("{error:#}"), "Run not found\nfix: Check the run ID");
/// ```
pub type ClientError<E> = super::ClientError<E, Error>;

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

/// Makes a typed error of a response with an error status; any other passes with its body unread. For ureq's response, and for
/// the `Result` of one.
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
    /// Reads at most 64 KiB of an error's body.
    ///
    /// # Errors
    ///
    /// [`ClientError`]: the API's error; what could not be decoded, whole; or why the call failed.
    fn error_for<E: Decode>(self) -> Result<Response<Body>, ClientError<E>> {
        self.error_for_within(MOST)
    }

    /// Reads at most so many bytes of an error's body. What is longer is [`Undecoded`](crate::Undecoded), cut and says so.
    ///
    /// # Errors
    ///
    /// Those of [`error_for`](Self::error_for).
    fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response<Body>, ClientError<E>>;
}

impl ResponseExt for Response<Body> {
    fn error_for_within<E: Decode>(mut self, limit: usize) -> Result<Self, ClientError<E>> {
        let status = self.status();
        if !crate::wire::is_error(status) {
            return Ok(self);
        }
        let mut read = Limited::new(limit);
        let mut reader = self.body_mut().as_reader();
        let mut chunk = [0; 4096];
        loop {
            let length = match reader.read(&mut chunk) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                read => read.map_err(Error::from)?,
            };
            if length == 0 || !read.push(&chunk[..length]) {
                break;
            }
        }
        Err(read.decode(status, self.headers()))
    }
}

impl ResponseExt for Result<Response<Body>, Error> {
    fn error_for_within<E: Decode>(self, limit: usize) -> Result<Response<Body>, ClientError<E>> {
        self?.error_for_within(limit)
    }
}
