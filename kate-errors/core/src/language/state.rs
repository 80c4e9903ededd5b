//! The states of a language's automaton.

/// A state. Each language numbers its states from zero, without gaps.
pub(crate) type State = u16;

/// The state before the first character, in every language.
pub(super) const START: State = 0;
