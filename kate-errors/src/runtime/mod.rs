//! Everything that derived code calls, as `kate_errors::__private`. It is not public: it may change with any release.
//!
//! | what derived code does | with |
//! | --- | --- |
//! | describes a value, so that it can be sent | [`emit`] |
//! | writes forms with fields | [`write`], [`output`], [`print`] |
//! | implements `KateError` and the conversion into a response | [`kate_error`], [`response`] |
//! | reads a value from the entries of its table | [`decoder`], [`cursor`], [`field_reader`] |
//! | implements `Decode` | [`decode`] |
//! | lists its errors | [`catalog`] |
//! | asks what the types of its fields are | [`probe`], [`language`], [`source`] |
//! | requires something of the types of its fields | [`bounds`], [`pointer`] |
//! | checks in constants what the macro could not | [`checks`] |

mod bounds;
mod catalog;
mod checks;
mod cursor;
pub(crate) mod decode;
pub(crate) mod decoder;
mod emit;
mod field_reader;
mod kate_error;
mod language;
mod output;
mod pointer;
mod print;
mod probe;
pub(crate) mod response;
mod source;
mod write;

pub use std::backtrace::Backtrace;
pub use std::borrow::Cow;
pub use std::primitive::{str, u8, usize};
pub use std::string::String;
pub use std::vec::Vec;

pub use bytes::Bytes;
pub use http::{HeaderMap, Response, StatusCode};
pub use kate_errors_core::Language;
pub use kate_errors_core::matching::Placeholder;
pub use kate_errors_core::proof::{Finding, count};
pub use kate_errors_core::table::{
    Accept, Body, ErrorEntry, FormEntry, FormKind, Header, Index, Link, NestedEntry, Read, Table,
};

pub use kate_errors_derive::__Attributes as Attributes;

pub use bounds::{
    DecodedTransparentField, FieldDefault, FieldDisplay, FieldFromStr, OtherDetail, OtherStatus,
    TransparentField,
};
pub use catalog::{catalog, errors, errors_with_fix, group_with_fix};
pub use checks::{check_finding, check_form, check_nested, compare, confirm, same_member};
pub use cursor::same;
pub use decode::{decode, from_detail};
pub use decoder::{Decoder, Found, Query};
pub use emit::{Emit, Role};
pub use field_reader::FieldReader;
pub use kate_error::{
    body, detail, display, fix, headers, insert_header, spec, status, write_body,
};
pub use language::UnknownLanguage;
pub use output::Output;
pub use pointer::FieldPointer;
pub use print::SlowPrint;
pub use probe::Probe;
pub use response::respond;
// rustc's messages name the markers `DerefsToError`, `DerefsToTraitObject` and `IsError` by this path.
pub use source::{
    BoxedFieldSource, DerefsToError, DerefsToTraitObject, FieldSource, IsError, PointsToError,
    PointsToTraitObject,
};
pub use write::{write_format, write_template};

pub use crate::catalog::{Catalog, Documented, ErrorSpec};
pub use crate::decode::Decode;
pub use crate::detail_text::{Chars, Length};
pub use crate::error::KateError;
pub use crate::frameworks::__implement as implement;
pub use crate::undecoded::{NoMatch, Undecoded};
