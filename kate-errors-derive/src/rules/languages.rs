//! Rules about the languages that fields declare.

use kate_errors_core::{Chars, Language, Words, WordsError};
use quote::ToTokens;
use syn::LitStr;

use crate::diagnostics::Diagnostics;
use crate::model::{Field, Form, TextLength, Variant, spelling};

/// What a field declares with `chars` or `words` is valid, and a detail prints the field.
pub(super) fn check(variant: &Variant<'_>, index: usize, diagnostics: &mut Diagnostics) {
    let field = &variant.fields[index];
    if let Some(chars) = &field.words.chars {
        // `Chars` takes a static string. The leak ends with the compiler.
        if let Err(error) = Chars::parse(chars.value().leak()) {
            diagnostics.at(chars, error);
        }
        check_printed(variant, index, "chars", chars, diagnostics);
    }
    if let Some(length) = &field.words.len {
        check_length(field, length, diagnostics);
        if field.words.chars.is_none() {
            check_printed(variant, index, "len", &length.tokens, diagnostics);
        }
    }
    let Some([first, others @ ..]) = field.words.word_list.as_deref() else {
        return;
    };
    if field.words.chars.is_some() {
        diagnostics.at(
            first,
            "`words` and `chars` both say what this field prints: keep one",
        );
        return;
    }
    check_words(field, first, others, diagnostics);
    check_printed(variant, index, "words", first, diagnostics);
}

/// A length is declared of a text alone.
fn check_length(field: &Field<'_>, length: &TextLength, diagnostics: &mut Diagnostics) {
    let is_other = field
        .language
        .of_type
        .is_some_and(|of_type| !matches!(of_type, Language::Free));
    if field.words.word_list.is_some() {
        diagnostics.at(
            &length.tokens,
            "words have their lengths: leave `len` out, or write `chars` in place of `words`",
        );
    } else if is_other {
        let ty = spelling(field.inner());
        let message = format!("`len` is the length of a text: leave it out for `{ty}`");
        diagnostics.at(&length.tokens, message);
    }
}

/// The words are a language, and the field's type prints each of them.
fn check_words(
    field: &Field<'_>,
    first: &LitStr,
    others: &[LitStr],
    diagnostics: &mut Diagnostics,
) {
    let literals: Vec<_> = [first].into_iter().chain(others).collect();
    let words: Vec<&'static str> = literals.iter().map(|word| &*word.value().leak()).collect();
    if let Err(error) = Words::parse(words.clone().leak()) {
        let repeated = match error {
            WordsError::Twice(twice) => words.iter().rposition(|word| *word == twice),
            WordsError::None | WordsError::TooLong => None,
        };
        diagnostics.at(literals[repeated.unwrap_or_default()], error);
        return;
    }
    let Some(language) = field.language.of_type else {
        return;
    };
    for (literal, word) in literals.iter().zip(words) {
        if !language.contains(word) {
            let ty = spelling(field.inner());
            diagnostics.at(
                literal,
                format!(
                    "`{ty}` never prints {word:?}: leave the word out, or make the field a `String`"
                ),
            );
        }
    }
}

/// A detail prints the field.
fn check_printed(
    variant: &Variant<'_>,
    index: usize,
    word: &str,
    token: impl ToTokens,
    diagnostics: &mut Diagnostics,
) {
    let may_print = |form: &Form| form.is_broken() || form.names(index);
    if !variant.forms.iter().any(may_print) {
        let message =
            format!("no text shows this field: `{word}` says what a field's text is made of");
        diagnostics.at(token, message);
    }
}
