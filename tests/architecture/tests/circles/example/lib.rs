//! `first` imports `second` through re-exports, `second` uses `third` in the arguments of a macro, and `third` uses `first`
//! inside a function. `alone` imports from the circle and is not in it.

mod alone;
mod first;
mod inner;
mod third;

pub use inner::Second;
