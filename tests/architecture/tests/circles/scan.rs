//! The names that a piece of source refers to. It is read as tokens, so that what a macro is given counts too.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, ItemUse, Lifetime, Result, Token, UseTree};

/// The segments of a path.
pub(crate) type Path = Vec<String>;

const QUOTES: [&str; 3] = ["parse_quote", "quote", "quote_spanned"];

#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The name that each import binds, and the path that it imports.
    pub(crate) imports: Vec<(String, Path)>,
    /// The paths of `use path::*`.
    pub(crate) globs: Vec<Path>,
    /// The paths outside `use`, single names among them.
    pub(crate) paths: Vec<Path>,
}

impl Scan {
    pub(crate) fn add(&mut self, tokens: TokenStream) -> Result<()> {
        let parse = |input: ParseStream<'_>| self.tokens(input);
        parse.parse2(tokens)
    }

    fn tokens(&mut self, input: ParseStream<'_>) -> Result<()> {
        while !input.is_empty() {
            if input.peek(Token![#]) && is_test(&attributes(input)) {
                skip_item(input)?;
            } else if input.peek(Token![use]) && !input.peek2(Token![<]) {
                let item: ItemUse = input.parse()?;
                if item.leading_colon.is_none() {
                    self.import(item.tree, Vec::new());
                }
            } else if input.peek(Ident::peek_any) {
                let path = path(input)?;
                if input.peek(Token![!]) && QUOTES.contains(&path.join("::").as_str()) {
                    // Code of the crate that the macro is used in.
                    input.parse::<Token![!]>()?;
                    input.parse::<TokenTree>()?;
                }
                self.paths.push(path);
            } else if input.peek(Token![..]) {
                input.parse::<Token![..]>()?;
            } else if input.peek(Token![.]) || input.peek(Token![::]) {
                if input.parse::<Option<Token![::]>>()?.is_none() {
                    input.parse::<Token![.]>()?;
                }
                // A method, a field, an item of a type or of another crate.
                if input.peek(Ident::peek_any) {
                    path(input)?;
                }
            } else if input.peek(Lifetime) {
                input.parse::<Lifetime>()?;
            } else if let TokenTree::Group(group) = input.parse()? {
                self.add(group.stream())?;
            }
        }
        Ok(())
    }

    fn import(&mut self, tree: UseTree, mut path: Path) {
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.import(*step.tree, path);
            }
            UseTree::Group(group) => {
                for tree in group.items {
                    self.import(tree, path.clone());
                }
            }
            UseTree::Glob(_) => self.globs.push(path),
            UseTree::Name(name) => self.bind(&name.ident, None, path),
            UseTree::Rename(rename) => self.bind(&rename.ident, Some(&rename.rename), path),
        }
    }

    fn bind(&mut self, name: &Ident, alias: Option<&Ident>, mut path: Path) {
        if name != "self" {
            path.push(name.to_string());
        }
        let bound = alias.map(Ident::to_string).or(path.last().cloned());
        self.imports.extend(bound.map(|bound| (bound, path)));
    }
}

fn path(input: ParseStream<'_>) -> Result<Path> {
    let mut path = vec![input.call(Ident::parse_any)?.to_string()];
    while input.peek(Token![::]) && input.peek3(Ident::peek_any) {
        input.parse::<Token![::]>()?;
        path.push(input.call(Ident::parse_any)?.to_string());
    }
    Ok(path)
}

/// The attributes of the item that begins here, if one does.
fn attributes(input: ParseStream<'_>) -> Vec<Attribute> {
    let attributes = input.fork().call(Attribute::parse_outer);
    attributes.unwrap_or_default()
}

/// Whether `#[cfg(test)]` is among the attributes.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.parse_args::<Ident>();
        attribute.path().is_ident("cfg") && condition.is_ok_and(|condition| condition == "test")
    })
}

fn skip_item(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() {
        match input.parse()? {
            TokenTree::Punct(mark) if mark.as_char() == ';' => break,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
            TokenTree::Group(_)
            | TokenTree::Ident(_)
            | TokenTree::Literal(_)
            | TokenTree::Punct(_) => {}
        }
    }
    Ok(())
}
