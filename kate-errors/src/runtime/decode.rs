//! From a response or a detail to a value of a derived type.
//!
//! Most details are constants, which one lookup in the table finds. That path is inlined into the derived impl, where the table
//! is known. All other details take the slower path, which is a separate function.

use http::{HeaderMap, StatusCode};
use kate_errors_core::json::is_plain;
use kate_errors_core::table::Read;

use super::decoder::{Decoder, Query, Statuses, find_after_constants};
use crate::json;
use crate::undecoded::{NoMatch, Undecoded, Unread};
use crate::wire::is_error;

/// [`Decode::from_detail`](crate::Decode::from_detail)
///
/// # Errors
///
/// Those of `Decode::from_detail`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn from_detail<E: Decoder>(status: Option<StatusCode>, detail: &str) -> Result<E, NoMatch> {
    let Some(status) = status else {
        return from_detail_alone(detail);
    };
    match constant(status, E::TABLE.constants(detail.as_bytes())) {
        Some(value) => Ok(value),
        None => from_detail_slowly(status, detail),
    }
}

#[inline(never)]
fn from_detail_slowly<E: Decoder>(status: StatusCode, detail: &str) -> Result<E, NoMatch> {
    let found = find(status, None, detail);
    found.ok_or_else(|| NoMatch::none(E::TABLE.name, unread::<E>(Some(status), detail)))
}

/// [`Decode::decode`](crate::Decode::decode)
///
/// # Errors
///
/// Those of `Decode::decode`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn decode<E: Decoder>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<E, Undecoded> {
    // Most bodies are written by this crate, with a constant detail. The status need not be checked first: every constant has an
    // error status, so none is found for the status of a success.
    let escaped = json::escaped_detail(body, E::TABLE.member);
    if let Some(escaped) = escaped {
        // The received detail is still escaped. A constant that is equal to it is the detail only if JSON escapes no character of
        // it, and then the body of the constant is as long as the received one.
        let is_whole = |form: &usize| {
            let written = E::TABLE.forms[*form].constant_body();
            written.is_some_and(|written| written.len() == body.len())
        };
        let constants = E::TABLE.constants(escaped).filter(is_whole);
        if let Some(value) = constant(status, constants) {
            return Ok(value);
        }
    }
    from_body(status, headers, body, escaped)
}

/// The value of a constant that has this status, if no other form wins where it matches.
#[cfg_attr(not(debug_assertions), inline(always))]
fn constant<E: Decoder>(
    status: StatusCode,
    mut constants: impl Iterator<Item = usize>,
) -> Option<E> {
    let form = constants.find(|&number| {
        let form = &E::TABLE.forms[number];
        form.status == status.as_u16() && form.read == Read::Decisive
    })?;
    E::constant(form)
}

#[inline(never)]
fn from_body<E: Decoder>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    escaped: Option<&[u8]>,
) -> Result<E, Undecoded> {
    if !is_error(status) {
        return Err(Undecoded::not_an_error(status, headers, body));
    }
    let (name, member) = (E::TABLE.name, E::TABLE.member);
    // If JSON escapes the member's name, the name in the body differs from it.
    let escaped = escaped.filter(|_| const { is_plain(E::TABLE.member) });
    match json::detail(body, member, escaped) {
        Ok(detail) => {
            let found = find(status, Some(headers), &detail);
            found.ok_or_else(|| {
                let unread = unread::<E>(Some(status), &detail);
                Undecoded::no_match(name, unread, detail.into_owned(), status, headers, body)
            })
        }
        Err(why) => Err(Undecoded::no_detail(member, why, status, headers, body)),
    }
}

/// The value with this status and detail.
#[cfg_attr(not(debug_assertions), inline)]
fn find<E: Decoder>(status: StatusCode, headers: Option<&HeaderMap>, detail: &str) -> Option<E> {
    if !is_error(status) {
        return None;
    }
    let query = Query {
        statuses: Statuses::Received(status),
        headers,
        detail,
    };
    Some(find_after_constants::<E>(&query)?.value)
}

/// The value with this detail, if no error of another status has it too.
#[inline(never)]
fn from_detail_alone<E: Decoder>(detail: &str) -> Result<E, NoMatch> {
    let name = E::TABLE.name;
    let query = |except| Query {
        statuses: Statuses::Any { except },
        headers: None,
        detail,
    };
    let found = E::find(&query(None));
    let found = found.ok_or_else(|| NoMatch::none(name, unread::<E>(None, detail)))?;
    match E::find(&query(Some(found.status))) {
        Some(second) => Err(NoMatch::shared(name, found.status, second.status)),
        None => Ok(found.value),
    }
}

/// The variant that has this detail and is never read back, for the message.
#[cfg_attr(not(debug_assertions), inline)]
fn unread<E: Decoder>(status: Option<StatusCode>, detail: &str) -> Option<Unread> {
    if const { Unread::is_possible(E::TABLE) } {
        Unread::find(E::TABLE, status, detail)
    } else {
        None
    }
}
