//! The errors inside an error of a client.

use std::error::Error;
use std::{io, iter};

/// An error and all errors that it contains, at most a hundred. Its sources alone are not all of them: some errors print an error that
/// they contain as their own, and then have the source of that error.
pub(super) fn causes<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    iter::successors(Some(error), |&error| {
        inner(error).or_else(|| error.source())
    })
    .take(100)
}

/// Whether it is an error of a middleware's own. It may contain one of another call, such as that for a token.
pub(super) fn is_of_a_middleware(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "reqwest_middleware")]
    if let Some(reqwest_middleware::Error::Middleware(error)) = error.downcast_ref() {
        return error.downcast_ref::<reqwest_retry::RetryError>().is_none();
    }
    let _ = error;
    false
}

/// The error that an error contains and prints as its own.
fn inner<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    #[cfg(feature = "ureq")]
    match error.downcast_ref() {
        Some(ureq::Error::Io(inner)) => return Some(inner),
        Some(ureq::Error::Other(inner)) => return Some(&**inner),
        _ => {}
    }
    #[cfg(feature = "reqwest_middleware")]
    {
        use reqwest_middleware::Error as Middleware;
        match error.downcast_ref() {
            Some(Middleware::Middleware(inner)) => return Some(&**inner),
            Some(Middleware::Reqwest(inner)) => return Some(inner),
            None => {}
        }
        if let Some(reqwest_retry::RetryError::Error(inner)) = error.downcast_ref() {
            return Some(inner);
        }
    }
    let inner = error.downcast_ref::<io::Error>()?.get_ref()?;
    Some(inner)
}
