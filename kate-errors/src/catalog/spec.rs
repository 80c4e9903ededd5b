//! A single error of a catalog.

use std::{fmt, ptr};

use http::StatusCode;
use kate_errors_core::table::{Accept, ErrorEntry, Table};

use crate::wire::status_code;

/// An error's entry in the [catalog](crate::Catalog): everything that is known about it without a value.
///
/// ```
/// use kate_errors::KateError;
/// use kate_errors::api::QueryError;
///
/// let error = QueryError::InsufficientTokenBalance { required: Some(5), available: Some(2) };
/// let spec = error.spec().unwrap();
/// assert_eq!((spec.group(), spec.name()), ("QueryError", "InsufficientTokenBalance"));
/// assert_eq!(spec.cause(), "Not enough tokens for per-query charge");
/// assert_eq!(spec.fix(), Some("Add tokens"));
/// let details: Vec<_> = spec.details().collect();
/// assert_eq!(details, [
///     "Insufficient token balance. Required: {required}, available: {available}",
///     "Insufficient token balance",
/// ]);
/// ```
#[derive(Clone, Copy)]
pub struct ErrorSpec {
    table: &'static Table<'static>,
    index: usize,
    fix: Option<&'static str>,
}

impl ErrorSpec {
    pub(crate) const fn new(table: &'static Table<'static>, index: usize) -> Self {
        Self {
            table,
            index,
            fix: None,
        }
    }

    pub(crate) const fn with_fix(self, fix: &'static str) -> Self {
        Self {
            fix: Some(fix),
            ..self
        }
    }

    const fn entry(&self) -> &'static ErrorEntry<'static> {
        &self.table.errors[self.index]
    }

    /// The name of the type that has this error.
    #[must_use]
    pub fn group(&self) -> &'static str {
        self.table.name
    }

    /// The variant's name, or the struct's.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.entry().name
    }

    /// The status that the error is sent with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        status_code(self.entry().status)
    }

    /// The statuses under which decoding takes this error, besides its own. There are none if it takes [any](Self::accepts_any).
    pub fn accepted(&self) -> impl Iterator<Item = StatusCode> + use<> {
        let accepted = match self.entry().accept {
            Accept::Only(statuses) => statuses,
            Accept::Any => &[],
        };
        accepted.iter().copied().map(status_code)
    }

    /// Whether decoding takes this error under any error status.
    #[must_use]
    pub fn accepts_any(&self) -> bool {
        self.entry().accept == Accept::Any
    }

    /// The templates of the error's details as they were written, with fields in braces. There is one for each form.
    pub fn details(&self) -> impl Iterator<Item = &'static str> + use<> {
        let forms = &self.table.forms[self.entry().forms.clone()];
        forms.iter().map(|form| form.detail)
    }

    /// What causes the error. It is empty if that is not documented.
    #[must_use]
    pub fn cause(&self) -> &'static str {
        self.entry().cause
    }

    /// What the caller can do about the error.
    #[must_use]
    pub fn fix(&self) -> Option<&'static str> {
        self.fix.or_else(|| self.entry().fix)
    }

    /// The names of the error's headers, and the values of those that are constant.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + use<> {
        let headers = self.entry().headers.iter();
        headers.map(|header| (header.name, header.value))
    }
}

impl PartialEq for ErrorSpec {
    /// Whether both are the entry of the same variant. The [fix](Self::fix) is not compared.
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.table, other.table) && self.index == other.index
    }
}

impl Eq for ErrorSpec {}

impl fmt::Debug for ErrorSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorSpec")
            .field("group", &self.group())
            .field("name", &self.name())
            .field("status", &self.status())
            .field("details", &self.details().collect::<Vec<_>>())
            .field("cause", &self.cause())
            .field("fix", &self.fix())
            .finish_non_exhaustive()
    }
}
