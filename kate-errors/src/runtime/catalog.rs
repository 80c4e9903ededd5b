//! Functions for the constants of a type's catalog.

use kate_errors_core::table::Table;

use crate::catalog::{Catalog, ErrorSpec};

/// The catalog of a type, from its table, its errors, and the catalogs of the types that it nests.
#[must_use]
pub const fn catalog(
    table: &'static Table<'static>,
    errors: &'static [ErrorSpec],
    groups: &'static [Catalog],
) -> Catalog {
    Catalog::new(table, errors, groups)
}

/// The catalog entries of the errors in a type's table. `N` is the number of errors.
#[must_use]
pub const fn errors<const N: usize>(table: &'static Table<'static>) -> [ErrorSpec; N] {
    let mut errors = [ErrorSpec::new(table, 0); N];
    let mut index = 0;
    while index < N {
        errors[index] = ErrorSpec::new(table, index);
        index += 1;
    }
    errors
}

/// The catalog of a transparent variant with a fix of its own: the errors of the field's type, with that fix.
#[must_use]
pub const fn group_with_fix(group: Catalog, errors: &'static [ErrorSpec]) -> Catalog {
    group.with_errors(errors)
}

/// All errors of a catalog, those of its groups included, with another fix. `N` is the number of these errors.
#[must_use]
pub const fn errors_with_fix<const N: usize>(
    catalog: &Catalog,
    fix: &'static str,
) -> [ErrorSpec; N] {
    let mut errors = [ErrorSpec::new(&Table::EMPTY, 0); N];
    fill_with_fix(catalog, fix, &mut errors, 0);
    errors
}

/// Writes a catalog's errors into `errors`, from the index `start` on. Returns the index after the last one.
const fn fill_with_fix(
    catalog: &Catalog,
    fix: &'static str,
    errors: &mut [ErrorSpec],
    start: usize,
) -> usize {
    let mut next = start;
    let mut index = 0;
    while index < catalog.errors().len() {
        errors[next] = catalog.errors()[index].with_fix(fix);
        next += 1;
        index += 1;
    }
    let mut group = 0;
    while group < catalog.groups().len() {
        next = fill_with_fix(&catalog.groups()[group], fix, errors, next);
        group += 1;
    }
    next
}
