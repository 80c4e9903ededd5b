//! What the derive makes of tokens, without a compiler.

mod cases;
mod half_typed;
mod large;
mod lower;
mod mutated;
mod nested;
mod proof;
mod rules;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Expr, Item, Stmt, Type};

/// What a derived type always has, unless it says otherwise.
const IMPLS: [&str; 7] = [
    "KateError",
    "Display",
    "Error",
    "FromStr",
    "Decode",
    "Documented",
    "From for Response",
];

/// An expansion, taken apart.
struct Expanded {
    impls: Vec<String>,
    diagnostics: Vec<Mistake>,
}

/// A `compile_error!`, and the source between its spans; none where a span is not the source's.
#[derive(Debug)]
struct Mistake {
    message: String,
    at: Option<String>,
}

impl Expanded {
    /// Panics where the derive does, or where its output is no Rust.
    fn of(source: &str) -> Self {
        let tokens: TokenStream = source.parse().unwrap();
        let file = tokens.clone().into_iter().next().map(|t| t.span().file());
        let output = crate::pipeline::derive(tokens);
        let parsed: syn::File = syn::parse2(output.clone())
            .unwrap_or_else(|error| panic!("{error}: {source} makes {output}"));
        let mut impls = Vec::new();
        parsed
            .items
            .iter()
            .for_each(|item| collect(item, &mut impls));
        let tokens: Vec<TokenTree> = output.into_iter().collect();
        let diagnostics = tokens
            .windows(3)
            .filter_map(|window| mistake(window, source, file.as_deref()))
            .collect();
        Self { impls, diagnostics }
    }

    fn has(&self, what: &str) -> bool {
        self.impls.iter().any(|found| found == what)
    }

    fn messages(&self) -> Vec<&str> {
        self.diagnostics
            .iter()
            .map(|m| m.message.as_str())
            .collect()
    }

    /// Without helps and notes.
    fn first_lines(&self) -> Vec<&str> {
        let messages = self.messages().into_iter();
        messages
            .filter_map(|message| message.lines().next())
            .collect()
    }
}

/// The impls in a block, by the names of trait and type: `Display`, `From for Response`.
fn collect(item: &Item, impls: &mut Vec<String>) {
    match item {
        Item::Const(block) => {
            let Expr::Block(block) = &*block.expr else {
                return;
            };
            for statement in &block.block.stmts {
                if let Stmt::Item(item) = statement {
                    collect(item, impls);
                }
            }
        }
        Item::Impl(block) => {
            let (Some((path, _)), Type::Path(of)) = (&block.trait_, &*block.self_ty) else {
                return;
            };
            let name = &path.segments.last().unwrap().ident;
            let of = &of.path.segments.last().unwrap().ident;
            impls.push(if name == "From" && of == "Response" {
                "From for Response".to_owned()
            } else {
                name.to_string()
            });
        }
        _ => {}
    }
}

/// Of `compile_error!{"..."}`. A message spans from its first token to its last.
fn mistake(window: &[TokenTree], source: &str, file: Option<&str>) -> Option<Mistake> {
    let [
        TokenTree::Ident(name),
        TokenTree::Punct(_),
        TokenTree::Group(group),
    ] = window
    else {
        return None;
    };
    if name != "compile_error" {
        return None;
    }
    let literal: syn::LitStr = syn::parse2(group.stream()).unwrap();
    let (start, end) = (name.span(), group.span());
    let known = |span: &Span| Some(span.file().as_str()) == file;
    let range = start.byte_range().start..end.byte_range().end;
    let at = source.get(range).filter(|_| known(&start) && known(&end));
    Some(Mistake {
        message: literal.value(),
        at: at.map(str::to_owned),
    })
}
