//! The derive without a compiler: what it writes for given tokens.

mod cases;
mod details;
mod half_typed;
mod large;
mod messages;
mod mutated;
mod nested;
mod proof;
mod rules;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Expr, Item, Stmt, Type};

/// The impls of a type that is not `emit_only` or `no_display`.
const IMPLS: [&str; 7] = [
    "KateError",
    "Display",
    "Error",
    "FromStr",
    "Decode",
    "Documented",
    "From for Response",
];

/// What the derive writes for a type.
struct Expanded {
    impls: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

/// A `compile_error!`.
#[derive(Debug)]
struct Diagnostic {
    message: String,
    /// What it points at. Nothing, if a span is not in the source.
    at: Option<String>,
}

impl Expanded {
    /// Panics if the derive panics, or if its output is not Rust.
    fn of(source: &str) -> Self {
        let tokens: TokenStream = source.parse().unwrap();
        let file = tokens.clone().into_iter().next().map(|t| t.span().file());
        let output = crate::pipeline::derive(tokens);
        let parsed: syn::File = syn::parse2(output.clone())
            .unwrap_or_else(|error| panic!("{error}: {source} becomes {output}"));
        let mut impls = Vec::new();
        for item in &parsed.items {
            collect_impls(item, &mut impls);
        }
        let tokens: Vec<TokenTree> = output.into_iter().collect();
        let diagnostics = tokens
            .windows(3)
            .filter_map(|window| diagnostic(window, source, file.as_deref()))
            .collect();
        Self { impls, diagnostics }
    }

    fn has(&self, name: &str) -> bool {
        self.impls.iter().any(|found| found == name)
    }

    #[track_caller]
    fn has_all_impls(&self, source: &str) {
        for name in IMPLS {
            assert!(self.has(name), "no {name}: {source}");
        }
    }

    fn messages(&self) -> Vec<&str> {
        let diagnostics = self.diagnostics.iter();
        diagnostics
            .map(|diagnostic| diagnostic.message.as_str())
            .collect()
    }

    /// The messages without their helps.
    fn first_lines(&self) -> Vec<&str> {
        let messages = self.messages().into_iter();
        messages
            .filter_map(|message| message.lines().next())
            .collect()
    }
}

/// Collects the impls of an item by the name of the trait: `Display`, `From for Response`.
fn collect_impls(item: &Item, impls: &mut Vec<String>) {
    match item {
        Item::Const(block) => {
            let Expr::Block(block) = &*block.expr else {
                return;
            };
            for statement in &block.block.stmts {
                if let Stmt::Item(item) = statement {
                    collect_impls(item, impls);
                }
            }
        }
        Item::Impl(block) => {
            let (Some((path, _)), Type::Path(target)) = (&block.trait_, &*block.self_ty) else {
                return;
            };
            let name = &path.segments.last().unwrap().ident;
            let target = &target.path.segments.last().unwrap().ident;
            impls.push(if name == "From" && target == "Response" {
                "From for Response".to_owned()
            } else {
                name.to_string()
            });
        }
        _ => {}
    }
}

/// The diagnostic in the tokens `compile_error!{"..."}`. It spans from the first of them to the last.
fn diagnostic(window: &[TokenTree], source: &str, file: Option<&str>) -> Option<Diagnostic> {
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
    let in_source = |span: &Span| Some(span.file().as_str()) == file;
    let range = start.byte_range().start..end.byte_range().end;
    let at = source
        .get(range)
        .filter(|_| in_source(&start) && in_source(&end));
    Some(Diagnostic {
        message: literal.value(),
        at: at.map(str::to_owned),
    })
}
