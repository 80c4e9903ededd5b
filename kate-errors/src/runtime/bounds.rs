//! What derived code requires of the types of fields, a trait for each purpose.
//!
//! Each trait has one blanket impl, for the types that meet its requirement. Derived code uses a field only through these traits.
//! So rustc reports a type that does not meet the requirement once, at the field's type, and with the message that the trait has
//! here.

use std::fmt::Display;
use std::ops::Deref;
use std::str::FromStr;

use http::StatusCode;
use kate_errors_core::table::Table;

use super::decoder::{Decoder, Found, Query};
use super::field_reader::FieldReader;
use crate::catalog::{Catalog, Documented};
use crate::error::KateError;

/// A field that is printed into a detail or a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a text: it has no `Display`",
    label = "has no `Display`",
    note = "implement `Display` for it, or leave the field out of the text",
    note = "an `Option` is known by its name: behind an alias it counts as any other type"
)]
pub trait FieldDisplay {
    /// The field as a value that can be printed.
    fn display(&self) -> &dyn Display;
}

#[diagnostic::do_not_recommend]
impl<T: Display> FieldDisplay for T {
    fn display(&self) -> &dyn Display {
        self
    }
}

/// A field that is read from a detail or a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read back from a text: it has no `FromStr`",
    label = "has no `FromStr`",
    note = "implement `FromStr` for it, hold the text in a type that has it (`String`), or mark the variant `#[kate(emit_only)]`",
    note = "around a type that is not yours write a newtype, `struct Text({Self});`, with `Display` that prints `self.0` and `FromStr` that parses it"
)]
pub trait FieldFromStr: Sized {
    /// The value of a header, if the response has it and `FromStr` takes it.
    fn parse(header: Option<&str>) -> Option<Self>;

    /// The value that prints as this text of a detail.
    fn read(
        text: &str,
        reader: FieldReader<Self>,
        display: fn(&Self) -> &dyn Display,
    ) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> FieldFromStr for T {
    fn parse(header: Option<&str>) -> Option<Self> {
        header?.parse().ok()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read(
        text: &str,
        reader: FieldReader<Self>,
        display: fn(&Self) -> &dyn Display,
    ) -> Option<Self> {
        reader.read(text, display)
    }
}

/// A field marked `#[kate(skip)]`, in a variant that is decoded or made by `#[from]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be skipped: it has no `Default` that could be filled in",
    label = "has no `Default`",
    note = "implement `Default` for it, make the field an `Option` without the mark, or mark the variant `#[kate(emit_only)]` and leave `#[from]` out"
)]
pub trait FieldDefault: Sized {
    /// The value that decoding fills in.
    fn default_value() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> FieldDefault for T {
    fn default_value() -> Self {
        T::default()
    }
}

/// The field of a transparent variant that is only sent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a transparent field: it is no `KateError` with a catalog",
    label = "has no status and text, or no catalog",
    note = "write `#[derive(KateError)]` on it, or implement `KateError` and `Documented` by hand",
    note = "an error that is not yours is a source: give the variant a status and a text, and mark the field `#[source]`"
)]
pub trait TransparentField {
    /// The catalog of the field's type.
    const CATALOG: Catalog;

    /// The field as an error, which has the status and the detail.
    fn as_kate_error(&self) -> &dyn KateError;
}

#[diagnostic::do_not_recommend]
impl<T: KateError + Documented> TransparentField for T {
    const CATALOG: Catalog = T::CATALOG;

    fn as_kate_error(&self) -> &dyn KateError {
        self
    }
}

/// The field of a transparent variant that is decoded.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a transparent field that is parsed back: nothing reads it from a response",
    label = "is not decoded",
    note = "write `#[derive(KateError)]` on it, without `#[kate(emit_only)]`; if it is `KateError` and `Documented` already, mark this variant `#[kate(emit_only)]`",
    note = "an error that is not yours is a source: give the variant a status and a text, and mark the field `#[source]`"
)]
pub trait DecodedTransparentField: Sized {
    /// The catalog of the field's type.
    const CATALOG: Catalog;

    /// The table of the field's type.
    const TABLE: &'static Table<'static>;

    /// The field as an error, which has the status and the detail.
    fn as_kate_error(&self) -> &dyn KateError;

    /// The value of the field's type that fits a query best.
    fn find(query: &Query<'_>) -> Option<Found<Self>>;
}

#[diagnostic::do_not_recommend]
impl<T: KateError + Documented + Decoder> DecodedTransparentField for T {
    const CATALOG: Catalog = <T as Documented>::CATALOG;
    const TABLE: &'static Table<'static> = <T as Decoder>::TABLE;

    fn as_kate_error(&self) -> &dyn KateError {
        self
    }

    fn find(query: &Query<'_>) -> Option<Found<Self>> {
        <T as Decoder>::find(query)
    }
}

/// The field `status` of an `other` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the status of an `other` variant",
    label = "write `http::StatusCode` of `http` 1"
)]
pub trait OtherStatus: Sized {
    /// The field's value for a status that was received.
    fn received(status: StatusCode) -> Self;

    /// The status that the field's value is sent with.
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
    /// The field's value for a detail that was received.
    fn received(detail: &str) -> Self;

    /// The detail that the field's value is sent with.
    fn detail(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: Deref<Target = str> + From<String>> OtherDetail for T {
    fn received(detail: &str) -> Self {
        Self::from(detail.to_owned())
    }

    fn detail(&self) -> &str {
        self
    }
}
