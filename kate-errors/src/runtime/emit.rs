//! How derived code describes a value to the runtime, so that it can be sent.

use std::fmt;

use http::StatusCode;
use kate_errors_core::table::Table;

use super::output::Output;
use crate::catalog::ErrorSpec;
use crate::error::KateError;

/// What the derive implements for a type that is sent. The functions of [`kate_error`](super::kate_error) make the methods of
/// [`KateError`] of it.
#[doc(hidden)]
pub trait Emit {
    /// The table of the type's errors and forms.
    const TABLE: &'static Table<'static>;
    /// The type's errors, as its catalog lists them.
    const ERRORS: &'static [ErrorSpec];

    /// The number of the form in which the value is written. The runtime calls this only for values whose role is [`Role::Own`].
    fn form(&self) -> usize;

    /// The role of the value's variant.
    fn role(&self) -> Role<'_> {
        Role::Own
    }

    /// Writes the detail of the value, or a body with it. The runtime calls this only if the value's form is not constant.
    ///
    /// # Errors
    ///
    /// The errors of the fields' `Display`.
    fn write(&self, out: &mut Output<'_>) -> fmt::Result;
}

/// Where the status and the detail of a value come from, which depends on its variant.
#[derive(Debug)]
pub enum Role<'a> {
    /// From the table, which describes the variant.
    Own,
    /// From this error, which a transparent variant holds.
    Transparent(&'a dyn KateError),
    /// From this error, which a transparent variant with a fix of its own holds. The other parts are that fix, and the errors of
    /// the held type with that fix.
    TransparentWithFix(&'a dyn KateError, &'static str, &'static [ErrorSpec]),
    /// From the fields of the variant marked `#[kate(other)]`: its status and detail.
    Other(StatusCode, &'a str),
}
