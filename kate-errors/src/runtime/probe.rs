//! Questions about a type that derived code asks without a bound.

use std::marker::PhantomData;

/// Asks what a type is. Derived code cannot write a bound for it: the answer may be no, and the macro sees only the type's name.
///
/// The question is an item of `Probe<T>` that exists twice: as an inherent item where `T` implements a certain trait, and as an
/// item of a trait that every `Probe<T>` implements. Rust prefers the inherent one. Since the compiler chooses, this works for
/// aliases and associated types too. The items' names begin with `__kate`, so that no blanket trait of the user has them.
///
/// Each question is beside the traits that it asks for: [`language`](super::language), [`source`](super::source) and
/// [`print`](super::print).
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    /// What the questions that are methods are called on.
    pub const __KATE_ASK: Self = Self(PhantomData);
}
