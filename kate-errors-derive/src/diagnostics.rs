//! What is wrong with a type: no mistake stops the search for the next.
//!
//! # How a message reads
//!
//! Whoever reads it is tired, and wants to know what to write. So:
//!
//! - **Where.** At the smallest token that is wrong; what is wrong in a text, at the text; what is missing, at the name of
//!   what lacks it. A message has one place: where two things clash, it stands at the later one and names the other, by its
//!   variant, its field or how it was written.
//! - **What.** One sentence, without a full stop: what is wrong, then a colon and what to write instead, or why the rule is
//!   there. It begins in lower case or with the name that it is about. What breaks the grammar of an attribute begins with
//!   `expected`.
//! - **Quotes.** Backticks are for Rust: `#[status]` for an attribute, `lossy` for a word, the bare name of a variant
//!   or a field, and what is to be written, so that it can be copied. A text that travels stands in double quotes.
//! - **Names.** Where a known name is near ([`suggestion`]), it is suggested; else what is allowed here is listed.
//! - **More.** Where there are several remedies, they follow on a line that begins with `help: `; there is no other line.
//! - **How long.** The first line has at most 120 characters beside what it quotes, the `help` at most 160.
//! - **Once.** One cause gives one message. What cannot be judged because of a mistake is not judged; what rustc says itself (an
//!   attribute that it does not know) is not said again.
//! - **Where only types can tell,** the words stand in `kate-errors/src/bounds.rs` and `prove.rs`, in the same manner.
//!
//! `tests/ui` holds a case for each message, and a test that holds them to this.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Error};

use crate::model::{Field, FieldRole, Variant};

/// All diagnostics that were found so far.
#[derive(Default)]
pub(crate) struct Diagnostics {
    all: Vec<(usize, Error)>,
    /// Attributes that rustc refuses.
    unknown: Vec<Attribute>,
    /// rustc refuses the type itself.
    refused: bool,
    variant: usize,
}

impl Diagnostics {
    /// Diagnostics that follow are this variant's; before the first variant they are the type's own.
    pub(crate) fn enter(&mut self, variant: usize) {
        self.variant = variant + 1;
    }

    /// Diagnostics that follow are the type's own.
    pub(crate) fn leave(&mut self) {
        self.variant = 0;
    }

    /// Adds a mistake at these tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(Error::new_spanned(tokens, message));
    }

    /// Adds a mistake at this place.
    pub(crate) fn span(&mut self, span: Span, message: impl Display) {
        self.add(Error::new(span, message));
    }

    /// Adds a mistake of the parser.
    pub(crate) fn add(&mut self, error: Error) {
        self.all.push((self.variant, error));
    }

    /// Adds an attribute that is misspellings.
    pub(crate) fn unknown(&mut self, attribute: &Attribute) {
        self.unknown.push(attribute.clone());
    }

    /// Adds a mistake that rustc tells.
    pub(crate) fn refused(&mut self) {
        self.refused = true;
    }

    /// How many diagnostics there are so far.
    pub(crate) fn count(&self) -> usize {
        self.all.len() + self.unknown.len() + usize::from(self.refused)
    }

    /// The compile errors, if there are any, in the order of the source.
    pub(crate) fn report(mut self) -> Option<Report> {
        if self.count() == 0 {
            return None;
        }
        self.all.sort_by_key(|(variant, _)| *variant);
        let errors = self
            .all
            .into_iter()
            .map(|(_, error)| error.into_compile_error());
        let unknown = self.unknown;
        Some(Report {
            errors: errors.collect(),
            // rustc names a misspellings attribute, unless it is another derive's. Where ours alone are known, it says the same
            // at the same place, which it prints once.
            unknown: quote! {#(
                const _: () = {
                    #[derive(__kate::Attributes)]
                    enum __Unknown { #unknown __Variant }
                };
            )*},
        })
    }
}

/// What a type with diagnostics expands to, besides its stubs.
pub(crate) struct Report {
    pub(crate) errors: TokenStream,
    /// Items that make rustc name attributes that nobody knows.
    pub(crate) unknown: TokenStream,
}

/// The known name that is spelt most like this one, if it is near.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |other: &&str| strsim::damerau_levenshtein(name, other);
    let near = known.into_iter().min_by_key(distance)?;
    (distance(&near) <= 1 + name.chars().count() / 4).then_some(near)
}

/// `: did you mean x?`, where a known name is near.
pub(crate) fn suggestion<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(name, known)
        .map(|near| format!(": did you mean `{near}`?"))
        .unwrap_or_default()
}

/// What to say of a source that a text shows.
pub(crate) fn shows_source(field: &Field<'_>) -> Option<String> {
    let FieldRole::Source { mark, .. } = field.role else {
        return None;
    };
    let name = field.name();
    let message = if mark.is_some() {
        format!(
            "`{name}` is a source, which the client must not see: leave it out, or mark the field `#[kate(expose)]`"
        )
    } else {
        format!(
            "`{name}` is a source by its name, which the client must not see: leave it out, mark it `#[kate(expose)]`, or rename it"
        )
    };
    field.expose.is_none().then_some(message)
}

/// What to say of a field that there is not.
pub(crate) fn no_field(variant: &Variant<'_>, name: &str) -> String {
    let ident = variant.ident;
    let known: Vec<_> = variant.fields.iter().map(Field::name).collect();
    let Some(first) = known.first() else {
        return format!("`{ident}` has no field `{name}`: it has none");
    };
    let is_number = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let what = match (is_number(name), is_number(first)) {
        (true, false) => format!("the fields of `{ident}` have names, not numbers"),
        (false, true) => format!("the fields of `{ident}` have numbers, not names"),
        _ => format!("`{ident}` has no field `{name}`"),
    };
    let near = if is_number(name) {
        String::new()
    } else {
        suggestion(name, known.iter().map(String::as_str))
    };
    if near.is_empty() {
        format!("{what}: it has `{}`", known.join("`, `"))
    } else {
        what + &near
    }
}
