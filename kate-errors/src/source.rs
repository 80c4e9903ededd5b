//! Sources of any kind as `dyn Error`.

use std::error::Error;
use std::panic::UnwindSafe;

/// Finds the `dyn Error` in a source by method lookup: the source is an error itself, or like `Box<dyn Error + Send + Sync>`
/// and `anyhow::Error` it dereferences to one. The method's name is such that no blanket trait of the user's has it.
pub trait AsSource {
    /// The source.
    fn __kate_source(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsSource for T {
    fn __kate_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

/// The trait objects that sources are.
macro_rules! objects {
    ($($object:ty),*) => {$(
        impl AsSource for $object {
            fn __kate_source(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

objects! { dyn Error, dyn Error + Send, dyn Error + Send + Sync, dyn Error + Send + Sync + UnwindSafe }
