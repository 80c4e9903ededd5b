//! The errors of a type as data.

mod markdown;
mod spec;

use std::sync::Arc;

use kate_errors_core::table::Table;

pub use spec::ErrorSpec;

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

impl<T: Documented> Documented for Arc<T> {
    const CATALOG: Catalog = T::CATALOG;
}

/// The errors of a type: its own errors, and a group for each type that a transparent variant holds.
///
/// `Display` prints a Markdown document, with a heading and a table for each group. Causes are Markdown, as doc comments are. In
/// details and fixes the characters of Markdown are escaped, so that they are shown as they are.
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
    description: &'static str,
    member: &'static str,
    errors: &'static [ErrorSpec],
    groups: &'static [Catalog],
}

impl Catalog {
    /// The catalog of a type that lists no errors, for types that implement [`KateError`](crate::KateError) by hand.
    #[must_use]
    pub const fn undocumented(name: &'static str) -> Self {
        Self {
            name,
            title: "",
            description: "",
            member: Table::EMPTY.member,
            errors: &[],
            groups: &[],
        }
    }

    pub(crate) const fn new(
        table: &'static Table<'static>,
        errors: &'static [ErrorSpec],
        groups: &'static [Self],
    ) -> Self {
        Self {
            name: table.name,
            title: table.title,
            description: table.description,
            member: table.member,
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

    /// The first paragraph of the type's documentation. It is empty if there is none.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The rest of the type's documentation, after the [title](Self::title).
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The JSON member that contains the detail of the type's errors: the one of `#[kate(member = "...")]`, else
    /// `detail`.
    ///
    /// ```
    /// use kate_errors::{Documented, KateError};
    ///
    /// #[derive(Debug, KateError)]
    /// #[kate(member = "error")]
    /// #[status(404)]
    /// #[detail("Run not found")]
    /// struct NoRun;
    ///
    /// assert_eq!(NoRun::CATALOG.member(), "error");
    /// ```
    #[must_use]
    pub const fn member(&self) -> &'static str {
        self.member
    }

    /// The type's own errors, in the order of its variants.
    #[must_use]
    pub const fn errors(&self) -> &'static [ErrorSpec] {
        self.errors
    }

    /// The catalogs of the types that transparent variants hold, in the order of these variants.
    #[must_use]
    pub const fn groups(&self) -> &'static [Self] {
        self.groups
    }

    /// The number of errors, including those of all groups.
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

    /// All errors: the type's own, and then those of each group.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        let nested: Box<dyn Iterator<Item = _>> = Box::new(self.groups.iter().flat_map(Self::iter));
        self.errors.iter().chain(nested)
    }
}
