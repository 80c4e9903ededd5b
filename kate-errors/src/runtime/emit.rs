//! From a value to its text, status, headers and body: what the derived methods call.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use kate_errors_core::json;
use kate_errors_core::table::Table;

use super::output::Output;
use crate::catalog::{Catalog, ErrorSpec};
use crate::error::KateError;
use crate::wire::status_code;

/// What the derive knows of a value.
pub trait Emit {
    /// The type's errors.
    const TABLE: &'static Table;
    /// A entry of the catalog for each.
    const ERRORS: &'static [ErrorSpec];

    /// The value's entry of the table.
    fn entry(&self) -> usize;

    /// Who says what is wrong.
    fn role(&self) -> Role<'_> {
        Role::Own
    }

    /// Writes the text of a entry that has fields.
    ///
    /// # Errors
    ///
    /// Those of the fields' own `Display`.
    fn write(&self, out: &mut Output<'_>) -> fmt::Result;
}

/// Who says what is wrong.
#[derive(Debug)]
pub enum Role<'a> {
    /// The value, with the form in its entry of the table.
    Own,
    /// The value that a transparent variant holds.
    Transparent(&'a dyn KateError),
    /// The same, where the variant has a fix of its own: that, and the catalog with it.
    TransparentWithFix(&'a dyn KateError, &'static str, &'static [ErrorSpec]),
    /// A status and a text that no variant describes.
    Other(StatusCode, &'a str),
}

/// [`KateError::status`].
pub fn status<E: Emit>(error: &E) -> StatusCode {
    match error.role() {
        Role::Own => status_code(E::TABLE.entry(error.entry()).status()),
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.status(),
        Role::Other(status, _) => status,
    }
}

/// [`KateError::detail`].
pub fn detail<E: Emit>(error: &E) -> Cow<'static, str> {
    match error.role() {
        Role::Own => match E::TABLE.entry(error.entry()).constant() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(written_text(error)),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.detail(),
        Role::Other(_, detail) => Cow::Owned(detail.to_owned()),
    }
}

#[inline(never)]
fn written_text<E: Emit>(error: &E) -> String {
    let mut text = String::new();
    // A field whose `Display` fails ends the text: an answer is due all the same.
    let _ = error.write(&mut Output::text(&mut text));
    text
}

/// The detail text, as `Display` prints it.
///
/// # Errors
///
/// Those of the fields' own `Display`, and of the formatter.
pub fn display<E: Emit>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match error.role() {
        Role::Own => match E::TABLE.entry(error.entry()).constant() {
            Some(text) => f.write_str(text),
            None => error.write(&mut Output::text(f)),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => Display::fmt(inner, f),
        Role::Other(_, detail) => f.write_str(detail),
    }
}

/// [`KateError::fix`].
pub fn fix<E: Emit>(error: &E) -> Option<&'static str> {
    match error.role() {
        Role::Own => E::TABLE.error_fix(E::TABLE.entry_error(error.entry())),
        Role::Transparent(inner) => inner.fix(),
        Role::TransparentWithFix(_, fix, _) => Some(fix),
        Role::Other(..) => None,
    }
}

/// [`KateError::spec`].
pub fn spec<E: Emit>(error: &E) -> Option<&'static ErrorSpec> {
    match error.role() {
        Role::Own => E::ERRORS.get(E::TABLE.entry_error(error.entry())),
        Role::Transparent(inner) => inner.spec(),
        Role::TransparentWithFix(inner, _, errors) => {
            let own = inner.spec()?;
            errors.iter().find(|spec| *spec == own)
        }
        Role::Other(..) => None,
    }
}

/// [`KateError::headers`], those of fields left out.
pub fn headers<E: Emit>(error: &E) -> HeaderMap {
    let own = match error.role() {
        Role::Own => E::TABLE.entry_error(error.entry()),
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => return inner.headers(),
        Role::Other(..) => E::TABLE.errors,
    };
    let mut headers = HeaderMap::new();
    for (name, value) in E::TABLE.error_headers(own) {
        let value = value.map(|value| Bytes::from_static(value.as_bytes()));
        if let Some(Ok(value)) = value.map(HeaderValue::from_maybe_shared) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    headers
}

/// Adds a field's header. What no header can hold is left out: control characters, and spaces at
/// the ends, which the wire would not keep (RFC 9110, section 5.5).
pub fn insert_header(headers: &mut HeaderMap, name: &'static str, value: &dyn Display) {
    let mut text = String::new();
    if write!(text, "{value}").is_err() || text.trim_matches([' ', '\t']) != text {
        return;
    }
    if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from(text)) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

/// [`KateError::body`].
pub fn body<E: Emit>(error: &E) -> Bytes {
    match error.role() {
        Role::Own => match E::TABLE.entry(error.entry()).body() {
            Some(body) => Bytes::from_static(body),
            None => written_body(error),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.body(),
        Role::Other(_, detail) => json::body(E::TABLE.member, detail).into(),
    }
}

#[inline(never)]
fn written_body<E: Emit>(error: &E) -> Bytes {
    let mut out = Vec::new();
    // As in `written_text`.
    let _ = error.write(&mut Output::body(&mut out));
    // Bytes keeps a buffer without spare room as it is.
    out.into_boxed_slice().into()
}

/// [`KateError::write_body`].
pub fn write_body<E: Emit>(error: &E, out: &mut Vec<u8>) {
    match error.role() {
        Role::Own => match E::TABLE.entry(error.entry()).body() {
            Some(body) => out.extend_from_slice(body),
            // As in `written_text`.
            None => drop(error.write(&mut Output::body(out))),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.write_body(out),
        Role::Other(_, detail) => {
            json::write_body(E::TABLE.member, out, |out| json::escape(detail, out));
        }
    }
}

/// The entries of the catalog for a table's errors.
#[must_use]
pub const fn errors<const N: usize>(table: &'static Table) -> [ErrorSpec; N] {
    let mut errors = [ErrorSpec::new(table, 0); N];
    let mut index = 0;
    while index < N {
        errors[index] = ErrorSpec::new(table, index);
        index += 1;
    }
    errors
}

/// All entries of a catalog, with another fix.
#[must_use]
pub const fn errors_with_fix<const N: usize>(
    catalog: &Catalog,
    fix: &'static str,
) -> [ErrorSpec; N] {
    let mut errors = [ErrorSpec::new(&Table::EMPTY, 0); N];
    copy_errors_with_fix(catalog, fix, &mut errors, 0);
    errors
}

const fn copy_errors_with_fix(
    catalog: &Catalog,
    fix: &'static str,
    errors: &mut [ErrorSpec],
    at: usize,
) -> usize {
    let mut at = at;
    let mut index = 0;
    while index < catalog.errors().len() {
        errors[at] = catalog.errors()[index].with_fix(fix);
        at += 1;
        index += 1;
    }
    let mut group = 0;
    while group < catalog.groups().len() {
        at = copy_errors_with_fix(&catalog.groups()[group], fix, errors, at);
        group += 1;
    }
    at
}
