//! From tokens to syntax, however broken: an editor expands a type while it is being typed. What cannot be read is a mistake
//! and left out; the rest is read without it.

pub(crate) mod depth;
mod duplicates;
mod list;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{
    Attribute, DeriveInput, GenericParam, Generics, Ident, Token, Visibility, WhereClause, token,
};

use crate::diagnostics::Diagnostics;
use list::Part;

/// The type, or what can be read of it: nothing where it has no name.
pub(crate) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<DeriveInput> {
    let tokens = depth::limit(tokens, diagnostics);
    let input = read(tokens, diagnostics)?;
    if duplicates::named(&input) {
        diagnostics.refused();
    }
    Some(input)
}

fn read(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<DeriveInput> {
    // Of what is cut off nothing else is said.
    let mut unsaid = Diagnostics::default();
    let heard = if diagnostics.count() > 0 {
        &mut unsaid
    } else {
        diagnostics
    };
    let refused = match syn::parse2(tokens.clone()) {
        Ok(input) => return Some(input),
        Err(error) => error,
    };
    let mend = |input: ParseStream<'_>| Mender(heard).item(input);
    let Ok(mended) = mend.parse2(tokens.clone()) else {
        heard.at(tokens, "expected an enum or a struct with a name");
        return None;
    };
    // Nothing is whole that was refused at first.
    if heard.count() == 0 {
        heard.add(refused);
    }
    syn::parse2(mended).ok()
}

struct Mender<'m>(&'m mut Diagnostics);

impl Mender<'_> {
    fn item(mut self, input: ParseStream<'_>) -> syn::Result<TokenStream> {
        let attributes = self.attributes(input);
        let vis = attempt(input, Visibility::parse);
        let stray = skip(input, |input| {
            (input.peek(Token![enum]) || input.peek(Token![struct])) && input.peek2(Ident)
        });
        let (part, body) = if input.peek(Token![enum]) {
            (Part::Variant, "expected variants in braces")
        } else {
            (Part::Field, "expected fields or a semicolon")
        };
        let keyword: TokenTree = input.parse()?;
        let name: Ident = input.parse()?;
        self.refuse(stray, "expected `enum` or `struct`");
        let generics = self.generics(input);
        let bounds = self.bounds(input);
        let before = self.0.count();
        self.refuse(skip(input, begins_body), body);
        let rest = if input.peek(token::Brace) {
            let list = self.group(input, part)?;
            quote!(#bounds #list)
        } else {
            let fields = self.group(input, Part::Type)?;
            let bounds = bounds.or_else(|| self.bounds(input));
            let end: Option<Token![;]> = input.parse()?;
            if (end.is_none() || part == Part::Variant) && self.0.count() == before {
                self.0.at(&name, format!("{body} behind `{name}`"));
            }
            if part == Part::Variant {
                quote!(#bounds {})
            } else {
                quote!(#fields #bounds;)
            }
        };
        self.refuse(input.parse()?, "expected the end of the type");
        Ok(quote!(#attributes #vis #keyword #name #generics #rest))
    }

    fn attributes(&mut self, input: ParseStream<'_>) -> TokenStream {
        let mut whole = TokenStream::new();
        while input.peek(Token![#]) {
            let mut attribute = TokenStream::from_iter(input.parse::<TokenTree>());
            if input.peek(token::Bracket) {
                attribute.extend(input.parse::<TokenTree>());
            }
            if Attribute::parse_outer.parse2(attribute.clone()).is_ok() {
                whole.extend(attribute);
            } else {
                let wanted = "expected an attribute: `#[name]`, or `#[name(...)]` with arguments";
                self.0.at(attribute, wanted);
            }
        }
        whole
    }

    /// The parameters up to the first that cannot be read, which keeps its name.
    fn generics(&mut self, input: ParseStream<'_>) -> TokenStream {
        if let Some(generics) = attempt(input, Generics::parse) {
            return generics.into_token_stream();
        }
        let opening = attempt(input, <Token![<]>::parse);
        self.0
            .at(opening, "expected parameters and a `>`: `<'a, T: Display>`");
        let mut params = TokenStream::new();
        while let Some(param) = attempt(input, GenericParam::parse) {
            params.extend(quote!(#param,));
            if attempt(input, <Token![,]>::parse).is_none() {
                break;
            }
        }
        let name = attempt(input, Ident::parse);
        skip(input, |input| {
            input.peek(Token![where]) || begins_body(input)
        });
        quote!(<#params #name>)
    }

    fn bounds(&mut self, input: ParseStream<'_>) -> Option<WhereClause> {
        let read = attempt(input, WhereClause::parse);
        if input.peek(Token![where]) {
            let ends = |input: ParseStream<'_>| input.peek(token::Brace) || input.peek(Token![;]);
            self.refuse(skip(input, ends), "expected bounds: `where T: Display`");
        }
        read
    }

    fn refuse(&mut self, stray: TokenStream, message: &str) {
        if !stray.is_empty() {
            self.0.at(stray, message);
        }
    }
}

/// Reads what can be read, and nothing of what cannot.
fn attempt<T>(input: ParseStream<'_>, read: fn(ParseStream<'_>) -> syn::Result<T>) -> Option<T> {
    let ahead = input.fork();
    read(&ahead).ok()?;
    let behind = input.fork();
    let tokens = skip(&behind, |behind| behind.cursor() == ahead.cursor());
    // What is left in parentheses and the like is only refused at the end of a whole parse.
    let whole = read.parse2(tokens).ok()?;
    input.advance_to(&behind);
    Some(whole)
}

fn skip(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) -> TokenStream {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !end(input) {
        skipped.extend(input.parse::<TokenTree>());
    }
    skipped
}

fn begins_body(input: ParseStream<'_>) -> bool {
    input.peek(token::Brace) || input.peek(token::Paren) || input.peek(Token![;])
}
