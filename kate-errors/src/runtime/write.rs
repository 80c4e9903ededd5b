//! Writing a form with fields, as a detail or as a body: what derived implementations of [`Emit::write`] call.

use std::fmt::{self, Write};

use kate_errors_core::json::{BODY_END, write_body};
use kate_errors_core::table::{Entry, Table};

use super::emit::Emit;
use super::output::Output;
use super::print::Values;
use crate::json::Escaped;

/// Writes the template of an entry with these values. Type and entry are parameters of the function, so that the table's content
/// is known when it is compiled: writing a body then comes down to a few copies.
///
/// # Errors
///
/// Those of the values' own `Display`.
pub fn write_template<E: Emit, const ENTRY: usize>(
    out: &mut Output<'_>,
    values: impl Values,
) -> fmt::Result {
    let entry = E::TABLE.entry(ENTRY);
    match (out, entry.head()) {
        (Output::Body(out), Some(head)) => {
            if out.capacity() == 0 {
                reserve(E::TABLE, ENTRY, values, out);
            }
            out.extend_from_slice(head);
            let written = values.escape(entry, 0, out);
            // The body ends as JSON even where a value's `Display` fails.
            written.inspect_err(|_| out.extend_from_slice(BODY_END.as_bytes()))
        }
        (out, _) => write_escaped(E::TABLE, ENTRY, values, out),
    }
}

/// Writes a detail that only `format!` can make.
///
/// # Errors
///
/// Those of the arguments' own formatting.
pub fn write_format(
    out: &mut Output<'_>,
    table: &'static Table,
    detail: fmt::Arguments<'_>,
) -> fmt::Result {
    match out {
        Output::Detail(out) => out.write_fmt(detail),
        Output::Body(out) => in_body(table, out, |out| out.write_fmt(detail)),
    }
}

/// Writes a template, some literals of which must be escaped in a body.
#[inline(never)]
fn write_escaped(
    table: &'static Table,
    entry: usize,
    values: impl Values,
    out: &mut Output<'_>,
) -> fmt::Result {
    let entry = table.entry(entry);
    match out {
        Output::Detail(out) => write_detail(entry, values, *out),
        Output::Body(out) => in_body(table, out, |out| write_detail(entry, values, out)),
    }
}

fn write_detail(entry: Entry, values: impl Values, out: &mut dyn Write) -> fmt::Result {
    out.write_str(entry.text())?;
    values.print(entry, 0, out)
}

/// Writes the body around a detail.
fn in_body(
    table: &'static Table,
    out: &mut Vec<u8>,
    detail: impl FnOnce(&mut Escaped<'_>) -> fmt::Result,
) -> fmt::Result {
    let mut written = Ok(());
    write_body(table.member, out, |out| written = detail(&mut Escaped(out)));
    written
}

/// Reserves exactly what the body takes if nothing must be escaped.
#[inline(never)]
fn reserve(table: &'static Table, entry: usize, values: impl Values, out: &mut Vec<u8>) {
    out.reserve_exact(table.entry(entry).literals() + values.size());
}
