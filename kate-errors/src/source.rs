//! Sources of any kind as `dyn Error`.

use std::error::Error;
use std::panic::UnwindSafe;

/// Finds the `dyn Error` in a source by method lookup: the source is an error itself, or like `Box<dyn Error + Send + Sync>`
/// and `anyhow::Error` it dereferences to one.
pub trait AsSource {
    /// The source.
    fn as_source(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsSource for T {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

/// The trait objects that sources are.
macro_rules! objects {
    ($($object:ty),*) => {$(
        impl AsSource for $object {
            fn as_source(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

objects! { dyn Error, dyn Error + Send, dyn Error + Send + Sync, dyn Error + Send + Sync + UnwindSafe }
