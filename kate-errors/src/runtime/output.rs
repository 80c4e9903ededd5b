//! Where a text goes: what derived code writes to.

use std::fmt::{self, Write};

use kate_errors_core::json::{BODY_END, write_body};
use kate_errors_core::table::{Entry, Table};

use super::emit::Emit;
use super::print::Values;
use crate::json::Escaped;

/// Where a text goes.
#[derive(Debug)]
pub struct Output<'a>(Target<'a>);

enum Target<'a> {
    /// A text, as it is.
    Text(&'a mut dyn Write),
    /// A body: the text is its member.
    Body(&'a mut Vec<u8>),
}

impl fmt::Debug for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text",
            Self::Body(_) => "Body",
        })
    }
}

impl<'a> Output<'a> {
    pub(crate) fn text(out: &'a mut dyn Write) -> Self {
        Self(Target::Text(out))
    }

    pub(crate) fn body(out: &'a mut Vec<u8>) -> Self {
        Self(Target::Body(out))
    }

    /// Writes the template of a entry with these values. Type and entry are parameters, so that what the table says of them
    /// is known here: of a body, a few copies are left.
    ///
    /// # Errors
    ///
    /// Those of the values' own `Display`.
    pub fn template<E: Emit, const ENTRY: usize>(&mut self, values: impl Values) -> fmt::Result {
        let entry = E::TABLE.entry(ENTRY);
        match (&mut self.0, entry.head()) {
            (Target::Body(out), Some(head)) => {
                if out.capacity() == 0 {
                    reserve(E::TABLE, ENTRY, values, out);
                }
                out.extend_from_slice(head);
                let written = values.escape(entry, 0, out);
                // A body is whole even where a value's `Display` fails.
                written.inspect_err(|_| out.extend_from_slice(BODY_END.as_bytes()))
            }
            (target, _) => escaped(E::TABLE, ENTRY, values, target),
        }
    }

    /// Writes a text that only `format!` understands.
    ///
    /// # Errors
    ///
    /// Those of the arguments' own formatting.
    pub fn format(&mut self, table: &'static Table, text: fmt::Arguments<'_>) -> fmt::Result {
        match &mut self.0 {
            Target::Text(out) => out.write_fmt(text),
            Target::Body(out) => {
                let mut written = Ok(());
                write_body(table.member, out, |out| {
                    written = Escaped(out).write_fmt(text);
                });
                written
            }
        }
    }
}

#[inline(never)]
fn escaped(
    table: &'static Table,
    entry: usize,
    values: impl Values,
    target: &mut Target<'_>,
) -> fmt::Result {
    let entry = table.entry(entry);
    match target {
        Target::Text(out) => text(entry, values, *out),
        Target::Body(out) => {
            let mut written = Ok(());
            write_body(table.member, out, |out| {
                written = text(entry, values, &mut Escaped(out));
            });
            written
        }
    }
}

fn text(entry: Entry, values: impl Values, out: &mut dyn Write) -> fmt::Result {
    out.write_str(entry.text())?;
    values.print(entry, 0, out)
}

/// Room for a body without escapes, and no more.
#[inline(never)]
fn reserve(table: &'static Table, entry: usize, values: impl Values, out: &mut Vec<u8>) {
    out.reserve_exact(table.entry(entry).literals() + values.size());
}
