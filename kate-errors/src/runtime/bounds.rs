//! What derived code needs of a type, a trait for each need: where a type lacks it, the message is this crate's, at the
//! field's type, and there is one of it however often derived code asks.

use std::error::Error;
use std::fmt::{self, Display, Write as _};
use std::ops::Deref;
use std::str::FromStr;

use http::StatusCode;
use kate_errors_core::Language;
use kate_errors_core::table::Table;

use super::decode::{Decoder, Query};
use super::field::FieldReader;
use crate::catalog::{Catalog, Documented};
use crate::error::KateError;

/// A field that is written into a text or a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a text: it has no `Display`",
    label = "has no `Display`",
    note = "implement `Display` for it, or leave the field out of the text",
    note = "an `Option` is known by its name: behind an alias it counts as any other type"
)]
pub trait FieldDisplay {
    /// The field, as what prints it.
    fn display(&self) -> &dyn Display;
}

#[diagnostic::do_not_recommend]
impl<T: Display> FieldDisplay for T {
    fn display(&self) -> &dyn Display {
        self
    }
}

/// A field that is read from a text or a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read back from a text: it has no `FromStr`",
    label = "has no `FromStr`",
    note = "implement `FromStr` for it, hold the text in a type that has it (`String`), or mark the variant `#[kate(emit_only)]`"
)]
pub trait FieldFromStr: Sized {
    /// The value of this text, if there is one.
    fn parse(text: Option<&str>) -> Option<Self>;

    /// The value that prints as this text.
    fn read(
        text: &str,
        reading: FieldReader<Self>,
        shown: fn(&Self) -> &dyn Display,
    ) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> FieldFromStr for T {
    fn parse(text: Option<&str>) -> Option<Self> {
        text?.parse().ok()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read(
        text: &str,
        reading: FieldReader<Self>,
        shown: fn(&Self) -> &dyn Display,
    ) -> Option<Self> {
        match reading {
            FieldReader::Exact(read) => read(text),
            FieldReader::Compared(language) => compared(text, &language, shown),
        }
    }
}

fn compared<T: FromStr>(
    text: &str,
    language: &Language,
    shown: fn(&T) -> &dyn Display,
) -> Option<T> {
    if !language.contains(text) {
        return None;
    }
    let value = text.parse().ok()?;
    prints(shown(&value), text).then_some(value)
}

fn prints(value: &dyn Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// What is left of a text to be printed.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// A field that is not on the wire.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be skipped: it has no `Default` that decoding could fill in",
    label = "has no `Default`",
    note = "implement `Default` for it, make the field an `Option` without the mark, or mark the variant `#[kate(emit_only)]`"
)]
pub trait FieldDefault: Sized {
    /// What decoding fills in.
    fn default_value() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> FieldDefault for T {
    fn default_value() -> Self {
        T::default()
    }
}

/// A source of type `T`. [`Probe`](super::field::Probe) says by which of the three ways it is one.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a source: it is no `std::error::Error`",
    label = "is no `Error`",
    note = "implement `Error` for it; a field of that name which is no source needs another name"
)]
pub trait FieldSource<T> {
    /// The source.
    fn source(self, source: &T) -> &(dyn Error + 'static);
}

/// A source that is an error.
#[derive(Clone, Copy, Debug)]
pub struct IsError;

/// A source that dereferences to an error: `Box<dyn Error + Send + Sync>`, `anyhow::Error`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToTraitObject;

/// A source that dereferences to an error with a size, and is none itself: `Rc<io::Error>`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToError;

impl<T: Error + 'static> FieldSource<T> for IsError {
    fn source(self, source: &T) -> &(dyn Error + 'static) {
        source
    }
}

#[diagnostic::do_not_recommend]
impl<T: Deref> FieldSource<T> for DerefsToError
where
    T::Target: Error + Sized + 'static,
{
    fn source(self, source: &T) -> &(dyn Error + 'static) {
        &**source
    }
}

#[diagnostic::do_not_recommend]
impl<T: Deref> FieldSource<T> for DerefsToTraitObject
where
    T::Target: Object,
{
    fn source(self, source: &T) -> &(dyn Error + 'static) {
        source.object()
    }
}

/// A trait object that is an error, however deep behind pointers.
pub trait Object {
    /// The error.
    fn object(&self) -> &(dyn Error + 'static);
}

impl<T: Deref> Object for T
where
    T::Target: Object,
{
    fn object(&self) -> &(dyn Error + 'static) {
        (**self).object()
    }
}

/// The trait objects that sources are.
macro_rules! objects {
    ($($object:ty),*) => {$(
        impl Object for $object {
            fn object(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

objects! { dyn Error, dyn Error + Send, dyn Error + Send + Sync, dyn Error + Send + Sync + std::panic::UnwindSafe }

/// The field of a transparent variant that is not parsed back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a transparent field: it is no `KateError` with a catalog",
    label = "has no status and text, or no catalog",
    note = "write `#[derive(KateError)]` on it, or implement `KateError` and `Documented` by hand",
    note = "an error that is not yours is a source: give the variant a status and a text, and mark the field `#[source]`"
)]
pub trait TransparentField {
    /// Its errors, for readers.
    const CATALOG: Catalog;

    /// The field, as what says status and text.
    fn as_kate_error(&self) -> &dyn KateError;
}

#[diagnostic::do_not_recommend]
impl<T: KateError + Documented> TransparentField for T {
    const CATALOG: Catalog = T::CATALOG;

    fn as_kate_error(&self) -> &dyn KateError {
        self
    }
}

/// The field of a transparent variant that is parsed back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a transparent field that is parsed back: nothing reads it from a response",
    label = "is not decoded",
    note = "write `#[derive(KateError)]` on it, without `#[kate(emit_only)]`; if it is `KateError` and `Documented` already, mark this variant `#[kate(emit_only)]`",
    note = "an error that is not yours is a source: give the variant a status and a text, and mark the field `#[source]`"
)]
pub trait DecodedTransparentField: Sized {
    /// Its errors, for readers.
    const CATALOG: Catalog;

    /// Its errors, for decoding.
    const TABLE: &'static Table;

    /// The field, as what says status and text.
    fn as_kate_error(&self) -> &dyn KateError;

    /// Reads the value that the first fitting entry describes.
    fn pick(query: &Query<'_>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: KateError + Documented + Decoder> DecodedTransparentField for T {
    const CATALOG: Catalog = <T as Documented>::CATALOG;
    const TABLE: &'static Table = <T as Decoder>::TABLE;

    fn as_kate_error(&self) -> &dyn KateError {
        self
    }

    fn pick(query: &Query<'_>) -> Option<Self> {
        <T as Decoder>::pick(query)
    }
}

/// The field `status` of an `other` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the status of an `other` variant",
    label = "write `http::StatusCode`"
)]
pub trait OtherStatus: Sized {
    /// The status that was received.
    fn received(status: StatusCode) -> Self;

    /// The status to send.
    fn status(&self) -> StatusCode;
}

impl OtherStatus for StatusCode {
    fn received(status: StatusCode) -> Self {
        status
    }

    fn status(&self) -> StatusCode {
        *self
    }
}

/// The field `detail` of an `other` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the detail of an `other` variant",
    label = "write `String`"
)]
pub trait OtherDetail: Sized {
    /// The text that was received.
    fn received(detail: &str) -> Self;

    /// The text to send.
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: Deref<Target = str> + From<String>> OtherDetail for T {
    fn received(detail: &str) -> Self {
        Self::from(detail.to_owned())
    }

    fn text(&self) -> &str {
        self
    }
}
