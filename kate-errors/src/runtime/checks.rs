//! What constants in derived code call to check what the macro could not: it sees the names of types, and not the types. A problem
//! is a panic, which in a constant is a compile error. The message says what to do about it.

use kate_errors_core::proof::tables::{self, Finding, Place};
use kate_errors_core::proof::{ConstText, Witness, help};
use kate_errors_core::table::{Kind, Table};
use kate_errors_core::{Language, str_eq};

use super::language::KnownLanguage;

type Message = ConstText<1600>;

/// Confirms that a field's type is the standard library's type of this name, as the macro has assumed.
///
/// # Panics
///
/// If it is another type of the same name.
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

/// The language of the standard library's type of this name. The width of `usize` is the target's, which the macro does not know.
const fn standard(name: &'static str) -> Option<Language> {
    if str_eq(name, "usize") {
        Some(<usize as KnownLanguage>::LANGUAGE)
    } else if str_eq(name, "isize") {
        Some(<isize as KnownLanguage>::LANGUAGE)
    } else {
        Language::of_std_type(name)
    }
}

/// Checks that the type of a transparent field has its detail in the same member as the outer type.
///
/// # Panics
///
/// If it has not.
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

/// Checks that a form has one reading of each detail.
///
/// # Panics
///
/// If a detail has two readings, or the proof is too large.
#[track_caller]
pub const fn check_form(table: &'static Table, entry: usize) {
    match tables::entry(table, entry) {
        Finding::Apart => {}
        Finding::Meet(_, _, witness) => {
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
        Finding::TooMany(place) => fail_too_many(place),
        Finding::TooLarge(a, b) => fail_too_large(a, b),
    }
}

/// Checks that a form has no detail in common with forms that are read before it.
///
/// # Panics
///
/// If it has one, or the proof is too large.
#[track_caller]
pub const fn check_forms(table: &'static Table, winners: &[usize], loser: usize) {
    let mut index = 0;
    while index < winners.len() {
        check_pair(table, winners[index], loser);
        index += 1;
    }
}

#[track_caller]
const fn check_pair(table: &'static Table, winner: usize, loser: usize) {
    match tables::entries(table, winner, loser) {
        Finding::Apart => {}
        Finding::Meet(a, b, witness) => {
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
        Finding::TooMany(place) => fail_too_many(place),
        Finding::TooLarge(a, b) => fail_too_large(a, b),
    }
}

/// Checks that the type of a transparent field has no detail in common with the rest of the outer type. `index` is the field's
/// among the nested tables, `entry` is its entry in the outer table, and `name` is that of its variant.
///
/// # Panics
///
/// If it has one, or the proof is too large.
#[track_caller]
pub const fn check_nested(
    table: &'static Table,
    index: usize,
    entry: usize,
    lossy: bool,
    name: &'static str,
) {
    let (finding, outer_loses) = tables::nested(table, index, entry, lossy);
    match finding {
        Finding::Apart => {}
        Finding::Meet(a, b, witness) => {
            let again = is_same_entry(a, b);
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
            let loser = if outer_loses {
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
        Finding::TooMany(place) => fail_too_many(place),
        Finding::TooLarge(a, b) => fail_too_large(a, b),
    }
}

/// Adds `Type::Variant`.
const fn path(message: &Message, place: Place) -> Message {
    message
        .and("`")
        .and(place.table.name)
        .and("::")
        .and(place.table.entry_name(place.form.entry))
        .and("`")
}

/// Whether both are one entry of one type, which the outer type holds twice.
const fn is_same_entry(a: Place, b: Place) -> bool {
    let (first, second) = (
        a.table.entry_name(a.form.entry),
        b.table.entry_name(b.form.entry),
    );
    let same_type = str_eq(a.table.name, b.table.name);
    let same_strings = str_eq(a.table.strings, b.table.strings);
    same_type && same_strings && str_eq(first, second)
}

/// Whether the help should speak of fields.
const fn has_fields(place: Place) -> bool {
    matches!(place.table.entry_kind(place.form.entry), Kind::Template)
}

const fn quoted(message: &Message, witness: &Witness) -> Message {
    message.and("\"").and(witness.as_str()).and("\"")
}

const fn status(message: &Message, place: Place) -> Message {
    let code = place.form.status;
    let digits = [digit(code / 100), digit(code / 10), digit(code)];
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
const fn fail_too_many(place: Place) -> ! {
    let message = Message::EMPTY
        .and("too many texts of `")
        .and(place.table.name);
    let message = path(&message.and("` begin as that of "), place);
    fail(&message.and(
        " does, for the proof that they are told apart from the others here\nhelp: begin some with other words",
    ));
}

#[track_caller]
const fn fail_too_large(a: Place, b: Place) -> ! {
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

#[track_caller]
#[expect(clippy::panic, reason = "how a constant reports a problem")]
const fn fail(message: &Message) -> ! {
    panic!("{}", message.as_str())
}
