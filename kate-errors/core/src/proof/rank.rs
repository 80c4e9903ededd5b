//! Decides which of two forms is read if both match a text.

use super::list::Listed;

/// The form that is read, and the form that is not. `None` if no value is lost, or if the loss is accepted with `lossy`.
#[must_use]
pub const fn rank<'l, 'a>(
    a: &'l Listed<'a>,
    b: &'l Listed<'a>,
) -> Option<(&'l Listed<'a>, &'l Listed<'a>)> {
    let (first, second) = if is_earlier(a, b) { (a, b) } else { (b, a) };
    let (first_entry, second_entry) = (first.form.entry(), second.form.entry());
    // Neither is taken for the other if none of them is read.
    if !first_entry.is_read() && !second_entry.is_read() {
        return None;
    }
    let one_error =
        first.owner == 0 && second.owner == 0 && first_entry.error == second_entry.error;
    // Between two forms of one error, a form that is never written loses no value.
    if one_error && !(second_entry.written && second_entry.is_read()) {
        return None;
    }
    // The earlier form is read, unless it is never read.
    let (winner, loser) = if !first_entry.is_read() && second_entry.is_read() {
        (second, first)
    } else {
        (first, second)
    };
    if loser.lossy || loser.form.error().lossy {
        None
    } else {
        Some((winner, loser))
    }
}

const fn is_earlier(a: &Listed<'_>, b: &Listed<'_>) -> bool {
    if a.order == b.order {
        a.owner < b.owner
    } else {
        a.order < b.order
    }
}
