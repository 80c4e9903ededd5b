//! What is worth a retry.

use std::error::Error;
use std::io;

use http::StatusCode;

use super::causes::{causes, is_of_a_middleware};

/// Whether a response with this status, and without `retry-after`, is worth a retry.
///
/// Statuses that are not registered count as 500 (RFC 9110, section 15). 529 is one of them.
pub(super) fn is_transient(status: StatusCode) -> bool {
    match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => true,
        // They report what the server or the account lacks, and lacks the next time too.
        StatusCode::NOT_IMPLEMENTED
        | StatusCode::HTTP_VERSION_NOT_SUPPORTED
        | StatusCode::VARIANT_ALSO_NEGOTIATES
        | StatusCode::INSUFFICIENT_STORAGE
        | StatusCode::LOOP_DETECTED
        | StatusCode::NOT_EXTENDED
        | StatusCode::NETWORK_AUTHENTICATION_REQUIRED => false,
        status => status.as_u16() >= 500,
    }
}

/// Whether a client's error is a timeout, or the end of a connection.
pub(super) fn is_interruption(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|error| is_timeout(error) || is_disconnect(error) || is_no_connection(error))
}

/// Whether a client's error reports that no connection was made.
pub(super) fn is_unsent(error: &(dyn Error + 'static)) -> bool {
    let mut own = causes(error).take_while(|error| !is_of_a_middleware(*error));
    own.any(is_no_connection)
}

fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "reqwest")]
    if error.downcast_ref().is_some_and(reqwest::Error::is_timeout) {
        return true;
    }
    #[cfg(feature = "ureq")]
    if matches!(error.downcast_ref(), Some(ureq::Error::Timeout(_))) {
        return true;
    }
    io_kind(error) == Some(io::ErrorKind::TimedOut)
}

fn is_disconnect(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "hyper")]
    if let Some(error) = error.downcast_ref::<hyper::Error>() {
        if error.is_incomplete_message() || error.is_canceled() || error.is_closed() {
            return true;
        }
    }
    matches!(
        io_kind(error),
        Some(
            io::ErrorKind::BrokenPipe
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::ConnectionReset
                | io::ErrorKind::HostUnreachable
                | io::ErrorKind::NetworkDown
                | io::ErrorKind::NetworkUnreachable
                | io::ErrorKind::NotConnected
                | io::ErrorKind::UnexpectedEof
        )
    )
}

fn is_no_connection(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "reqwest")]
    if error.downcast_ref().is_some_and(reqwest::Error::is_connect) {
        return true;
    }
    #[cfg(feature = "ureq")]
    if matches!(
        error.downcast_ref(),
        Some(
            ureq::Error::ConnectionFailed
                | ureq::Error::ConnectProxyFailed(_)
                | ureq::Error::HostNotFound
                | ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve)
        )
    ) {
        return true;
    }
    is_lookup(error)
        || matches!(
            io_kind(error),
            Some(io::ErrorKind::AddrNotAvailable | io::ErrorKind::ConnectionRefused)
        )
}

/// Whether a name was not found. The standard library has no kind for it: on Unix only the text tells it, and on Windows the code,
/// which is that of "host not found", "try again", "no recovery" or "no data".
fn is_lookup(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| {
        let by_code = cfg!(windows) && matches!(error.raw_os_error(), Some(11001..=11004));
        // Errors with a code are not of the lookup on Unix, and need not be printed.
        let may_tell = error.raw_os_error().is_none();
        by_code || may_tell && error.to_string().starts_with("failed to lookup address")
    })
}

fn io_kind(error: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    error.downcast_ref().map(io::Error::kind)
}
