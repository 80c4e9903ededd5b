//! A catalog as a Markdown document.

use std::fmt;

use kate_errors_core::markdown::{ERRORS_HEAD, details, errors_line};

use super::Catalog;

impl fmt::Display for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_group(self, f, 1)
    }
}

fn write_group(group: &Catalog, f: &mut fmt::Formatter<'_>, level: usize) -> fmt::Result {
    let title = if group.title().is_empty() {
        group.name()
    } else {
        group.title()
    };
    writeln!(f, "{:#<level$} {title}\n", "")?;
    if !group.description().is_empty() {
        writeln!(f, "{}\n", group.description())?;
    }
    if !group.errors().is_empty() {
        f.write_str(ERRORS_HEAD)?;
        for error in group.errors() {
            f.write_str(&errors_line(
                error.status().as_str(),
                &details(error.details()),
                error.cause(),
                error.fix().unwrap_or_default(),
            ))?;
        }
        writeln!(f)?;
    }
    let nested = group.groups().iter();
    nested
        .copied()
        .try_for_each(|nested| write_group(&nested, f, level + 1))
}
