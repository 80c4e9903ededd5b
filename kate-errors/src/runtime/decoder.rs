//! How derived code decodes a response: it reads the forms of its table.

use std::str;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};
use kate_errors_core::matching;
use kate_errors_core::table::{FormEntry, Read, Table};

use super::cursor::Cursor;

/// The part of [`Decode`](crate::Decode) that the derive implements. The other part is in [`decode`](super::decode).
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`; nothing else can"
)]
pub trait Decoder: Sized {
    /// The type's errors and forms.
    const TABLE: &'static Table<'static>;

    /// The value of this form, if it has a constant detail and no field is read from the response.
    #[must_use]
    fn constant(form: usize) -> Option<Self> {
        let _ = form;
        None
    }

    /// The value of this form, if the form matches the query's detail.
    fn read(form: usize, query: &Query<'_>) -> Option<Self>;

    /// The value of this nested type of the table, if it has a value for the query.
    #[must_use]
    fn read_nested(nested: usize, query: &Query<'_>) -> Option<Found<Self>> {
        let _ = (nested, query);
        None
    }

    /// The value of the variant that is `other`.
    #[must_use]
    fn other(status: StatusCode, detail: &str) -> Option<Self> {
        let _ = (status, detail);
        None
    }

    /// The value that fits the query best.
    #[must_use]
    fn find(query: &Query<'_>) -> Option<Found<Self>> {
        let constants = Self::TABLE.constants(query.detail.as_bytes());
        find_decisive(query, constants).or_else(|| find_after_constants(query))
    }
}

macro_rules! pointers {
    ($($Pointer:ident),*) => {$(
        impl<T: Decoder> Decoder for $Pointer<T> {
            const TABLE: &'static Table<'static> = T::TABLE;

            fn constant(form: usize) -> Option<Self> {
                T::constant(form).map(Self::new)
            }

            fn read(form: usize, query: &Query<'_>) -> Option<Self> {
                T::read(form, query).map(Self::new)
            }

            fn read_nested(nested: usize, query: &Query<'_>) -> Option<Found<Self>> {
                Some(T::read_nested(nested, query)?.map(Self::new))
            }

            fn other(status: StatusCode, detail: &str) -> Option<Self> {
                T::other(status, detail).map(Self::new)
            }
        }
    )*};
}

pointers! { Arc, Box }

/// The parts of a response that decoding reads.
#[derive(Debug)]
pub struct Query<'a> {
    pub(super) statuses: Statuses,
    pub(super) headers: Option<&'a HeaderMap>,
    pub(super) detail: &'a str,
}

/// Which statuses a query is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Statuses {
    /// The one that was received.
    Received(StatusCode),
    /// All statuses but this one. There is no status to compare with, so `other` matches nothing.
    Any { except: Option<u16> },
}

/// A value, and how well it fits a query.
#[derive(Debug)]
pub struct Found<T> {
    fit: Fit,
    /// The status of the form that was read.
    pub(super) status: u16,
    pub(super) value: T,
}

/// How well a form fits a query, in order from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It has the status.
    Own,
    /// It accepts the status.
    Accepted,
    /// It is the `other` variant, which matches what no other form matches.
    Other,
}

impl<T> Found<T> {
    /// The same, with the value of the outer type.
    pub fn map<U>(self, outer: impl FnOnce(T) -> U) -> Found<U> {
        Found {
            fit: self.fit,
            status: self.status,
            value: outer(self.value),
        }
    }
}

impl<'a> Query<'a> {
    /// How well a form fits, given that it matches the detail. A form of another status does not fit.
    fn fit(&self, table: &Table<'_>, form: &FormEntry<'_>) -> Option<Fit> {
        match self.statuses {
            Statuses::Received(status) if form.status == status.as_u16() => Some(Fit::Own),
            Statuses::Received(status) => {
                let accept = table.errors[form.error].accept;
                accept.contains(status.as_u16()).then_some(Fit::Accepted)
            }
            Statuses::Any { except } => (except != Some(form.status)).then_some(Fit::Own),
        }
    }

    /// Whether no other form wins if this one matches: it has the received status, and the proof has shown it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_decisive(&self, form: &FormEntry<'_>) -> bool {
        match self.statuses {
            Statuses::Received(status) => {
                form.status == status.as_u16() && form.read == Read::Decisive
            }
            Statuses::Any { .. } => false,
        }
    }

    /// The texts of a form's fields, if its template matches the detail.
    #[must_use]
    pub fn fields<const N: usize>(
        &self,
        table: &'static Table<'static>,
        form: usize,
    ) -> Option<[&'a str; N]> {
        let form = &table.forms[form];
        let placeholders = form.placeholders.try_into().ok()?;
        matching::read(self.detail, form.leading, placeholders)
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
}

/// The value that fits best, given that no constant is decisive and matches.
#[cfg_attr(not(debug_assertions), inline)]
pub(super) fn find_after_constants<E: Decoder>(query: &Query<'_>) -> Option<Found<E>> {
    let detail = query.detail.as_bytes();
    let templates = E::TABLE.templates(detail);
    find_decisive(query, templates.clone()).or_else(|| {
        let others = templates.filter(|&form| !query.is_decisive(&E::TABLE.forms[form]));
        find_first(query, E::TABLE.constants(detail).chain(others))
    })
}

/// The value of a candidate that is decisive and matches.
#[cfg_attr(not(debug_assertions), inline(always))]
fn find_decisive<E: Decoder>(
    query: &Query<'_>,
    mut candidates: impl Iterator<Item = usize>,
) -> Option<Found<E>> {
    candidates.find_map(|number| {
        let form = &E::TABLE.forms[number];
        if !query.is_decisive(form) {
            return None;
        }
        Some(Found {
            fit: Fit::Own,
            status: form.status,
            value: E::read(number, query)?,
        })
    })
}

/// The value that fits best among these candidates and the nested types. If several fit equally well, the first in the order of
/// the variants is chosen.
#[inline(never)]
fn find_first<E: Decoder>(
    query: &Query<'_>,
    candidates: impl Iterator<Item = usize>,
) -> Option<Found<E>> {
    let table = E::TABLE;
    // Each candidate has its order: a form has an odd number, and a nested type has the even number before that of the next form.
    let mut best: Option<(usize, Found<E>)> = None;
    let is_better = |best: &Option<(usize, Found<E>)>, fit: Fit, order: usize| {
        best.as_ref()
            .is_none_or(|(first, best)| (fit, order) < (best.fit, *first))
    };
    for number in candidates {
        let (form, order) = (&table.forms[number], number * 2 + 1);
        let Some(fit) = query.fit(table, form) else {
            continue;
        };
        if !is_better(&best, fit, order) {
            continue;
        }
        let Some(value) = E::read(number, query) else {
            continue;
        };
        best = Some((
            order,
            Found {
                fit,
                status: form.status,
                value,
            },
        ));
    }
    for (index, nested) in table.nested.iter().enumerate() {
        let order = nested.position * 2;
        if !is_better(&best, Fit::Own, order) {
            break;
        }
        if let Some(found) = E::read_nested(index, query) {
            if is_better(&best, found.fit, order) {
                best = Some((order, found));
            }
        }
    }
    match (best, query.statuses) {
        (Some((_, found)), _) => Some(found),
        (None, Statuses::Received(status)) => Some(Found {
            fit: Fit::Other,
            status: status.as_u16(),
            value: E::other(status, query.detail)?,
        }),
        (None, Statuses::Any { .. }) => None,
    }
}
