//! Arguments after the literal: expressions, constants, and fields by `.name` and `.0`.

use crate::agree;

/// The type of some fields.
#[derive(Clone, Copy, Debug)]
struct Limits {
    low: i16,
    high: i16,
}

impl Limits {
    fn span(self) -> i16 {
        self.high - self.low
    }
}

const LARGEST: usize = 64;

fn shout(text: &str) -> String {
    text.to_uppercase()
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

mod old {
    use super::{LARGEST, Limits, first, shout};
    use thiserror::Error;

    #[derive(Debug, Error)]
    pub(super) enum ArgumentError {
        #[error("{0} frames (at most {max})", max = i32::MAX)]
        Named(u32),
        #[error("starts with {:?}, not {:?}", first(.0), 'a')]
        Function(String),
        #[error("{at} is not within {} and {}", .limits.low, .limits.high)]
        Fields { at: usize, limits: Limits },
        #[error("{} of {text}, {}", shout(.text), .limits.span() * 2)]
        Mixed { text: String, limits: Limits },
        #[error("more than {LARGEST} of {0:>4}")]
        Constant(u8),
        #[error("{second} before {first}", first = .second, second = .first)]
        Swapped { first: u8, second: u8 },
        #[error("{} then {}", .0.trim(), .1 + 1)]
        Positions(String, u8),
        #[error("{}", if *.0 { "yes" } else { "no" })]
        Branch(bool),
        #[error("{} items: {}", .items.len(), .items.iter().map(|item| format!("<{item}>")).collect::<Vec<_>>().join("; "))]
        Closure { items: Vec<u8> },
    }
}

mod new {
    use super::{LARGEST, Limits, first, shout};
    use kate_errors::KateError;

    #[derive(Debug, KateError)]
    #[status(400)]
    #[kate(emit_only)]
    pub(super) enum ArgumentError {
        #[detail("{0} frames (at most {max})", max = i32::MAX)]
        Named(u32),
        #[detail("starts with {:?}, not {:?}", first(.0), 'a')]
        Function(String),
        #[detail("{at} is not within {} and {}", .limits.low, .limits.high)]
        Fields { at: usize, limits: Limits },
        #[detail("{} of {text}, {}", shout(.text), .limits.span() * 2)]
        Mixed { text: String, limits: Limits },
        #[detail("more than {LARGEST} of {0:>4}")]
        Constant(u8),
        #[detail("{second} before {first}", first = .second, second = .first)]
        Swapped { first: u8, second: u8 },
        #[detail("{} then {}", .0.trim(), .1 + 1)]
        Positions(String, u8),
        #[detail("{}", if *.0 { "yes" } else { "no" })]
        Branch(bool),
        #[detail("{} items: {}", .items.len(), .items.iter().map(|item| format!("<{item}>")).collect::<Vec<_>>().join("; "))]
        Closure { items: Vec<u8> },
    }
}

/// The same value of both types.
macro_rules! same {
    ($($value:tt)*) => {
        agree(&old::ArgumentError::$($value)*, &new::ArgumentError::$($value)*)
    };
}

#[test]
fn arguments_of_all_shapes_agree() {
    let limits = Limits { low: -3, high: 9 };
    let text = || " bee ".to_owned();
    same!(Named(7));
    same!(Function("Bee".to_owned()));
    same!(Function(String::new()));
    same!(Fields { at: 8, limits });
    same!(Mixed {
        text: text(),
        limits
    });
    same!(Constant(7));
    same!(Swapped {
        first: 1,
        second: 2
    });
    same!(Positions(text(), 4));
    same!(Branch(true));
    same!(Branch(false));
    same!(Closure {
        items: vec![1, 2, 3]
    });
}
