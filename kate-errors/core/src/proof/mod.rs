//! The proof that every detail is read in one way.
//!
//! Two questions are decided, both exactly. Each "yes" comes with a *witness*, a short text that shows it:
//!
//! - Has one template two readings of one text? ([`two_readings`])
//! - Is there a text that two templates both match? ([`meet`])
//!
//! Each is a breadth-first search in the product of two automata (`automaton.rs`). Most templates need no search, because their
//! literals decide. [`Comparison`] decides the second question for all forms of a type and of its nested types. It skips most
//! pairs, because forms are sorted by their literals.
//!
//! Everything is a `const fn` that works in the caller's memory. The macro runs it when it expands a type. Where only the
//! compiler knows the types of the fields, constants in the generated code run it.

mod alphabet;
mod automaton;
mod comparison;
mod decide;
mod finding;
mod list;
mod literals;
mod message;
mod rank;
mod search;
mod template;
mod text;

pub use automaton::MOST_PLACEHOLDERS;
pub use comparison::{Comparison, Scope};
pub use decide::{Answer, meet, two_readings};
pub use finding::{Finding, FormRef};
pub use list::{Listed, count, has_other, list};
pub use message::{Message, meeting, nested_meeting, too_large, two_readings_message};
pub use rank::rank;
pub use search::{Memory, MemorySize, Node};
pub use template::Template;
pub use text::{ConstText, Witness};

#[cfg(test)]
mod tests;
