//! Compile errors. All errors of a type are reported at once.
//!
//! # The style of messages
//!
//! A message tells the reader what to write instead.
//!
//! - **Location.** A message is at the smallest token that is wrong. A problem in a detail is reported at its literal. A missing
//!   part is reported at the name of the item that lacks it. If two parts conflict, the message is at the later one and names the
//!   earlier one, by its variant, its field or how it was written.
//! - **Wording.** One sentence without a full stop: what is wrong, then a colon and what to write instead, or the reason of the
//!   rule. It begins in lower case or with the name that it is about. A message about the grammar of an attribute begins with
//!   `expected`.
//! - **Quotes.** Backticks are for Rust: `#[status]` for an attribute, `lossy` for a word, the bare name of a variant
//!   or a field, and code to be copied. Text that is sent is in double quotes.
//! - **Names.** A similar name that is known is suggested ([`suggestion`]). If there is none, the message lists what is allowed.
//! - **Help.** If there are several remedies, they follow on a line that begins with `help: `. No other lines follow.
//! - **Length.** The first line has at most 120 characters without what it quotes, the `help` at most 160.
//! - **One message per cause.** What depends on a part that was reported is not checked. What rustc reports itself, such as an
//!   attribute that it does not know, is not reported again.
//! - **Types.** Messages that depend on types are in `kate-errors`, in the same style.
//!
//! `tests/ui` has a case for each message, and a test of the style.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Error};

/// The compile errors found so far.
#[derive(Default)]
pub(crate) struct Diagnostics {
    /// The errors, each with the index of its variant. Errors of the type itself have none, and come first in the report.
    errors: Vec<(Option<usize>, Error)>,
    /// Misspelled attributes, which rustc reports.
    unknown: Vec<Attribute>,
    /// The index of the variant that the next errors belong to.
    variant: Option<usize>,
}

impl Diagnostics {
    /// The errors that follow belong to this variant.
    pub(crate) fn enter(&mut self, variant: usize) {
        self.variant = Some(variant);
    }

    /// The errors that follow belong to the type itself.
    pub(crate) fn leave(&mut self) {
        self.variant = None;
    }

    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(Error::new_spanned(tokens, message));
    }

    pub(crate) fn span(&mut self, span: Span, message: impl Display) {
        self.add(Error::new(span, message));
    }

    pub(crate) fn add(&mut self, error: Error) {
        self.errors.push((self.variant, error));
    }

    /// Makes rustc report a misspelled attribute.
    pub(crate) fn unknown(&mut self, attribute: &Attribute) {
        self.unknown.push(attribute.clone());
    }

    pub(crate) fn count(&self) -> usize {
        self.errors.len() + self.unknown.len()
    }

    /// The errors in the order of the source, or nothing if there are none.
    pub(crate) fn report(mut self) -> Option<Report> {
        if self.count() == 0 {
            return None;
        }
        self.errors.sort_by_key(|(variant, _)| *variant);
        let unknown = self.unknown;
        Some(Report {
            errors: compile_errors(self.errors.into_iter().map(|(_, error)| error)),
            // rustc refuses an attribute that none of the derives of an item knows. On the user's type another derive may know it,
            // so it is refused on an item of its own. If rustc refuses it on both, both errors are the same, and it prints one.
            unknown: quote! {#(
                const _: () = {
                    #[derive(__kate::Attributes)]
                    enum __Unknown { #unknown __Variant }
                };
            )*},
        })
    }
}

/// Calls of `compile_error!` at the locations of the errors. The name has no path before it: a path has the edition of its location,
/// and in edition 2015 `::core` is an item of the user's crate.
pub(crate) fn compile_errors(errors: impl IntoIterator<Item = Error>) -> TokenStream {
    let calls = errors.into_iter().flatten().map(|error| {
        let tokens: Vec<_> = error.into_compile_error().into_iter().collect();
        let [path, .., bang, message] = &tokens[..] else {
            return TokenStream::new();
        };
        let name = Ident::new("compile_error", path.span());
        quote!(#name #bang #message)
    });
    calls.collect()
}

/// The compile errors of a type.
pub(crate) struct Report {
    pub(crate) errors: TokenStream,
    /// Items on which rustc refuses the misspelled attributes.
    pub(crate) unknown: TokenStream,
}

/// The known name that is most similar to this one, if it is similar enough to be meant.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |other: &&str| strsim::damerau_levenshtein(name, other);
    let near = known.into_iter().min_by_key(distance)?;
    (distance(&near) <= 1 + name.chars().count() / 4).then_some(near)
}

/// `: did you mean x?`, or nothing if no known name is similar.
pub(crate) fn suggestion<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(name, known)
        .map(|near| format!(": did you mean `{near}`?"))
        .unwrap_or_default()
}
