//! Writes a form with fields, as a detail or as a body. Derived implementations of [`Emit::write`] call these functions.

use std::fmt::{self, Write};

use kate_errors_core::json::{BODY_END, write_body};
use kate_errors_core::table::{Body, FormEntry, Table};

use super::emit::Emit;
use super::output::Output;
use super::print::Values;
use crate::json::Escaped;

/// Writes a template with these values, as a detail or as a body. The type and the form are generic parameters, so the compiler
/// knows the form's entry in the table. It then compiles the writing of a body to a few copies.
///
/// # Errors
///
/// The errors of the values' `Display`.
pub fn write_template<E: Emit, const FORM: usize>(
    out: &mut Output<'_>,
    values: impl Values,
) -> fmt::Result {
    let form = &E::TABLE.forms[FORM];
    match (out, form.body) {
        (Output::Body(out), Some(body)) => {
            if out.capacity() == 0 {
                reserve(form, body, values, out);
            }
            out.extend_from_slice(body.start.as_bytes());
            let written = values.escape(form.placeholders, body.end, out);
            // The body ends as valid JSON even if a value's `Display` fails.
            written.inspect_err(|_| out.extend_from_slice(BODY_END.as_bytes()))
        }
        (out, _) => write_escaped(E::TABLE, form, values, out),
    }
}

/// Writes a detail that only `format!` can make.
///
/// # Errors
///
/// The errors of the arguments' formatting.
pub fn write_format(
    out: &mut Output<'_>,
    table: &'static Table<'static>,
    detail: fmt::Arguments<'_>,
) -> fmt::Result {
    match out {
        Output::Detail(out) => out.write_fmt(detail),
        Output::Body(out) => in_body(table, out, |out| out.write_fmt(detail)),
    }
}

/// Writes a template as a detail, or as a body in which its literals are escaped too.
#[inline(never)]
fn write_escaped(
    table: &'static Table<'static>,
    form: &FormEntry<'_>,
    values: impl Values,
    out: &mut Output<'_>,
) -> fmt::Result {
    match out {
        Output::Detail(out) => write_detail(form, values, *out),
        Output::Body(out) => in_body(table, out, |out| write_detail(form, values, out)),
    }
}

fn write_detail(form: &FormEntry<'_>, values: impl Values, out: &mut dyn Write) -> fmt::Result {
    out.write_str(form.leading)?;
    values.print(form.placeholders, out)
}

/// Writes a body. `detail` writes the detail, which is escaped on the way.
fn in_body(
    table: &'static Table<'static>,
    out: &mut Vec<u8>,
    detail: impl FnOnce(&mut Escaped<'_>) -> fmt::Result,
) -> fmt::Result {
    let mut written = Ok(());
    write_body(table.member, out, |out| written = detail(&mut Escaped(out)));
    written
}

/// Reserves the exact length of the body if nothing must be escaped.
#[inline(never)]
fn reserve(form: &FormEntry<'_>, body: Body<'_>, values: impl Values, out: &mut Vec<u8>) {
    out.reserve_exact(body.literals(form.placeholders) + values.size());
}
