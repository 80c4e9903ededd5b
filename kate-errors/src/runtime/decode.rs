//! From a response or a detail to a value of a derived type.
//!
//! Most details are constants, which one lookup in the table finds. That path is inlined into the derived impl, where the table
//! is known. What it does not find takes the slower paths, which are functions of their own.

use http::{HeaderMap, StatusCode};
use kate_errors_core::json::is_plain;
use kate_errors_core::table::Lookup;

use super::decoder::{Decoder, Pass, Query};
use crate::json;
use crate::undecoded::{NoMatch, Undecoded};
use crate::wire::is_error;

/// [`Decode::from_detail`](crate::Decode::from_detail)
///
/// # Errors
///
/// Those of `Decode::from_detail`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn from_detail<E: Decoder>(status: Option<StatusCode>, detail: &str) -> Result<E, NoMatch> {
    match status {
        Some(status) => match constant(status, detail.as_bytes()) {
            Some(value) => Ok(value),
            None => from_status_and_detail(status, detail),
        },
        None => match E::TABLE
            .lookup_unique_constant(detail.as_bytes())
            .and_then(E::constant)
        {
            Some(value) => Ok(value),
            None => from_detail_alone(detail),
        },
    }
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
    // Most bodies are written by this crate, with a constant detail. No constant has the status of a success.
    let escaped = json::escaped_detail(body, E::TABLE.member);
    match escaped.and_then(|detail| constant(status, detail)) {
        Some(value) => Ok(value),
        None => from_body(status, headers, body, escaped),
    }
}

/// The value of a constant with this status and detail, if no other entry may match the detail. A detail that JSON escapes is not
/// found.
#[cfg_attr(not(debug_assertions), inline(always))]
fn constant<E: Decoder>(status: StatusCode, detail: &[u8]) -> Option<E> {
    E::constant(E::TABLE.lookup_constant(status.as_u16(), detail)?)
}

#[cold]
#[cfg_attr(not(debug_assertions), inline)]
fn from_status_and_detail<E: Decoder>(status: StatusCode, detail: &str) -> Result<E, NoMatch> {
    find(status, None, detail).ok_or(NoMatch::none(E::TABLE.name))
}

#[cold]
#[cfg_attr(not(debug_assertions), inline)]
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
    // A member's name that JSON escapes is not what the body has.
    let escaped = escaped.filter(|_| const { is_plain(E::TABLE.member) });
    match json::detail(body, member, escaped) {
        Ok(detail) => constant(status, detail.as_bytes())
            .or_else(|| find(status, Some(headers), &detail))
            .ok_or_else(|| Undecoded::no_match(name, detail.into_owned(), status, headers, body)),
        Err(why) => Err(Undecoded::no_detail(member, why, status, headers, body)),
    }
}

/// The value with this status and detail, where [`constant`] has found none. If a lookup leaves no more than one template, only that
/// one is read.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find<E: Decoder>(status: StatusCode, headers: Option<&HeaderMap>, detail: &str) -> Option<E> {
    let (table, code, bytes) = (E::TABLE, status.as_u16(), detail.as_bytes());
    let no_template_is_left = match table.lookup_template(bytes) {
        Lookup::Entry(entry) if table.is_first_match(entry, code) => {
            let query = Query::new(Pass::Own(status), headers, detail);
            let value = E::read(entry, &query);
            if value.is_some() {
                return value;
            }
            true
        }
        Lookup::Entry(entry) => table.entry(entry).status() != code,
        Lookup::None => true,
        Lookup::Several => false,
    };
    if no_template_is_left && table.only_templates_may_match(bytes) {
        return None;
    }
    let among_several = table.lookup_constant_among_several(code, bytes);
    among_several
        .and_then(E::constant)
        .or_else(|| search(status, headers, detail))
}

/// The value with this status and detail, found in all entries.
#[inline(never)]
fn search<E: Decoder>(status: StatusCode, headers: Option<&HeaderMap>, detail: &str) -> Option<E> {
    if !is_error(status) {
        return None;
    }
    let pick = |pass| E::pick(&Query::new(pass, headers, detail));
    pick(Pass::Own(status))
        .or_else(|| E::TABLE.accepts().then(|| pick(Pass::Accepted(status)))?)
        .or_else(|| E::TABLE.has_other().then(|| pick(Pass::Other(status)))?)
}

/// The value with this detail, if no error of another status has it too.
#[inline(never)]
fn from_detail_alone<E: Decoder>(detail: &str) -> Result<E, NoMatch> {
    let name = E::TABLE.name;
    let query = Query::new(Pass::AnyStatus { except: None }, None, detail);
    let value = E::pick(&query).ok_or(NoMatch::none(name))?;
    let first = query.found();
    let again = Query::new(Pass::AnyStatus { except: first }, None, detail);
    match (first, E::pick(&again).and(again.found())) {
        (Some(first), Some(second)) => Err(NoMatch::shared(name, first, second)),
        (Some(_), None) | (None, _) => Ok(value),
    }
}
