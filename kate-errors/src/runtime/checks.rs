//! What generated constants call: a finding becomes a compile error that says what to do.

use kate_errors_core::proof::tables::{self, Finding, Place};
use kate_errors_core::proof::{ConstText, Witness, help};
use kate_errors_core::table::{Kind, Table};
use kate_errors_core::{Language, str_eq};

use super::field::Known;

type Message = ConstText<1600>;

/// Confirms that a field's type is the one that its spelling says.
///
/// # Panics
///
/// Where it is not; in a `const`, that is a compile error.
#[track_caller]
pub const fn confirm(found: Language, name: &'static str) {
    if let Some(spelled) = standard(name) {
        if !spelled.equals(&found) {
            fail(&Message::EMPTY.and("`").and(name).and(
                "` is another type here than the standard library's: use yours by another name",
            ));
        }
    }
}

/// The language of the standard library's type of this name, as wide as the target has it.
const fn standard(name: &'static str) -> Option<Language> {
    if str_eq(name, "usize") {
        Some(<usize as Known>::LANGUAGE)
    } else if str_eq(name, "isize") {
        Some(<isize as Known>::LANGUAGE)
    } else {
        Language::of_std_type(name)
    }
}

/// Refuses a transparent field whose type speaks with another member.
///
/// # Panics
///
/// Where it does; in a `const`, that is a compile error.
#[track_caller]
pub const fn same_member(outer: &'static str, inner: &'static str) {
    if !str_eq(outer, inner) {
        fail(
            &Message::EMPTY
                .and("the text of this field's type travels in \"")
                .and(inner)
                .and("\", that of the outer type in \"")
                .and(outer)
                .and("\": write the same `#[kate(member = \"...\")]` on both"),
        );
    }
}

/// Refuses a form of which a text has two readings.
///
/// # Panics
///
/// Where it has; in a `const`, that is a compile error.
#[track_caller]
pub const fn check_form(table: &'static Table, entry: usize) {
    let finding = tables::entry(table, entry);
    if let Finding::Meet(_, _, witness) = finding {
        let message = quoted(&Message::EMPTY, &witness)
            .and(" has two readings by this text of `")
            .and(table.entry_name(entry))
            .and("`");
        fail(
            &message
                .and(help(true))
                .and(" the shortest leftmost reading with `#[kate(lossy)]`"),
        );
    }
    bounded(&finding);
}

/// Refuses a form that says what one of others says, which is the one that would be read.
///
/// # Panics
///
/// Where it does; in a `const`, that is a compile error.
#[track_caller]
pub const fn check_forms(table: &'static Table, winners: &[usize], loser: usize) {
    let mut index = 0;
    while index < winners.len() {
        prove_pair(table, winners[index], loser);
        index += 1;
    }
}

#[track_caller]
const fn prove_pair(table: &'static Table, winner: usize, loser: usize) {
    let finding = tables::entries(table, winner, loser);
    if let Finding::Meet(a, b, witness) = finding {
        let (first, second) = (
            table.entry_name(a.form.entry),
            table.entry_name(b.form.entry),
        );
        if table.entry_error(a.form.entry) == table.entry_error(b.form.entry) {
            let message = quoted(&Message::EMPTY, &witness)
                .and(" is also what an earlier text of `")
                .and(second);
            let message = message.and("` reads, with other fields").and(help(true));
            fail(&message.and(" that the earlier text wins with `#[kate(lossy)]`"));
        }
        let message = Message::EMPTY
            .and("`")
            .and(first)
            .and("` and `")
            .and(second)
            .and("` both say ");
        let message =
            status(&quoted(&message, &witness), b).and(help(has_fields(a) || has_fields(b)));
        fail(
            &message
                .and(" that it is read as `")
                .and(first)
                .and("` with `#[kate(lossy)]` on `")
                .and(second)
                .and("`"),
        );
    }
    bounded(&finding);
}

/// Refuses a transparent field whose type says what the outer type says elsewhere. `index` is the field's among the nested
/// types, `entry` its entry, `name` its variant's.
///
/// # Panics
///
/// Where it does; in a `const`, that is a compile error.
#[track_caller]
pub const fn check_nested(
    table: &'static Table,
    index: usize,
    entry: usize,
    lossy: bool,
    name: &'static str,
) {
    let (finding, behind) = tables::nested(table, index, entry, lossy);
    if let Finding::Meet(a, b, witness) = finding {
        let again = is_one(a, b);
        let message = if again {
            let message = Message::EMPTY.and("`").and(name).and("` holds `");
            let message = message.and(b.table.name).and("` again: ");
            path(&message, b).and(" of both says ")
        } else {
            let message = path(&path(&Message::EMPTY, a).and(" and "), b);
            message.and(", which `").and(name).and("` holds, both say ")
        };
        let message = status(&quoted(&message, &witness), b);
        let message = if again {
            message.and("\nhelp: keep one, or accept")
        } else {
            message.and(help(has_fields(a) || has_fields(b)))
        };
        let loser = if behind {
            table.entry_name(a.form.entry)
        } else {
            name
        };
        fail(
            &message
                .and(" that it is read as the earlier one with `#[kate(lossy)]` on `")
                .and(loser)
                .and("`"),
        );
    }
    bounded(&finding);
}

/// `Type::Variant`
const fn path(message: &Message, place: Place) -> Message {
    message
        .and("`")
        .and(place.table.name)
        .and("::")
        .and(place.table.entry_name(place.form.entry))
        .and("`")
}

/// Whether a entry is met with itself: one type is held twice.
const fn is_one(a: Place, b: Place) -> bool {
    let (first, second) = (
        a.table.entry_name(a.form.entry),
        b.table.entry_name(b.form.entry),
    );
    let types = str_eq(a.table.name, b.table.name);
    let texts = str_eq(a.table.strings, b.table.strings);
    types && texts && str_eq(first, second)
}

/// Whether a entry's text shows fields, of which something could be form.
const fn has_fields(place: Place) -> bool {
    matches!(place.table.entry_kind(place.form.entry), Kind::Template)
}

const fn quoted(message: &Message, witness: &Witness) -> Message {
    message.and("\"").and(witness.as_str()).and("\"")
}

const fn status(message: &Message, place: Place) -> Message {
    let code = place.form.status;
    let mut digits = [0; 3];
    digits[0] = digit(code / 100);
    digits[1] = digit(code / 10);
    digits[2] = digit(code);
    let Ok(code) = std::str::from_utf8(&digits) else {
        return *message;
    };
    message
        .and(" under status ")
        .and(code)
        .and(": a client could not tell which it is")
}

const fn digit(number: u32) -> u8 {
    b'0' + (number % 10) as u8
}

#[track_caller]
const fn bounded(finding: &Finding) {
    if let Finding::TooMany(place) = *finding {
        let message = Message::EMPTY
            .and("too many texts of `")
            .and(place.table.name);
        let message = path(&message.and("` begin as that of "), place);
        fail(&message.and(
            " does, for the proof that they are told apart from the others here\nhelp: begin some with other words",
        ));
    }
    if let Finding::TooLarge(a, b) = *finding {
        let message = path(
            &path(&Message::EMPTY.and("the texts of "), a).and(" and "),
            b,
        );
        let message = message
            .and(" are too long, or have too many fields, for the proof that they are told apart");
        fail(&message.and(
            "\nhelp: shorten them, or go without the proof with `#[kate(lossy)]` on the later one",
        ));
    }
}

#[track_caller]
#[expect(clippy::panic, reason = "how a `const` says what is wrong")]
const fn fail(message: &Message) {
    panic!("{}", message.as_str())
}
