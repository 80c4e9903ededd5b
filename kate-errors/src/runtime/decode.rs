//! From a response back to the value: what derived code implements and calls.

use std::cell::Cell;
use std::str;

use http::{HeaderMap, StatusCode};
use kate_errors_core::json::is_plain;
use kate_errors_core::matching;
use kate_errors_core::table::{Entry, Kind, Lookup, Table};

use super::cursor::Cursor;
use crate::json;
use crate::undecoded::{NoMatch, Undecoded};
use crate::wire::is_error;

/// The derive's half of [`Decode`](crate::Decode).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`; nothing else can"
)]
pub trait Decoder: Sized {
    /// The type's errors.
    const TABLE: &'static Table;

    /// The value that this entry describes, if it has no fields to be read.
    #[must_use]
    fn constant(entry: usize) -> Option<Self> {
        let _ = entry;
        None
    }

    /// Reads the value that this entry describes.
    fn read(entry: usize, query: &Query<'_>) -> Option<Self>;

    /// Reads the value that the first fitting entry describes.
    fn pick(query: &Query<'_>) -> Option<Self> {
        let table = Self::TABLE;
        let candidates = table.candidates(query.detail);
        let fitting = candidates.filter(|&entry| query.admits(&table.entry(entry)));
        let mut found = fitting.filter_map(|entry| Some((entry, Self::read(entry, query)?)));
        if let Some((entry, value)) = found.next() {
            query.note(&table.entry(entry));
            return Some(value);
        }
        let other = table.other().filter(|_| query.status().is_some());
        other.and_then(|entry| Self::read(entry, query))
    }
}

impl<T: Decoder> Decoder for Box<T> {
    const TABLE: &'static Table = T::TABLE;

    fn constant(entry: usize) -> Option<Self> {
        T::constant(entry).map(Self::new)
    }

    fn read(entry: usize, query: &Query<'_>) -> Option<Self> {
        T::read(entry, query).map(Self::new)
    }

    fn pick(query: &Query<'_>) -> Option<Self> {
        T::pick(query).map(Self::new)
    }
}

/// What is asked of a type's entries.
#[derive(Debug)]
pub struct Query<'a> {
    pass: Pass,
    detail: &'a str,
    headers: Option<&'a HeaderMap>,
    found: Cell<Option<u16>>,
}

/// Which entries are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    /// Those of this status.
    Own(StatusCode),
    /// Those that accept this status.
    Accepted(StatusCode),
    /// The `other` of the types.
    Other(StatusCode),
    /// All but those of this status.
    Alone(Option<u16>),
}

impl<'a> Query<'a> {
    fn new(pass: Pass, headers: Option<&'a HeaderMap>, detail: &'a str) -> Self {
        Self {
            pass,
            detail,
            headers,
            found: Cell::new(None),
        }
    }

    /// Whether a entry is asked at all.
    fn admits(&self, entry: &Entry) -> bool {
        let own = entry.status();
        entry.kind() == Kind::Nested
            || match self.pass {
                Pass::Own(status) => own == status.as_u16(),
                Pass::Accepted(status) => {
                    let status = status.as_u16();
                    own != status && entry.accepts(status)
                }
                Pass::Other(_) => false,
                Pass::Alone(but) => but != Some(own),
            }
    }

    /// Remembers the status of the error that was found; of a nested one the inner type has done so.
    fn note(&self, entry: &Entry) {
        if entry.kind() != Kind::Nested {
            self.found.set(Some(entry.status()));
        }
    }

    /// The texts of a entry's fields.
    #[must_use]
    pub fn fields<const N: usize>(
        &self,
        table: &'static Table,
        entry: usize,
    ) -> Option<[&'a str; N]> {
        let entry = table.entry(entry);
        matching::read(self.detail, entry.text(), &entry.read_placeholders()?)
    }

