//! Lists of variants and fields: what stands between commas is read alone.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Field, Ident, Token, Variant, Visibility, token};

use super::{Mender, attempt, skip};

/// What stands between commas.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Variant,
    Field,
    Type,
}

impl Mender<'_> {
    /// A list in braces or parentheses, if there is one.
    pub(super) fn group(
        &mut self,
        input: ParseStream<'_>,
        part: Part,
    ) -> syn::Result<Option<Group>> {
        if !input.peek(token::Brace) && !input.peek(token::Paren) {
            return Ok(None);
        }
        let group: Group = input.parse()?;
        let list = |input: ParseStream<'_>| self.list(input, part);
        let mut mended = Group::new(group.delimiter(), list.parse2(group.stream())?);
        mended.set_span(group.span());
        Ok(Some(mended))
    }

    fn list(&mut self, input: ParseStream<'_>, part: Part) -> syn::Result<TokenStream> {
        let mut list = TokenStream::new();
        while !input.is_empty() {
            let before = self.0.count();
            let attributes = self.attributes(input);
            if let Some(whole) = self.part(input, part)? {
                list.extend(quote!(#attributes #whole,));
            } else {
                let wanted = wanted(input, part);
                let broken = skip_part(input);
                let place = [broken, attributes]
                    .into_iter()
                    .find(|place| !place.is_empty());
                // Behind an attribute that is being typed nothing is missing yet.
                if self.0.count() == before {
                    match place {
                        Some(place) => self.0.at(place, wanted),
                        None => self.0.span(input.span(), wanted),
                    }
                }
            }
            if !input.is_empty() && !input.peek(Token![,]) {
                self.0.span(input.span(), "expected a comma");
                if !input.peek(Token![#]) && !input.peek(Ident::peek_any) {
                    skip_part(input);
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(list)
    }

    fn part(&mut self, input: ParseStream<'_>, part: Part) -> syn::Result<Option<TokenStream>> {
        let read = match part {
            Part::Field => Field::parse_named,
            Part::Type => Field::parse_unnamed,
            Part::Variant => return self.variant(input),
        };
        Ok(attempt(input, read).map(ToTokens::into_token_stream))
    }

    fn variant(&mut self, input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
        attempt(input, Visibility::parse);
        let Some(name) = attempt(input, Ident::parse) else {
            return Ok(None);
        };
        let part = if input.peek(token::Paren) {
            Part::Type
        } else {
            Part::Field
        };
        let fields = self.group(input, part)?;
        if input.peek(Token![=]) {
            // The number itself matters to nobody here.
            let value = skip_part(input);
            if syn::parse2::<Variant>(quote!(#name #value)).is_err() {
                self.0.at(value, "expected a number: `= 1`");
            }
        }
        Ok(Some(quote!(#name #fields)))
    }
}

/// Goes to the next comma outside of `<...>`. A `<` that nothing closes hides no comma.
fn skip_part(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let mut depth = 0_usize;
    let mut skipped = TokenStream::new();
    while !ahead.is_empty() && (depth > 0 || !ahead.peek(Token![,])) {
        if ahead.peek(Token![->]) {
            skipped.extend(ahead.parse::<TokenTree>());
        } else if ahead.peek(Token![<]) {
            depth += 1;
        } else if ahead.peek(Token![>]) {
            depth = depth.saturating_sub(1);
        }
        skipped.extend(ahead.parse::<TokenTree>());
    }
    if depth > 0 {
        return skip(input, |input| input.peek(Token![,]));
    }
    input.advance_to(&ahead);
    skipped
}

/// What should stand here.
fn wanted(input: ParseStream<'_>, part: Part) -> String {
    let wanted = match part {
        Part::Variant => "expected a variant: `NotFound`, or `NotFound { id: u64 }`",
        Part::Field => "expected a field with its type: `id: u64`",
        Part::Type => return "expected a field's type: `u64`".to_owned(),
    };
    let ahead = input.fork();
    let word = ahead
        .parse::<Visibility>()
        .and_then(|_| ahead.call(Ident::parse_any));
    match word {
        Ok(word) if syn::parse2::<Ident>(word.to_token_stream()).is_err() => {
            format!("`{word}` is a keyword: use another name")
        }
        _ => wanted.to_owned(),
    }
}
