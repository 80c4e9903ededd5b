//! Asks the questions of the proof with as much memory as they need.

use kate_errors_core::proof::{Answer, Memory, MemorySize, Node};

/// Asks a question with the usual memory, and again with the most if that does not suffice. `question` returns its answer, and
/// whether the memory sufficed.
pub(super) fn ask<T>(question: impl Fn(Memory<'_>) -> (T, bool)) -> T {
    let ask = |size: MemorySize| {
        let (mut seen, mut nodes) = (vec![false; size.pairs], vec![Node::EMPTY; size.nodes]);
        question(Memory {
            seen: &mut seen,
            nodes: &mut nodes,
        })
    };
    match ask(MemorySize::USUAL) {
        (answer, true) => answer,
        (_, false) => ask(MemorySize::MOST_IN_MACRO).0,
    }
}

pub(super) fn answer(question: impl Fn(&mut Memory<'_>) -> Answer) -> Answer {
    ask(|mut memory| {
        let answer = question(&mut memory);
        (answer, !matches!(answer, Answer::TooLarge))
    })
}
