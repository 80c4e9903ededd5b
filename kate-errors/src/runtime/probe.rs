//! Checks of a type's traits that need no bound.

use std::marker::PhantomData;

/// Checks which traits a type implements. Derived code cannot use a bound for this: the type may not implement the trait, and the
/// macro sees only the type's name.
///
/// Each check is an item of `Probe<T>` that exists twice: as an inherent item where `T` implements a certain trait, and as an
/// item of a trait that every `Probe<T>` implements. Rust prefers the inherent one. Since the compiler chooses, this works for
/// aliases and associated types too. The items' names begin with `__kate`, so that no blanket trait of the user has them.
///
/// Each check is in the file of the traits that it checks: `language.rs`, `source.rs` and `print.rs`.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    /// The receiver of the checks that are methods.
    pub const __KATE_ASK: Self = Self(PhantomData);
}
