//! Answers for the terminal.

use crate::client::Answer;

/// One error, its parts aligned below the call that brought it.
pub(crate) fn answer(answer: &Answer) {
    let mark = if answer.equal {
        "came back equal"
    } else {
        "DIFFERS"
    };
    println!("{:<44}{:<28}{mark}", answer.call, answer.status);
    for (name, text) in [
        ("header", &answer.headers),
        ("body", &answer.body),
        ("value", &answer.value),
        ("cause", &answer.cause),
        ("fix", &answer.fix),
    ] {
        if !text.is_empty() {
            println!("  {name:<6} {text}");
        }
    }
    println!();
}
