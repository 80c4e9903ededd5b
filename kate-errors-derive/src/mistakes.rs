//! The list of what is wrong with a type: no mistake stops the search for the next.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;

/// All mistakes that were found so far.
#[derive(Default)]
pub(crate) struct Mistakes {
    all: Option<Error>,
    count: usize,
}

impl Mistakes {
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
        self.count += 1;
        match &mut self.all {
            Some(all) => all.combine(error),
            None => self.all = Some(error),
        }
    }

    /// How many mistakes there are so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The compile errors, if there are any.
    pub(crate) fn report(self) -> Option<TokenStream> {
        self.all.map(Error::into_compile_error)
    }
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
