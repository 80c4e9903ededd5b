//! From a response back to the value.

use std::cell::Cell;
use std::str;

use http::{HeaderMap, StatusCode};
use kate_errors_core::matching;
use kate_errors_core::table::{Kind, Table};

use crate::json;
use crate::undecoded::{NoMatch, Undecoded};

/// An error that comes back from its response as the same value.
///
/// [The derive](macro@crate::KateError) implements it, unless the type is marked `#[kate(emit_only)]`; nothing else can.
///
/// # How a variant is chosen
///
/// 1. Among the variants whose own status was received, those of transparent fields in their place: the first that
///    matches the text.
/// 2. Among those that `accept` the status: the first that matches.
/// 3. The `#[kate(other)]` variant; that of a transparent field before the outer type's.
///
/// A status below 400 is never decoded. No input panics, and the time is at most proportional to the body's length.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use kate_errors::Decode;
/// use kate_errors::api::SubscriptionError;
///
/// let body = br#"{"detail": "Insufficient token balance. Required: 500, available: 120"}"#;
/// let error = SubscriptionError::decode(StatusCode::PAYMENT_REQUIRED, &HeaderMap::new(), body);
/// assert_eq!(error.unwrap(), SubscriptionError::InsufficientTokenBalance {
///     required: Some(500),
///     available: Some(120),
/// });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`"
)]
pub trait Decode: Decoder {
    /// The error that says this text, with this status.
    ///
    /// Without a status all variants are tried but `other`; a text that errors of two statuses say is then no match.
    ///
    /// # Errors
    ///
    /// [`NoMatch`], where no variant has this status and text.
    fn from_detail(status: Option<StatusCode>, detail: &str) -> Result<Self, NoMatch> {
        match status {
            Some(status) => find(status, None, detail).ok_or(NoMatch::none(Self::TABLE.name)),
            None => find_alone(detail),
        }
    }

    /// The error that this response reports.
    ///
    /// # Errors
    ///
    /// [`Undecoded`], which keeps the whole response: where the status is below 400, where the body has no text, and
    /// where no variant has this status and text.
    fn decode(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, Undecoded> {
        if !is_error(status) {
            return Err(Undecoded::not_an_error(status, headers, body));
        }
        let table = Self::TABLE;
        match json::text(body, table.member) {
            Ok(detail) => find(status, Some(headers), &detail).ok_or_else(|| {
                Undecoded::no_match(table.name, detail.into_owned(), status, headers, body)
            }),
            Err(why) => Err(Undecoded::unexpected(
                table.member,
                why,
                status,
                headers,
                body,
            )),
        }
    }

    /// [`decode`](Self::decode), of an [`http::Response`](https://docs.rs/http/1/http/response/struct.Response.html).
    ///
    /// # Errors
    ///
    /// Those of [`decode`](Self::decode).
    fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, Undecoded> {
        Self::decode(
            response.status(),
            response.headers(),
            response.body().as_ref(),
        )
    }
}

impl<T: Decode> Decode for Box<T> {}

/// The derive's half of [`Decode`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "is no error that comes back from a response",
    note = "`#[derive(KateError)]` makes it one, unless the type is `#[kate(emit_only)]`; nothing else can"
)]
pub trait Decoder: Sized {
    /// The type's errors.
    const TABLE: &'static Table;

    /// Reads the value that this row describes.
    fn read(row: usize, query: &Query<'_>) -> Option<Self>;

    /// Reads the value that the first fitting row describes.
    fn pick(query: &Query<'_>) -> Option<Self> {
        let table = Self::TABLE;
        let fitting = (0..table.rows).filter(|&row| query.fits(table, row));
        let mut found = fitting.filter_map(|row| Some((row, Self::read(row, query)?)));
        if let Some((row, value)) = found.next() {
            query.note(table, row);
            return Some(value);
        }
        let other = (0..table.rows).find(|&row| table.row_kind(row) == Kind::Other);
        other
            .filter(|_| query.status().is_some())
            .and_then(|row| Self::read(row, query))
    }
}

impl<T: Decoder> Decoder for Box<T> {
    const TABLE: &'static Table = T::TABLE;

    fn read(row: usize, query: &Query<'_>) -> Option<Self> {
        T::read(row, query).map(Self::new)
    }

    fn pick(query: &Query<'_>) -> Option<Self> {
        T::pick(query).map(Self::new)
    }
}

/// What is asked of a type's rows.
#[derive(Debug)]
pub struct Query<'a> {
    pass: Pass,
    detail: &'a str,
    headers: Option<&'a HeaderMap>,
    found: Cell<Option<u16>>,
}

/// Which rows are asked.
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

    /// Whether a row is worth to be read.
    fn fits(&self, table: &Table, row: usize) -> bool {
        match table.row_kind(row) {
            Kind::Constant => self.admits(table, row) && table.row_text(row) == self.detail,
            Kind::Template => {
                self.admits(table, row) && self.detail.starts_with(table.row_text(row))
            }
            Kind::Nested => true,
            Kind::EmitOnly | Kind::Other => false,
        }
    }

    fn admits(&self, table: &Table, row: usize) -> bool {
        let error = table.row_error(row);
        let own = table.error_status(error);
        match self.pass {
            Pass::Own(status) => own == status.as_u16(),
            Pass::Accepted(status) => {
                let status = status.as_u16();
                let accepts = || {
                    table.error_accepts_any(error)
                        || table.error_accepted(error).any(|other| other == status)
                };
                own != status && accepts()
            }
            Pass::Other(_) => false,
            Pass::Alone(but) => but != Some(own),
        }
    }

    /// Remembers the status of the error that was found; of a nested one the inner type has done so.
    fn note(&self, table: &Table, row: usize) {
        if table.row_kind(row) != Kind::Nested {
            self.found
                .set(Some(table.error_status(table.row_error(row))));
        }
    }

    /// The texts of a row's fields.
    #[must_use]
    pub fn fields<const N: usize>(&self, table: &Table, row: usize) -> Option<[&'a str; N]> {
        matching::read(self.detail, table.row_text(row), &table.row_slots(row)?)
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

/// RFC 9110, section 15: a client error or a server error. Codes above 599 are no status of HTTP, but no success either.
pub(crate) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

fn find<E: Decoder>(status: StatusCode, headers: Option<&HeaderMap>, detail: &str) -> Option<E> {
    if !is_error(status) {
        return None;
    }
    [
        Pass::Own(status),
        Pass::Accepted(status),
        Pass::Other(status),
    ]
    .into_iter()
    .find_map(|pass| E::pick(&Query::new(pass, headers, detail)))
}

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
