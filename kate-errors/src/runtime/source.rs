//! Fields marked `#[source]` or `#[from]`. Such a field must be an error, or a pointer to one.

use std::error::Error;
use std::ops::Deref;
use std::panic::{RefUnwindSafe, UnwindSafe};

use super::probe::Probe;

/// Gives out a source of type `T` as an error. Each way in which `T` can be a source has an implementor, and [`Probe`] selects
/// one.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a source: it is no `std::error::Error`",
    label = "is no `Error`",
    note = "implement `Error` for it; a field of that name which is no source needs another name"
)]
pub trait FieldSource<T> {
    /// The source as an error, for `Error::source`.
    fn source(self, source: &T) -> &(dyn Error + 'static);
}

/// A source of a type that is spelled `Box<dyn Trait>` or `Rc<dyn Trait>`.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a source: of the boxes with a trait object, only those of `std::error::Error` can",
    label = "is no `Error`",
    note = "hold it in an `Arc`, which is an `Error` if the trait has `Error` as a supertrait; a field of that name which is no source needs another name"
)]
pub trait BoxedFieldSource<T> {
    /// The source, as an error.
    fn source(self, source: &T) -> &(dyn Error + 'static);
}

#[diagnostic::do_not_recommend]
impl<T, S: FieldSource<T>> BoxedFieldSource<T> for S {
    fn source(self, source: &T) -> &(dyn Error + 'static) {
        FieldSource::source(self, source)
    }
}

/// The source is an error itself.
#[derive(Clone, Copy, Debug)]
pub struct IsError;

/// The way of a source that is no error, but dereferences to an error with a size: `Rc<io::Error>`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToError;

/// The way of a source that is no error, but dereferences to a trait object that is one: `Box<dyn Error + Send + Sync>`,
/// `anyhow::Error`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToTraitObject;

impl<T: Error + 'static> Probe<T> {
    /// Selects the way for a `T` that is an error.
    #[must_use]
    pub const fn __kate_source(self) -> IsError {
        IsError
    }
}

/// What [`Probe`] has for a `T` that is no error, but points to one with a size. Rust prefers the inherent method, if `T` is an
/// error.
pub trait PointsToError: Sized {
    /// Selects the way for a `T` that points to an error.
    fn __kate_source(self) -> DerefsToError {
        DerefsToError
    }
}

impl<T: Deref> PointsToError for Probe<T> where T::Target: Error + Sized + 'static {}

/// What [`Probe`] has for all other types. Rust tries it last, because it is implemented for a reference to the probe.
pub trait PointsToTraitObject: Sized {
    /// Selects the way for a `T` that points to a trait object. If `T` does not, it is no source: `DerefsToTraitObject` does not
    /// implement [`FieldSource`] for it, and rustc reports that.
    fn __kate_source(self) -> DerefsToTraitObject {
        DerefsToTraitObject
    }
}

impl<T> PointsToTraitObject for &Probe<T> {}

#[diagnostic::do_not_recommend]
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
    T::Target: ErrorObject,
{
    fn source(self, source: &T) -> &(dyn Error + 'static) {
        source.as_error()
    }
}

/// A trait object of `Error`, or any number of pointers to one.
pub trait ErrorObject {
    /// The trait object itself, or the one that the pointers lead to.
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<T: Deref> ErrorObject for T
where
    T::Target: ErrorObject,
{
    fn as_error(&self) -> &(dyn Error + 'static) {
        (**self).as_error()
    }
}

/// Each set of auto traits makes a trait object of its own. These are the sets of all auto traits of the standard library.
macro_rules! error_objects_with {
    ($object:ty;) => {
        impl ErrorObject for $object {
            fn as_error(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    };
    (dyn Error $(+ $chosen:ident)*; $auto:ident $($others:ident)*) => {
        error_objects_with! { dyn Error $(+ $chosen)*; $($others)* }
        error_objects_with! { dyn Error $(+ $chosen)* + $auto; $($others)* }
    };
}

error_objects_with! { dyn Error; Send Sync Unpin UnwindSafe RefUnwindSafe }