    /// What stands between the two ends of a text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn between(&self, before: &str, after: &str) -> Option<Cursor<'a>> {
        Cursor::between(self.detail, before, after)
    }

    /// The text of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        str::from_utf8(self.headers?.get(name)?.as_bytes()).ok()
    }

    /// The status, for `other`.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self.pass {
            Pass::Other(status) => Some(status),
            _ => None,
        }
    }

    /// The text, for `other`.
    #[must_use]
    pub fn detail(&self) -> &'a str {
        self.detail
    }
}

/// The value of a constant text of this status, where no other can say it. JSON needs no escape for the text.
#[cfg_attr(not(debug_assertions), inline(always))]
fn constant<E: Decoder>(status: StatusCode, text: &[u8]) -> Option<E> {
    E::constant(E::TABLE.lookup_constant(status.as_u16(), text)?)
}

/// [`Decode::from_detail`](crate::Decode::from_detail). Derived code calls it where its table is known.
///
/// # Errors
///
/// Those of [`Decode::from_detail`](crate::Decode::from_detail).
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn from_detail<E: Decoder>(status: Option<StatusCode>, detail: &str) -> Result<E, NoMatch> {
    match status {
        Some(status) => match constant(status, detail.as_bytes()) {
            Some(value) => Ok(value),
            None => of_detail(status, detail),
        },
        None => match E::TABLE
            .lookup_unique_constant(detail.as_bytes())
            .and_then(E::constant)
        {
            Some(value) => Ok(value),
            None => find_alone(detail),
        },
    }
}

#[cold]
#[cfg_attr(not(debug_assertions), inline)]
fn of_detail<E: Decoder>(status: StatusCode, detail: &str) -> Result<E, NoMatch> {
    find(status, None, detail).ok_or(NoMatch::none(E::TABLE.name))
}

/// [`Decode::decode`](crate::Decode::decode). Derived code calls it where its table is known.
///
/// # Errors
///
/// Those of [`Decode::decode`](crate::Decode::decode).
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn decode<E: Decoder>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<E, Undecoded> {
    // Most bodies are such as we emit, of constant texts; and no success has the status of an error.
    let emitted = json::escaped_detail(body, E::TABLE.member);
    match emitted.and_then(|text| constant(status, text)) {
        Some(value) => Ok(value),
        None => of_body(status, headers, body, emitted),
    }
}

#[cold]
#[cfg_attr(not(debug_assertions), inline)]
fn of_body<E: Decoder>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    emitted: Option<&[u8]>,
) -> Result<E, Undecoded> {
    if !is_error(status) {
        return Err(Undecoded::not_an_error(status, headers, body));
    }
    let (name, member) = (E::TABLE.name, E::TABLE.member);
    let emitted = emitted.filter(|_| const { is_plain(E::TABLE.member) });
    match json::detail(body, member, emitted) {
        Ok(detail) => constant(status, detail.as_bytes())
            .or_else(|| find(status, Some(headers), &detail))
            .ok_or_else(|| Undecoded::no_match(name, detail.into_owned(), status, headers, body)),
        Err(why) => Err(Undecoded::no_detail(member, why, status, headers, body)),
    }
}

/// The short ways, for texts that few entries come into question for.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find<E: Decoder>(status: StatusCode, headers: Option<&HeaderMap>, detail: &str) -> Option<E> {
    let (table, code, text) = (E::TABLE, status.as_u16(), detail.as_bytes());
    let settled = match table.lookup_template(text) {
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
    if settled && table.only_templates_may_match(text) {
        return None;
    }
    let lookup_constant_among_several = table
        .lookup_constant_among_several(code, text)
        .and_then(E::constant);
    lookup_constant_among_several.or_else(|| search(status, headers, detail))
}

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

#[inline(never)]
fn find_alone<E: Decoder>(detail: &str) -> Result<E, NoMatch> {
    let name = E::TABLE.name;
    let query = Query::new(Pass::Alone(None), None, detail);
    let value = E::pick(&query).ok_or(NoMatch::none(name))?;
    let found = query.found.get();
    let again = Query::new(Pass::Alone(found), None, detail);
    match (found, E::pick(&again).and(again.found.get())) {
        (Some(first), Some(second)) => Err(NoMatch::shared(name, first, second)),
        _ => Ok(value),
    }
}
