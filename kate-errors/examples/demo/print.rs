//! Prints the answers.

use crate::client::Answer;

/// Prints an error: the call, and below it the parts of the response.
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
