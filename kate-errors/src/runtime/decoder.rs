//! What derived code does so that a response becomes a value: it reads the entries of its table.

use std::cell::Cell;
use std::str;

use http::{HeaderMap, StatusCode};
use kate_errors_core::matching;
use kate_errors_core::table::{Entry, Kind, Table};

use super::cursor::Cursor;

/// The derive's half of [`Decode`](crate::Decode). The other half is in [`decode`](super::decode).
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`; nothing else can"
)]
pub trait Decoder: Sized {
    /// The type's errors and forms.
    const TABLE: &'static Table;

    /// The value of this entry, if it has a constant detail and no field is read from the response.
    #[must_use]
    fn constant(entry: usize) -> Option<Self> {
        let _ = entry;
        None
    }

    /// The value of this entry, if the entry matches the query's detail.
    fn read(entry: usize, query: &Query<'_>) -> Option<Self>;

    /// The value of the first entry that the query admits and that matches.
    fn pick(query: &Query<'_>) -> Option<Self> {
        let table = Self::TABLE;
        let candidates = table.candidates(query.detail);
        let admitted = candidates.filter(|&entry| query.admits(&table.entry(entry)));
        let mut matches = admitted.filter_map(|entry| Some((entry, Self::read(entry, query)?)));
        if let Some((entry, value)) = matches.next() {
            query.note_found(&table.entry(entry));
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

/// What a response has, and which entries may be read from it.
#[derive(Debug)]
pub struct Query<'a> {
    pass: Pass,
    detail: &'a str,
    headers: Option<&'a HeaderMap>,
    /// The status of the error that was found.
    found: Cell<Option<u16>>,
}

/// Which entries a query admits. Decoding goes over a table in several passes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pass {
    /// Those of this status.
    Own(StatusCode),
    /// Those that accept this status, and have another one.
    Accepted(StatusCode),
    /// `other` alone, with this status.
    Other(StatusCode),
    /// Those of any status but this one. There is no status to compare with, so `other` is not admitted.
    AnyStatus { except: Option<u16> },
}

impl<'a> Query<'a> {
    pub(super) fn new(pass: Pass, headers: Option<&'a HeaderMap>, detail: &'a str) -> Self {
        Self {
            pass,
            detail,
            headers,
            found: Cell::new(None),
        }
    }

    /// Whether an entry is read at all. A nested type's entries are admitted one by one, by its own table.
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
                Pass::AnyStatus { except } => except != Some(own),
            }
    }

    /// Remembers the status of the error that was found. A nested type has done so for its own.
    fn note_found(&self, entry: &Entry) {
        if entry.kind() != Kind::Nested {
            self.found.set(Some(entry.status()));
        }
    }

    /// The status of the error that was found.
    pub(super) fn found(&self) -> Option<u16> {
        self.found.get()
    }

    /// The texts of an entry's fields, if its template matches the detail.
    #[must_use]
    pub fn fields<const N: usize>(
        &self,
        table: &'static Table,
        entry: usize,
    ) -> Option<[&'a str; N]> {
        let entry = table.entry(entry);
        matching::read(self.detail, entry.text(), &entry.read_placeholders()?)
    }

    /// The detail between two literals, if it starts with the one and ends with the other.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn between(&self, before: &str, after: &str) -> Option<Cursor<'a>> {
        Cursor::between(self.detail, before, after)
    }

    /// The value of a header, if it is UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        str::from_utf8(self.headers?.get(name)?.as_bytes()).ok()
    }

    /// The status for `other`, if the query admits it.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self.pass {
            Pass::Other(status) => Some(status),
            Pass::Own(_) | Pass::Accepted(_) | Pass::AnyStatus { .. } => None,
        }
    }

    /// The detail for `other`.
    #[must_use]
    pub fn detail(&self) -> &'a str {
        self.detail
    }
}
