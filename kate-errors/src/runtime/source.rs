//! Fields marked `#[source]` or `#[from]`. Such a field must be an error, or a pointer to one.

use std::error::Error;
use std::ops::Deref;

use super::probe::Probe;

/// A source of type `T`. There is an implementor for each way in which `T` can be a source; [`Probe`] selects it.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a source: it is no `std::error::Error`",
    label = "is no `Error`",
    note = "implement `Error` for it; a field of that name which is no source needs another name"
)]
pub trait FieldSource<T> {
    /// The source, as an error.
    fn source(self, source: &T) -> &(dyn Error + 'static);
}

/// The source is an error itself.
#[derive(Clone, Copy, Debug)]
pub struct IsError;

/// The source is not an error, but dereferences to one that is `Sized`: `Rc<io::Error>`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToError;

/// The source is not an error, but dereferences to a trait object that is one: `Box<dyn Error + Send + Sync>`, `anyhow::Error`.
#[derive(Clone, Copy, Debug)]
pub struct DerefsToTraitObject;

impl<T: Error + 'static> Probe<T> {
    /// `T` is an error.
    #[must_use]
    pub const fn __kate_source(self) -> IsError {
        IsError
    }
}

/// The result of [`Probe`] if `T` is not an error, but points to one.
pub trait PointsToError: Sized {
    /// `T` points to an error.
    fn __kate_source(self) -> DerefsToError {
        DerefsToError
    }
}

impl<T: Deref> PointsToError for Probe<T> where T::Target: Error + Sized + 'static {}

/// The result of [`Probe`] for all other types. Since it is implemented for a reference, Rust tries it last.
pub trait PointsToTraitObject: Sized {
    /// `T` points to a trait object, or is not a source. If it is not a source, [`FieldSource`] is not implemented.
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
    /// The error.
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

macro_rules! error_objects {
    ($($object:ty),*) => {$(
        impl ErrorObject for $object {
            fn as_error(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

error_objects! { dyn Error, dyn Error + Send, dyn Error + Send + Sync, dyn Error + Send + Sync + std::panic::UnwindSafe }
