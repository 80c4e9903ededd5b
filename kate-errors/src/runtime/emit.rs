//! How derived code describes a value to the runtime, so that it can be sent.

use std::fmt;

use http::StatusCode;
use kate_errors_core::table::Table;

use super::output::Output;
use crate::catalog::ErrorSpec;
use crate::error::KateError;

/// The part of [`KateError`] that the derive implements. The other part is in [`kate_error`](super::kate_error).
#[doc(hidden)]
pub trait Emit {
    /// The type's errors and forms.
    const TABLE: &'static Table<'static>;
    /// The type's errors, as its catalog lists them.
    const ERRORS: &'static [ErrorSpec];

    /// The number of the form in which the value is written. It is called only for values whose role is [`Role::Own`].
    fn form(&self) -> usize;

    /// The role of the value's variant.
    fn role(&self) -> Role<'_> {
        Role::Own
    }

    /// Writes the value, if its form has fields.
    ///
    /// # Errors
    ///
    /// Those of the fields' own `Display`.
    fn write(&self, out: &mut Output<'_>) -> fmt::Result;
}

/// The role of a value's variant.
#[derive(Debug)]
pub enum Role<'a> {
    /// An error of its own, which the table describes.
    Own,
    /// A transparent variant, with the error that it holds.
    Transparent(&'a dyn KateError),
    /// A transparent variant with a fix of its own: the error that it holds, the fix, and that error's type's catalog with the fix.
    TransparentWithFix(&'a dyn KateError, &'static str, &'static [ErrorSpec]),
    /// The variant marked `#[kate(other)]`, with its status and detail.
    Other(StatusCode, &'a str),
}
