//! Variants that have a received detail, and are never read back.

use std::fmt;

use http::StatusCode;
use kate_errors_core::table::{FormEntry, FormKind, Table};

/// A variant that is only sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Unread {
    type_name: &'static str,
    variant: &'static str,
}

impl Unread {
    /// Whether the type or a nested one has forms that are never read.
    pub(crate) const fn is_possible(table: &Table<'_>) -> bool {
        let mut number = 0;
        while number < table.forms.len() {
            if !table.forms[number].is_read() {
                return true;
            }
            number += 1;
        }
        let mut number = 0;
        while number < table.nested.len() {
            if let Some(nested) = table.nested[number].table {
                if Self::is_possible(nested) {
                    return true;
                }
            }
            number += 1;
        }
        false
    }

    /// The variant that has this status and detail, if there is one.
    #[cold]
    pub(crate) fn find(
        table: &Table<'static>,
        status: Option<StatusCode>,
        detail: &str,
    ) -> Option<Self> {
        let has_status = |form: &FormEntry<'_>| {
            status.is_none_or(|status| {
                let status = status.as_u16();
                form.status == status || table.errors[form.error].accept.contains(status)
            })
        };
        let found = table
            .forms
            .iter()
            .position(|form| !form.is_read() && has_status(form) && says(form, detail));
        if let Some(form) = found {
            return Some(Self {
                type_name: table.name,
                variant: table.error_of(form).name,
            });
        }
        let mut nested = table.nested.iter().filter_map(|nested| nested.table);
        nested.find_map(|nested| Self::find(nested, status, detail))
    }
}

/// Whether some value of the form has this detail, as far as the literals tell.
fn says(form: &FormEntry<'_>, detail: &str) -> bool {
    match form.kind {
        FormKind::Constant => detail == form.leading,
        FormKind::Template => {
            let Some(mut rest) = detail.strip_prefix(form.leading) else {
                return false;
            };
            let Some((last, others)) = form.placeholders.split_last() else {
                return rest.is_empty();
            };
            for placeholder in others {
                let Some((_, after)) = rest.split_once(placeholder.after) else {
                    return false;
                };
                rest = after;
            }
            rest.ends_with(last.after)
        }
        // What `format!` prints is not known.
        FormKind::Format => false,
    }
}

/// Why the variant is not read.
impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { type_name, variant } = self;
        f.write_str("`")?;
        if type_name != variant {
            write!(f, "{type_name}::")?;
        }
        write!(
            f,
            "{variant}` does, but is only sent and never read back: it is `emit_only`, or its source cannot be restored"
        )
    }
}
