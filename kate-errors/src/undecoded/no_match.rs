//! Why a detail could not be decoded.

use std::error::Error;
use std::fmt;

use http::StatusCode;

use super::unread::Unread;
use crate::wire::status_code;

/// No error of the type has this detail.
///
/// ```
/// use http::StatusCode;
/// use kate_errors::Decode;
/// use kate_errors::api::RunError;
///
/// let error = RunError::from_detail(Some(StatusCode::NOT_FOUND), "Run away").unwrap_err();
/// assert_eq!(error.to_string(), "no error of `RunError` says this");
/// assert_eq!(error.shared_by(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoMatch {
    type_name: &'static str,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Why {
    None,
    /// Errors of two statuses have the detail.
    Shared(u16, u16),
    /// A variant that is never read back has it.
    Unread(Unread),
}

impl NoMatch {
    pub(crate) const fn none(type_name: &'static str, unread: Option<Unread>) -> Self {
        let why = match unread {
            Some(unread) => Why::Unread(unread),
            None => Why::None,
        };
        Self { type_name, why }
    }

    pub(crate) const fn shared(type_name: &'static str, first: u16, second: u16) -> Self {
        Self {
            type_name,
            why: Why::Shared(first, second),
        }
    }

    /// Two statuses of errors that have this detail. They are set if more than one error has the detail, and only the status
    /// would tell which one it is.
    #[must_use]
    pub fn shared_by(&self) -> Option<(StatusCode, StatusCode)> {
        match self.why {
            Why::Shared(first, second) => Some((status_code(first), status_code(second))),
            Why::None | Why::Unread(_) => None,
        }
    }
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.type_name;
        match self.why {
            Why::None => write!(f, "no error of `{name}` says this"),
            Why::Unread(unread) => write!(f, "no error of `{name}` says this; {unread}"),
            Why::Shared(first, second) => {
                write!(
                    f,
                    "errors of `{name}` say this under status {first} and under {second}; only a status tells them apart"
                )
            }
        }
    }
}

impl Error for NoMatch {}
