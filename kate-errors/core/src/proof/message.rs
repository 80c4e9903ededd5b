//! The messages about findings of the proof. The macro uses them, and so do the constants that it generates.

use super::automaton::MOST_PLACEHOLDERS;
use super::finding::FormRef;
use super::text::ConstText;
use crate::const_str::str_eq;
use crate::table::FormKind;

/// A message, in memory that a `const` can use.
pub type Message = ConstText<1600>;

/// The message for a template that has two readings of a text. `more` continues its first sentence. `cure` is the line that cures it,
/// or empty if none is known.
#[must_use]
pub const fn two_readings_message(witness: &str, more: &str, cure: &str) -> Message {
    Message::EMPTY
        .and_quoted(witness)
        .and(" has two readings by this text")
        .and(more)
        .and_help(true, cure)
        .and(" the shortest leftmost reading with `#[kate(lossy)]`")
}

/// The message for two forms of one type that match the same text. `readings` says what both read, and `cure` is the line that
/// cures it. They are empty if they are not known.
#[must_use]
pub const fn meeting(
    winner: FormRef<'_>,
    loser: FormRef<'_>,
    witness: &str,
    readings: &str,
    cure: &str,
) -> Message {
    let (first, second) = (winner.error().name, loser.error().name);
    if winner.entry().error == loser.entry().error {
        return Message::EMPTY
            .and_quoted(witness)
            .and(" is also what `")
            .and(winner.entry().detail)
            .and("` reads, an earlier text of `")
            .and(second)
            .and("`, with other fields")
            .and_help(true, cure)
            .and(" that the earlier text wins with `#[kate(lossy)]`");
    }
    let message = Message::EMPTY
        .and("`")
        .and(first)
        .and("` and `")
        .and(second);
    let message = under_status(&message.and("` both say ").and_quoted(witness), loser);
    if winner.error().lossy {
        return message
            .and(": `#[kate(lossy)]` belongs on `")
            .and(second)
            .and("`, which loses, not on `")
            .and(first)
            .and("`");
    }
    let message = if readings.is_empty() {
        message.and(NOT_TOLD)
    } else {
        message.and(": ").and(readings)
    };
    message
        .and_help(has_placeholders(winner) || has_placeholders(loser), cure)
        .and(" that it is read as `")
        .and(first)
        .and("` with `#[kate(lossy)]` on `")
        .and(second)
        .and("`")
}

/// The message for two forms that match the same text, of which at least one belongs to a nested type. `holder` is the variant
/// that holds the nested type.
#[must_use]
pub const fn nested_meeting(
    winner: FormRef<'_>,
    loser: FormRef<'_>,
    witness: &str,
    holder: &str,
) -> Message {
    let (first, second) = if loser.nested {
        (winner, loser)
    } else {
        (loser, winner)
    };
    let again = is_same(first, second);
    let message = if again {
        let message = Message::EMPTY.and("`").and(holder).and("` holds `");
        let message = message.and(second.table.name).and("` again: ");
        path(&message, second).and(" of both says ")
    } else {
        let message = path(&path(&Message::EMPTY, first).and(" and "), second);
        message
            .and(", which `")
            .and(holder)
            .and("` holds, both say ")
    };
    let message = under_status(&message.and_quoted(witness), loser).and(NOT_TOLD);
    let message = if again {
        message.and("\nhelp: keep one, or accept")
    } else {
        message.and_help(has_placeholders(winner) || has_placeholders(loser), "")
    };
    let marked = if loser.nested {
        holder
    } else {
        loser.error().name
    };
    message
        .and(" that it is read as the earlier one with `#[kate(lossy)]` on `")
        .and(marked)
        .and("`")
}

/// The message for two forms that are too large to be compared. They may be one form, if two readings were searched for.
#[must_use]
pub const fn too_large(winner: FormRef<'_>, loser: FormRef<'_>) -> Message {
    let (first, second) = (winner.error().name, loser.error().name);
    let (most, fields) = (MOST_PLACEHOLDERS, loser.entry().placeholders.len());
    let message = if fields > most {
        number_of_fields(&Message::EMPTY.and("this text"), fields)
    } else if winner.entry().placeholders.len() > most {
        let message = Message::EMPTY.and("the text of ");
        let message = if winner.nested {
            path(&message, winner)
        } else {
            message.and("`").and(first).and("`")
        };
        number_of_fields(&message, winner.entry().placeholders.len())
    } else if is_same(winner, loser) {
        Message::EMPTY.and("this text is too long for the proof that it is told apart")
    } else {
        Message::EMPTY
            .and("this text and those of `")
            .and(first)
            .and("` are too long for the proof that they are told apart")
    };
    message
        .and("\nhelp: shorten it, or go without the proof with `#[kate(lossy)]` on `")
        .and(second)
        .and("`")
}

const NOT_TOLD: &str = ": a client could not tell which it is";

const fn number_of_fields(message: &Message, fields: usize) -> Message {
    message
        .and(" has ")
        .and_number(fields)
        .and(" fields, and ")
        .and_number(MOST_PLACEHOLDERS)
        .and(" are the most of which it can be proved that the text is told apart")
}

impl Message {
    /// The beginning of the help in a message that shows a text. `fields` says whether a field is in the text.
    const fn and_help(&self, fields: bool, cure: &str) -> Self {
        if !cure.is_empty() {
            self.and("\nhelp: write ")
                .and(cure)
                .and(", reword one, or accept")
        } else if fields {
            self.and("\nhelp: reword one, say what a field's text is made of (`#[kate(chars = \"0-9a-f\")]` or `#[kate(words(\"on\", \"off\"))]` on it, `DetailText` on its type), or accept")
        } else {
            self.and("\nhelp: reword one, or accept")
        }
    }
}

const fn under_status(message: &Message, form: FormRef<'_>) -> Message {
    message
        .and(" under status ")
        .and_number(form.entry().status as usize)
}

/// Adds `Type::Variant`, in backticks.
const fn path(message: &Message, form: FormRef<'_>) -> Message {
    message
        .and("`")
        .and(form.table.name)
        .and("::")
        .and(form.error().name)
        .and("`")
}

const fn has_placeholders(form: FormRef<'_>) -> bool {
    matches!(form.entry().kind, FormKind::Template)
}

/// Whether two forms are the same form, of a type that is nested twice.
const fn is_same(a: FormRef<'_>, b: FormRef<'_>) -> bool {
    str_eq(a.table.name, b.table.name)
        && a.number == b.number
        && str_eq(a.error().name, b.error().name)
        && str_eq(a.entry().detail, b.entry().detail)
}
