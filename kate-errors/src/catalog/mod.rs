//! The errors of a type, listed.

use std::fmt;
use std::ptr;

use http::StatusCode;
use kate_errors_core::markdown::{ERRORS_HEAD, details, errors_line};
use kate_errors_core::table::Table;

use crate::wire::status_code;

/// A type whose errors can be listed. [The derive](macro@crate::KateError) implements it.
///
/// ```
/// use kate_errors::Documented;
/// use kate_errors::api::ApiError;
///
/// for group in ApiError::CATALOG.groups() {
///     println!("{}", group.title());
///     for error in group.errors() {
///         println!("  {} {}: {}", error.status(), error.name(), error.cause());
///     }
/// }
/// assert!(ApiError::CATALOG.iter().any(|error| error.name() == "TimedOut" && error.status() == 504));
/// ```
#[diagnostic::on_unimplemented(
    message = "the errors of `{Self}` are not listed",
    label = "has no catalog",
    note = "write `#[derive(KateError)]` on it, or `impl Documented` with `Catalog::undocumented(\"...\")`"
)]
pub trait Documented {
    /// The type's errors.
    const CATALOG: Catalog;
}

impl<T: Documented> Documented for Box<T> {
    const CATALOG: Catalog = T::CATALOG;
}

/// The errors of a type: its own, and as groups those of the types that its transparent variants hold.
///
/// Its `Display` is a Markdown document: a heading and a table for each group. Causes are Markdown, as doc comments are; texts
/// and fixes are shown as they are.
///
/// ```
/// use kate_errors::Documented;
/// use kate_errors::api::{ApiError, RunError};
///
/// let catalog = ApiError::CATALOG;
/// assert_eq!((catalog.name(), catalog.title()), ("ApiError", "The Kate API"));
/// assert_eq!((catalog.errors().len(), catalog.groups().len(), catalog.count()), (0, 7, 20));
/// assert!(catalog.to_string().contains("| 404 | `Run not found` | Invalid run ID | Check the run ID |"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Catalog {
    name: &'static str,
    title: &'static str,
    text: &'static str,
    errors: &'static [ErrorSpec],
    groups: &'static [Catalog],
}

impl Catalog {
    /// The catalog of a type that lists nothing, for types that implement [`KateError`](crate::KateError) by hand.
    #[must_use]
    pub const fn undocumented(name: &'static str) -> Self {
        Self {
            name,
            title: "",
            text: "",
            errors: &[],
            groups: &[],
        }
    }

    pub(crate) const fn of(
        table: &'static Table,
        errors: &'static [ErrorSpec],
        groups: &'static [Self],
    ) -> Self {
        Self {
            name: table.name,
            title: table.title,
            text: table.description,
            errors,
            groups,
        }
    }

    pub(crate) const fn with_errors(self, errors: &'static [ErrorSpec]) -> Self {
        Self {
            errors,
            groups: &[],
            ..self
        }
    }

    /// The type's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The first paragraph of the type's documentation; empty where it has none.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The rest of the type's documentation.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// The type's own errors, in order.
    #[must_use]
    pub const fn errors(&self) -> &'static [ErrorSpec] {
        self.errors
    }

    /// The catalogs of the types that transparent variants hold, in order.
    #[must_use]
    pub const fn groups(&self) -> &'static [Self] {
        self.groups
    }

    /// How many errors there are, those of all groups included.
    #[must_use]
    pub const fn count(&self) -> usize {
        let mut count = self.errors.len();
        let mut group = 0;
        while group < self.groups.len() {
            count += self.groups[group].count();
            group += 1;
        }
        count
    }

    /// All errors: the type's own, then those of each group.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        let nested: Box<dyn Iterator<Item = _>> = Box::new(self.groups.iter().flat_map(Self::iter));
        self.errors.iter().chain(nested)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, level: usize) -> fmt::Result {
        let title = if self.title.is_empty() {
            self.name
        } else {
            self.title
        };
        writeln!(f, "{:#<level$} {title}\n", "")?;
        if !self.text.is_empty() {
            writeln!(f, "{}\n", self.text)?;
        }
        if !self.errors.is_empty() {
            f.write_str(ERRORS_HEAD)?;
        }
        for error in self.errors {
            f.write_str(&errors_line(
                error.status().as_str(),
                &details(error.details()),
                error.cause(),
                error.fix().unwrap_or_default(),
            ))?;
        }
        if !self.errors.is_empty() {
            writeln!(f)?;
        }
        self.groups
            .iter()
            .try_for_each(|group| group.write(f, level + 1))
    }
}

impl fmt::Display for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 1)
    }
}

/// An error's entry in the [catalog](Catalog): all that is known of it without a value.
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
    table: &'static Table,
    index: usize,
    fix: Option<&'static str>,
}

impl ErrorSpec {
    pub(crate) const fn new(table: &'static Table, index: usize) -> Self {
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

    /// The name of the type that has this error.
    #[must_use]
    pub fn group(&self) -> &'static str {
        self.table.name
    }

    /// The variant's name, or the struct's.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.table.error_name(self.index)
    }

    /// The status that the error is sent with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        status_code(self.table.error_status(self.index))
    }

    /// The other statuses that decoding takes for this error; none where it takes [any](Self::accepts_any).
    pub fn accepted(&self) -> impl Iterator<Item = StatusCode> + use<> {
        self.table.error_accepted(self.index).map(status_code)
    }

    /// Whether decoding takes any error status for this error.
    #[must_use]
    pub fn accepts_any(&self) -> bool {
        self.table.error_accepts_any(self.index)
    }

    /// The forms of the text, as they were written: fields stand between braces.
    pub fn details(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.table.error_templates(self.index)
    }

    /// What brings the error about; empty where nothing says it.
    #[must_use]
    pub fn cause(&self) -> &'static str {
        self.table.error_cause(self.index)
    }

    /// What the caller can do about it.
    #[must_use]
    pub fn fix(&self) -> Option<&'static str> {
        self.fix.or_else(|| self.table.error_fix(self.index))
    }

    /// The names of the error's headers, and their values where they are constant.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + use<> {
        self.table.error_headers(self.index)
    }
}

impl PartialEq for ErrorSpec {
    /// Whether both are the entry of one variant.
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
