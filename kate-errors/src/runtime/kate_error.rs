//! The methods of [`KateError`](crate::KateError), and of `Display`, for derived types. A derived method calls the function of
//! its name.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use kate_errors_core::json;
use kate_errors_core::table::{FormEntry, Header};

use super::emit::{Emit, Role};
use super::output::Output;
use crate::catalog::ErrorSpec;
use crate::wire::status_code;

/// The form in which a value is written.
#[cfg_attr(not(debug_assertions), inline(always))]
fn form<E: Emit>(error: &E) -> &'static FormEntry<'static> {
    &E::TABLE.forms[error.form()]
}

/// The status that an error is sent with.
pub fn status<E: Emit>(error: &E) -> StatusCode {
    match error.role() {
        Role::Own => status_code(form(error).status),
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.status(),
        Role::Other(status, _) => status,
    }
}

/// The detail of an error.
pub fn detail<E: Emit>(error: &E) -> Cow<'static, str> {
    match error.role() {
        Role::Own => match form(error).constant() {
            Some(detail) => Cow::Borrowed(detail),
            None => Cow::Owned(written_detail(error)),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.detail(),
        Role::Other(_, detail) => Cow::Owned(detail.to_owned()),
    }
}

#[inline(never)]
fn written_detail<E: Emit>(error: &E) -> String {
    let mut detail = String::new();
    // If a field's `Display` fails, the detail ends there, because a response must be sent anyway.
    let _ = error.write(&mut Output::Detail(&mut detail));
    detail
}

/// Prints the detail of an error, as its `Display`.
///
/// # Errors
///
/// The errors of the fields' `Display`, and of the formatter.
pub fn display<E: Emit>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match error.role() {
        Role::Own => match form(error).constant() {
            Some(detail) => f.write_str(detail),
            None => error.write(&mut Output::Detail(f)),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => Display::fmt(inner, f),
        Role::Other(_, detail) => f.write_str(detail),
    }
}

/// What the caller can do about an error.
pub fn fix<E: Emit>(error: &E) -> Option<&'static str> {
    match error.role() {
        Role::Own => E::TABLE.error_of(error.form()).fix,
        Role::Transparent(inner) => inner.fix(),
        Role::TransparentWithFix(_, fix, _) => Some(fix),
        Role::Other(..) => None,
    }
}

/// The entry of an error in the catalog of its type.
pub fn spec<E: Emit>(error: &E) -> Option<&'static ErrorSpec> {
    match error.role() {
        Role::Own => E::ERRORS.get(form(error).error),
        Role::Transparent(inner) => inner.spec(),
        Role::TransparentWithFix(inner, _, errors) => {
            let own = inner.spec()?;
            errors.iter().find(|spec| *spec == own)
        }
        Role::Other(..) => None,
    }
}

/// The headers of an error, without those in fields. Derived code adds these with [`insert_header`].
pub fn headers<E: Emit>(error: &E) -> HeaderMap {
    let own = match error.role() {
        Role::Own => E::TABLE.error_of(error.form()).headers,
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => return inner.headers(),
        Role::Other(..) => E::TABLE.other.unwrap_or_default(),
    };
    let mut headers = HeaderMap::new();
    for Header { name, value } in own {
        let value = value.map(|value| Bytes::from_static(value.as_bytes()));
        if let Some(Ok(value)) = value.map(HeaderValue::from_maybe_shared) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    headers
}

/// Adds the header that a field is sent in. A value that a header cannot contain is left out: a value with control characters, or
/// with spaces at its ends, because receivers remove these (RFC 9110, section 5.5).
pub fn insert_header(headers: &mut HeaderMap, name: &'static str, value: &dyn Display) {
    let mut printed = String::new();
    if write!(printed, "{value}").is_err() || printed.trim_matches([' ', '\t']) != printed {
        return;
    }
    if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from(printed)) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

/// The JSON body of an error.
pub fn body<E: Emit>(error: &E) -> Bytes {
    match error.role() {
        Role::Own => match form(error).constant_body() {
            Some(body) => Bytes::from_static(body.as_bytes()),
            None => written_body(error),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.body(),
        Role::Other(_, detail) => json::body(E::TABLE.member, detail).into(),
    }
}

#[inline(never)]
fn written_body<E: Emit>(error: &E) -> Bytes {
    let mut out = Vec::new();
    // If a field's `Display` fails, the detail ends there, because a response must be sent anyway.
    let _ = error.write(&mut Output::Body(&mut out));
    // `Bytes` uses a buffer without spare capacity as it is, and does not copy it.
    out.into_boxed_slice().into()
}

/// Appends the JSON body of an error to a buffer.
pub fn write_body<E: Emit>(error: &E, out: &mut Vec<u8>) {
    match error.role() {
        Role::Own => match form(error).constant_body() {
            Some(body) => out.extend_from_slice(body.as_bytes()),
            // If a field's `Display` fails, the detail ends there.
            None => drop(error.write(&mut Output::Body(out))),
        },
        Role::Transparent(inner) | Role::TransparentWithFix(inner, ..) => inner.write_body(out),
        Role::Other(_, detail) => {
            json::write_body(E::TABLE.member, out, |out| json::escape(detail, out));
        }
    }
}
